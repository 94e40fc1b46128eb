using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using InterviewAgent.Interviewing.Import;
using Microsoft.Extensions.DependencyInjection;
using YamlDotNet.Core;
using YamlDotNet.Serialization;

namespace InterviewAgent.Cli.Commands.Demo;

/// <summary><c>interview-agent demo load FOLDER</c>: a portfolio written for the project, moved so that it ends today.</summary>
internal static class LoadCommand
{
    public static Command Create()
    {
        var folder = new Argument<DirectoryInfo>("FOLDER") { Description = "Holds set.yaml, with asOf, and journeys.jsonl." };
        var command = new Command("load", "Load a written portfolio with its dates moved to today.") { folder };
        command.SetAction(async (parsed, cancellation) =>
        {
            var source = parsed.GetRequiredValue(folder).FullName;
            await using var product = await Product.Open(cancellation);
            await using var scope = product.CreateAsyncScope();
            var today = DateOnly.FromDateTime(scope.ServiceProvider.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime);
            var moved = await Move(source, ShiftDates.Between(AsOf(source), today), cancellation);
            try
            {
                var report = await scope.ServiceProvider.GetRequiredService<ImportFile>().Run(moved, dryRun: false, cancellation: cancellation);
                foreach (var problem in report.Problems)
                {
                    await parsed.InvocationConfiguration.Error.WriteLineAsync($"{source}, {problem}");
                }
                await parsed.InvocationConfiguration.Output.WriteLineAsync(
                    string.Create(CultureInfo.InvariantCulture, $"Loaded {report.Rows} accounts."));
                return report.ProblemCount == 0 ? Exit.Ok : Exit.BadInput;
            }
            finally
            {
                File.Delete(moved);
            }
        });
        return command;
    }

    private static DateOnly AsOf(string folder)
    {
        var path = Path.Combine(folder, "set.yaml");
        try
        {
            if (File.Exists(path)
                && new DeserializerBuilder().Build().Deserialize<Dictionary<string, object?>>(File.ReadAllText(path)) is { } set
                && set.TryGetValue("asOf", out var written)
                && DateOnly.TryParseExact(written?.ToString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var asOf))
            {
                return asOf;
            }
        }
        catch (YamlException bad)
        {
            throw new BadInputException($"{path} line {bad.Start.Line}", "this is no YAML", bad.Message);
        }
        throw new BadInputException(path, "it names no day that the portfolio was written for", "Give it a line such as asOf: \"2026-06-30\".");
    }

    private static async Task<string> Move(string folder, ShiftDates shift, CancellationToken cancellation)
    {
        var path = Path.Combine(folder, "journeys.jsonl");
        if (!File.Exists(path))
        {
            throw new BadInputException(path, "there is no such file", "Name a folder with a written portfolio, such as evals/sets/demo.");
        }
        List<string> lines = [];
        var number = 0;
        await foreach (var line in File.ReadLinesAsync(path, cancellation))
        {
            number++;
            if (!string.IsNullOrWhiteSpace(line))
            {
                lines.Add(shift.Apply(Parse(line, $"{path} line {number}"))!.ToJsonString(JsonSerializerOptions.Web));
            }
        }
        var moved = Path.Combine(Path.GetTempPath(), $"{Guid.CreateVersion7()}.jsonl");
        await File.WriteAllLinesAsync(moved, lines, cancellation);
        return moved;
    }

    private static JsonNode Parse(string line, string place)
    {
        try
        {
            return JsonNode.Parse(line) as JsonObject ?? throw new JsonException("it is not an object");
        }
        catch (JsonException bad)
        {
            throw new BadInputException(place, "this is no account in JSON", bad.Message);
        }
    }
}
