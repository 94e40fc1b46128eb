using System.Text.Json;
using InterviewAgent.Evals.Judges;
using InterviewAgent.Evals.Runs;
using InterviewAgent.Evals.Suites;
using InterviewAgent.Tests.LanguageModels;

namespace InterviewAgent.Tests.Evals.Judges;

/// <summary>Judges behind a model's address that are as good or as bad as a test needs: they know the labels.</summary>
internal static class ScriptedJudge
{
    internal const string Model = "scripted-judge-not-a-model";
    internal const string Name = "judge-neutrality";

    private static readonly Dictionary<string, IReadOnlyList<string>> Labels = ReadItems.Of<TurnItem>(Path.Combine(Checkout.Evals, "sets", "neutrality", "items.jsonl"))
        .GroupBy(Turn, StringComparer.Ordinal).ToDictionary(turn => turn.Key, turn => turn.First().Rules, StringComparer.Ordinal);

    /// <summary>As labelled, but one turn in twelve the other way.</summary>
    internal static IReadOnlyList<string> Careful(string turn, bool reversed) => turn.Length % 12 == 0 ? (LabelsOf(turn).Count == 0 ? ["R5"] : []) : LabelsOf(turn);

    /// <summary>Finds everything clean.</summary>
    internal static IReadOnlyList<string> Indulgent(string turn, bool reversed) => [];

    /// <summary>Reads the labels in one order of the questions, and finds a fault everywhere in the other.</summary>
    internal static IReadOnlyList<string> Fickle(string turn, bool reversed) => reversed ? ["R1"] : LabelsOf(turn);

    /// <summary>Items of the set that ships, each turn once, half of them clean.</summary>
    internal static IEnumerable<string> Some(int items)
    {
        var turns = File.ReadLines(Path.Combine(Checkout.Evals, "sets", "neutrality", "items.jsonl")).Select(line => (Line: line, Item: JsonSerializer.Deserialize<TurnItem>(line, ReadItems.Json)!))
            .DistinctBy(turn => Turn(turn.Item)).ToList();
        return turns.Where(turn => turn.Item.Rules.Count == 0).Take(items / 2)
            .Concat(turns.Where(turn => turn.Item.Rules is ["R1" or "R2" or "R4" or "R5" or "R7"]).Take(items - items / 2)).Select(turn => turn.Line);
    }

    /// <summary>Asks the judge everything in both orders, keeps the answers in a folder, and returns a run of it.</summary>
    internal static async Task<EvalRun> Record(string evals, string folder, Func<string, bool, IReadOnlyList<string>> verdict)
    {
        await using var server = await FakeModelServer.Start();
        server.Otherwise = request => Answer(request, Judge.Load(evals, Name), verdict);
        await using var model = await SuiteModel.With(default, ("Provider", "openai-compatible"), ("Endpoint", server.V1), ("Model", Model), ("Recordings", folder));
        await using var engine = new Engine(Checkout.Prompts, model);
        new CalibrateJudge(evals, Judge.Load(evals, Name), engine, model).Run(1000, default);
        var suite = new Suite { Name = "judged", Task = "judge", Set = "neutrality", Judge = Name, Engine = Suite.Recording };
        var header = new RunHeader("judged", "judge", "neutrality", "all", engine.ProvenanceFor(suite, evals), default);
        return RunSuite.Run(header, engine.Samples(suite, evals, "all"), path: null);
    }

    internal static ModelReply Answer(SeenRequest request, Judge judge, Func<string, bool, IReadOnlyList<string>> verdict)
    {
        var asked = request.Messages.Last().Text;
        var turn = JsonSerializer.Deserialize<string>(asked[(asked.LastIndexOf("turn: ", StringComparison.Ordinal) + 6)..])!;
        var system = request.Messages.First().Text;
        var reversed = system.IndexOf($"\"{judge.Questions[^1].Id}\"", StringComparison.Ordinal) < system.IndexOf($"\"{judge.Questions[0].Id}\"", StringComparison.Ordinal);
        var broken = verdict(turn, reversed);
        var answer = judge.Questions.ToDictionary(question => question.Id, question => (object?)(broken.Contains(question.Rule) == question.Fault));
        answer["words"] = null;
        return ModelReply.Json(answer);
    }

    /// <summary>A turn in which something was masked on its way is not known again, and is clean to these judges.</summary>
    private static IReadOnlyList<string> LabelsOf(string turn) => Labels.GetValueOrDefault(turn, []);

    private static string Turn(TurnItem item) => item.Turns[item.Turn - 1].Text;
}
