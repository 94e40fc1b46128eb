using System.CommandLine;
using System.Globalization;
using InterviewAgent.Evals.Transcripts;
using InterviewAgent.Interviewing;

namespace InterviewAgent.Cli.Commands.Evals;

/// <summary><c>interview-agent evals disagreements FILE</c>: where the gate and the independent metric differ on anybody's transcripts.</summary>
internal static class DisagreementsCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("file") { Description = "Transcripts, as `check` takes them." };
        var ids = new Option<bool>("--ids") { Description = "Where the turns are and nothing of their words, for data whose words may not be kept." };
        var json = Json.Option();
        var command = new Command("disagreements", "List the turns on which gate and independent metric differ.") { file, ids, json };
        command.SetAction(async (parsed, cancellation) =>
        {
            var path = parsed.GetValue(file)!;
            if (!File.Exists(path)) throw new BadInputException(path, "it is not there", "Name a file of transcripts.");
            var (check, found, output) = (CheckTranscripts.With(EvalsFolder.Prompts), new Disagreements(), parsed.InvocationConfiguration.Output);
            SortedDictionary<string, List<string>> byPlace = new(StringComparer.Ordinal);
            using var reader = new StreamReader(path);
            await foreach (var line in ReadTranscripts.From(reader, cancellation))
                foreach (var differ in check.Check(line).SelectMany(found.Add))
                    if (parsed.GetValue(ids)) Note(byPlace, differ);
                    else if (parsed.GetValue(json)) Json.Write(output, differ);
                    else await output.WriteLineAsync($"{differ.Interview} turn {differ.Turn}, {differ.Question}: {(differ.GateSays ? "gate only" : "metric only")}: {Terminal.Plain(differ.Text)}");
            foreach (var (place, turns) in byPlace)
                if (parsed.GetValue(json)) Json.Write(output, new { place, turns });
                else await output.WriteLineAsync($"{place} ({turns.Count}): {string.Join(" ", turns)}");
            foreach (var row in found.Summary())
                if (parsed.GetValue(json)) Json.Write(output, row);
                else await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{row.Question,-34} both {row.Both,4}  gate only {row.GateOnly,4}  metric only {row.MetricOnly,4}  neither {row.Neither,4}  kappa {row.Kappa:0.00}  AC1 {row.Ac1:0.00}"));
            return Exit.Ok;
        });
        return command;
    }

    private static void Note(SortedDictionary<string, List<string>> byPlace, Disagreement differ)
    {
        var place = $"{differ.Question}, {(differ.GateSays ? "gate only" : "metric only")}";
        if (!byPlace.TryGetValue(place, out var turns)) byPlace[place] = turns = [];
        turns.Add(string.Create(CultureInfo.InvariantCulture, $"{differ.Interview}:{differ.Turn}"));
    }
}
