using System.Text.Json;
using InterviewAgent.Evals.Runs;

namespace InterviewAgent.Evals.Judges;

/// <summary>One question of the rubric against the labels. Kappa is null where one of the two says the same of every item.</summary>
public sealed record JudgedQuestion(string Question, string Rule, int Faults, int Found, double? Kappa, double? Ac1);

/// <summary>
/// How a judge did on labelled items: what decides whether it may gate. Kept in evals/judges/NAME.calibration.json and bound to rubric,
/// prompt and model: with another of them it says nothing.
/// </summary>
/// <param name="Labelled">By whom, in the set's own words.</param>
/// <param name="Usable">Items with a usable answer in both orders.</param>
/// <param name="Kappa">On the verdict "breaks a rule of the rubric or none", with its 95 % interval by cluster.</param>
/// <param name="Constant">What somebody reaches who always says what most labels say.</param>
/// <param name="AgainstConstant">The difference of the two accuracies, in words.</param>
/// <param name="Swap">Share of verdicts that stay the same when the questions come in the reverse order, with its interval.</param>
/// <param name="Why">What is missing before it may gate; empty when it may.</param>
public sealed record Calibration(
    string Judge, string Bound, string Rubric, string Prompt, string Model, string Set, string Data, string Labelled, DateTimeOffset At,
    int Labels, int Usable, double? Kappa, double KappaLow, double KappaHigh, double? Ac1, double Accuracy, double Constant, string AgainstConstant,
    double Swap, double SwapLow, double SwapHigh, IReadOnlyList<JudgedQuestion> Questions, IReadOnlyList<string> Why)
{
    private static readonly JsonSerializerOptions Written = new(EvalRun.Json) { WriteIndented = true, NewLine = "\n" };

    public bool MayGate => Why.Count == 0;

    public static string PathOf(string evalsFolder, string judge) => Path.Combine(evalsFolder, "judges", judge + ".calibration.json");

    /// <summary>Null: there is none.</summary>
    /// <exception cref="BadInputException">It cannot be read.</exception>
    public static Calibration? Find(string evalsFolder, string judge)
    {
        var path = PathOf(evalsFolder, judge);
        if (!File.Exists(path)) return null;
        try { return JsonSerializer.Deserialize<Calibration>(File.ReadAllText(path), Written); }
        catch (JsonException wrong) { throw new BadInputException(path, wrong.Message, $"Write it anew with `interview-agent evals calibrate {judge}`."); }
    }

    public void Keep(string evalsFolder) => File.WriteAllText(PathOf(evalsFolder, Judge), JsonSerializer.Serialize(this, Written) + "\n");
}
