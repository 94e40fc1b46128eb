using System.CommandLine;
using InterviewAgent.Analysis;
using InterviewAgent.Analysis.Journeys;
using InterviewAgent.Insights;

namespace InterviewAgent.Cli.Commands.Journeys;

/// <summary><c>interview-agent analyze FILE --out OUT</c>: journeys in, the same records out with <c>findings</c> in place of <c>gold</c>.</summary>
internal static class AnalyzeCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "Account journeys, one JSON object a line; - reads STDIN." };
        var to = new Option<string?>("--out") { Description = "Where the records go; STDOUT without it." };
        var json = Json.Option();
        var command = new Command("analyze", "Code interviews and read accounts, without a model and without a database.") { file, to, json };
        command.SetAction(async (parsed, cancellation) =>
        {
            var journeys = new AnalyseJourneys(BuiltInCoder.Load(Path.Combine(AppContext.BaseDirectory, "prompts")), ReadJourney.Findings);
            var talk = parsed.InvocationConfiguration.Error;
            using var input = OpenInput(parsed.GetValue(file)!);
            var path = parsed.GetValue(to);
            var output = path is null ? parsed.InvocationConfiguration.Output : OpenOutput(path, parsed.GetValue(file)!);
            try
            {
                var counts = await journeys.Run(input, output, talk.WriteLine, cancellation);
                await output.FlushAsync(cancellation);
                if (parsed.GetValue(json) && path is not null) Json.Write(parsed.InvocationConfiguration.Output, counts);
                else await talk.WriteLineAsync($"{counts.Journeys} journeys, {counts.Interviews} interviews coded, {counts.BadLines} bad lines.");
                return counts.BadLines > 0 ? Exit.BadInput : Exit.Ok;
            }
            finally
            {
                if (path is not null) await output.DisposeAsync();
            }
        });
        return command;
    }

    private static TextReader OpenInput(string path)
    {
        if (path == "-") return Console.In;
        try { return new StreamReader(path); }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new BadInputException(path, "it cannot be read", "Name a file of account journeys, one JSON object a line.");
        }
    }

    private static StreamWriter OpenOutput(string path, string input)
    {
        if (File.Exists(path) && Path.GetFullPath(path) == Path.GetFullPath(input))
            throw new BadInputException("--out", "it is the file that is read", "Name another file.");
        try { return new StreamWriter(path); }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new BadInputException(path, "it cannot be written", "Name a file in a folder that exists.");
        }
    }
}
