using System.Text.Json.Serialization;
using InterviewAgent.Evals.Suites;

namespace InterviewAgent.Evals.Runs;

/// <summary>One item of a set, ready to be put to the engine.</summary>
/// <param name="Group">The cluster: items of one account, transcript or participant stand and fall together.</param>
/// <param name="Part">"dev" or "test".</param>
public sealed record Sample(string Id, string Group, string Part, string Input, IReadOnlyList<string> Expected, Func<Answer> Ask);

/// <summary>What the engine said of a sample.</summary>
/// <param name="Scores">By scorer, from 0 to 1, more is better; a scorer that does not apply to the sample is left out.</param>
public sealed record Answer(IReadOnlyList<string> Got, IReadOnlyDictionary<string, double> Scores);

/// <summary>A sample with its answer, as a run keeps it.</summary>
public sealed record ScoredItem(
    string Id, string Group, string Part, string Input, IReadOnlyList<string> Expected, IReadOnlyList<string> Got,
    IReadOnlyDictionary<string, double> Scores)
{
    /// <summary>Time, calls, tokens and money; null in baselines, which do not change with the weather.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Spent? Spent { get; init; }

    /// <summary>Every label expected and no other.</summary>
    [JsonIgnore]
    public bool Right => Expected.ToHashSet(StringComparer.Ordinal).SetEquals(Got);
}
