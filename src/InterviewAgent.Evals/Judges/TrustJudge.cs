using System.Globalization;
using InterviewAgent.Prompts;

namespace InterviewAgent.Evals.Judges;

/// <summary>Whether a judge's verdicts may gate, in a sentence that the report repeats.</summary>
public sealed record JudgeTrust(bool MayGate, string Says);

public static class TrustJudge
{
    public static JudgeTrust Of(string evalsFolder, Judge judge, Prompt prompt, string model)
    {
        ArgumentNullException.ThrowIfNull(judge);
        var found = Calibration.Find(evalsFolder, judge.Name);
        var calibrate = $"`interview-agent evals calibrate {judge.Name}`";
        if (found is null)
            return Advisory($"it was never calibrated; {calibrate} does that");
        if (found.Bound != judge.Bound(prompt, model))
            return Advisory($"its calibration is of another {Changed(found, judge, prompt, model)}; {calibrate} writes a new one");
        if (!found.MayGate)
            return Advisory("its calibration says why: " + string.Join("; ", found.Why));
        // The rule of the least number of labels is not the file's to relax.
        return found.Labels < JudgeNeeds.Fewest ? Advisory($"its calibration has {found.Labels} labels, {JudgeNeeds.Fewest} are the least") : new JudgeTrust(true, string.Create(CultureInfo.InvariantCulture,
            $"The judge {judge.Name} ({model}) gates: kappa {found.Kappa:0.00} ({found.KappaLow:0.00} to {found.KappaHigh:0.00}) on {found.Labels} labels, {100 * found.Swap:0} % of verdicts stay when the order is swapped."));

        JudgeTrust Advisory(string why) => new(false, $"The judge {judge.Name} ({model}) is advisory and decides nothing: {why}.");
    }

    private static string Changed(Calibration found, Judge judge, Prompt prompt, string model) =>
        found.Model != model ? $"model ({found.Model})" : found.Rubric != judge.Rubric ? "rubric" : found.Prompt != prompt.Hash[..16] ? "prompt" : "judge";
}
