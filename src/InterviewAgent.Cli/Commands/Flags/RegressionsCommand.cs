using System.CommandLine;
using InterviewAgent.Insights;
using Microsoft.Extensions.DependencyInjection;

namespace InterviewAgent.Cli.Commands.Flags;

/// <summary><c>interview-agent flags regressions</c>: what leaders said should, or should not, have been flagged, put to the rule as it is now.</summary>
internal static class RegressionsCommand
{
    public static Command Create() => new("regressions", "Leaders' examples of what should and should not have been flagged.") { Export(), Check() };

    private static Command Export()
    {
        var file = new Argument<FileInfo>("file") { Description = "Where the cases are written, one a line: codes and days, no words and no names." };
        Command command = new("export", "Write the examples as cases to a file.") { file };
        command.SetAction(async (parsed, cancellation) =>
        {
            var cases = await Stored(cancellation);
            await File.WriteAllLinesAsync(parsed.GetRequiredValue(file).FullName, cases.Select(one => one.Line()), cancellation);
            await parsed.InvocationConfiguration.Error.WriteLineAsync($"{cases.Count} cases.");
            return Exit.Ok;
        });
        return command;
    }

    private static Command Check()
    {
        var file = new Argument<FileInfo?>("file") { Description = "Cases that were exported; without it the examples in the store.", Arity = ArgumentArity.ZeroOrOne };
        var json = Json.Option();
        Command command = new("check", "Read every case again; exit code 1 when one breaks.") { file, json };
        command.SetAction(async (parsed, cancellation) =>
        {
            var cases = parsed.GetValue(file) is { } from ? await FromFile(from, cancellation) : await Stored(cancellation);
            List<ReplayedCase> replayed = [.. cases.Select(ReplayFlagCases.Replay)];
            var broken = replayed.Count(one => one.Breaks);
            var output = parsed.InvocationConfiguration.Output;
            if (parsed.GetValue(json))
            {
                Json.Write(output, replayed);
                return broken == 0 ? Exit.Ok : Exit.ChecksFailed;
            }
            foreach (var one in replayed.Where(one => one.Breaks))
            {
                await output.WriteLineAsync($"{one.Id}: should {(one.Expected == FlagExpectation.Should ? "have been flagged and is not" : "not have been flagged and is")}. {one.Why}");
            }
            var empty = replayed.Count(one => one.IsEmpty);
            await output.WriteLineAsync($"{replayed.Count - broken - empty} of {replayed.Count} hold, {broken} broken{(empty > 0 ? $", {empty} have nobody left" : "")}.");
            return broken == 0 ? Exit.Ok : Exit.ChecksFailed;
        });
        return command;
    }

    private static async Task<IReadOnlyList<FlagCase>> Stored(CancellationToken cancellation)
    {
        await using var product = await Product.Open(cancellation);
        await using var scope = product.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ReplayFlagCases>().Cases(cancellation);
    }

    private static async Task<IReadOnlyList<FlagCase>> FromFile(FileInfo file, CancellationToken cancellation)
    {
        if (!file.Exists)
        {
            throw new BadInputException(file.FullName, "the file is not there", "Write it with interview-agent flags regressions export.");
        }
        var lines = await File.ReadAllLinesAsync(file.FullName, cancellation);
        return [.. lines.Select((line, at) => (line, at)).Where(one => !string.IsNullOrWhiteSpace(one.line))
            .Select(one => FlagCase.Read(one.line, $"{file.Name} line {one.at + 1}"))];
    }
}
