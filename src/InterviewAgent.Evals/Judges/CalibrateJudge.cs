using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using InterviewAgent.Evals.Runs;
using InterviewAgent.Evals.Statistics;
using InterviewAgent.Evals.Suites;
using InterviewAgent.LanguageModels;
using InterviewAgent.Prompts;

namespace InterviewAgent.Evals.Judges;

/// <summary>Puts labelled turns to a judge, each twice with the rubric's questions in both orders, and holds its verdicts against the labels.</summary>
public sealed class CalibrateJudge(string evalsFolder, Judge judge, Engine engine, SuiteModel model)
{
    private readonly Prompt prompt = engine.PromptOf(judge);
    private readonly string modelName = model.NameOf(ModelRole.Judging);
    private const double MostUnusable = 0.05;

    /// <param name="most">How many items, drawn by the hash of their ids: each costs two calls.</param>
    /// <exception cref="BadInputException">The set has fewer labels than a calibration needs.</exception>
    public Calibration Run(int most, DateTimeOffset at, Action<int, int>? progress = null, CancellationToken cancellation = default)
    {
        var folder = Path.Combine(evalsFolder, "sets", judge.Set);
        var items = ReadItems.Of<TurnItem>(Path.Combine(folder, "items.jsonl"))
            // What breaks only rules that the rubric does not ask about is neither right nor wrong for it.
            .Where(item => item.Rules.Count == 0 || item.Rules.Intersect(judge.Rules).Any())
            .OrderBy(item => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(item.Id))), StringComparer.Ordinal).Take(most).ToList();
        var needed = Math.Max(judge.Needs.Labels, JudgeNeeds.Fewest);
        if (items.Count < needed)
            throw new BadInputException($"Judge \"{judge.Name}\"", $"{items.Count} labelled items are too few, {needed} are the least", $"Label more of {folder}, or ask for more with --labels.");
        var ask = new AskJudge(judge, prompt, model.For($"Judge \"{judge.Name}\"", ModelRole.Judging).Answer);
        List<Verdict> verdicts = [];
        foreach (var item in items)
        {
            cancellation.ThrowIfCancellationRequested();
            var (forward, backward) = (ask.Of(item), ask.Of(item, reversed: true));
            if (forward is not null && backward is not null) verdicts.Add(new Verdict(item.Group ?? item.Id, [.. item.Rules.Intersect(judge.Rules)], forward, backward));
            progress?.Invoke(verdicts.Count, items.Count);
        }
        return Of(items.Count, verdicts, at, HashFiles.Of(folder));
    }

    private Calibration Of(int labels, List<Verdict> verdicts, DateTimeOffset at, string data)
    {
        var pairs = verdicts.ConvertAll(verdict => (verdict.Group, One: Say(verdict.Labels), Other: Say(verdict.Forward)));
        var plain = pairs.ConvertAll(pair => (pair.One, pair.Other));
        var (low, high) = KappaInterval.Of(pairs);
        var most = pairs.CountBy(pair => pair.One).DefaultIfEmpty().MaxBy(label => label.Value).Key;
        var against = pairs.Count == 0 ? null : ClusterDifference.Of(pairs.ConvertAll(pair => new PairedScore(pair.Group, pair.One == most ? 1 : 0, pair.One == pair.Other ? 1 : 0)));
        var same = verdicts.Count(verdict => Say(verdict.Forward) == Say(verdict.Backward));
        var (swapLow, swapHigh) = Wilson.Interval(same, verdicts.Count);
        var calibration = new Calibration(
            judge.Name, judge.Bound(prompt, modelName), judge.Rubric, prompt.Hash[..16], modelName, judge.Set, data, SetNotes.Labelled(evalsFolder, judge.Set), at,
            labels, verdicts.Count, Agreement.Kappa(plain), low, high, Agreement.Ac1(plain), against?.After ?? 0, against?.Before ?? 0,
            against is null ? "nothing to compare" : SayDifference.InWords(against, against.P), verdicts.Count == 0 ? 0 : same / (double)verdicts.Count, swapLow, swapHigh,
            judge.Questions.ConvertAll(question => Question(question, verdicts)), []);
        return calibration with { Why = [.. Missing(calibration, against is not null && SayDifference.Of(against, against.P) == Finding.Better)] };
    }

    private IEnumerable<string> Missing(Calibration found, bool beatsConstant)
    {
        string F(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
        var needs = judge.Needs;
        if (found.Usable < (1 - MostUnusable) * found.Labels) yield return F($"{found.Labels - found.Usable} of {found.Labels} answers were not usable");
        if (found.Kappa is not { } kappa || kappa < needs.Kappa) yield return F($"kappa {found.Kappa ?? 0:0.00} is under {needs.Kappa:0.00}");
        if (found.KappaLow < needs.KappaLow) yield return F($"kappa may be as low as {found.KappaLow:0.00}, under {needs.KappaLow:0.00}");
        if (!beatsConstant) yield return F($"it is not really better ({100 * found.Accuracy:0.0} %) than always saying what most labels say ({100 * found.Constant:0.0} %): {found.AgainstConstant}");
        if (found.Swap < needs.Swap) yield return F($"{100 * found.Swap:0.0} % of verdicts stay when the order of the questions is reversed, {100 * needs.Swap:0} % are needed");
    }

    private static JudgedQuestion Question(JudgeQuestion question, List<Verdict> verdicts)
    {
        var pairs = verdicts.ConvertAll(verdict => (One: YesNo(verdict.Labels, question.Rule), Other: YesNo(verdict.Forward, question.Rule)));
        return new JudgedQuestion(question.Id, question.Rule, pairs.Count(pair => pair.One == "yes"), pairs.Count(pair => pair.Other == "yes"), Agreement.Kappa(pairs), Agreement.Ac1(pairs));
    }

    private static string YesNo(IEnumerable<string> rules, string rule) => rules.Contains(rule) ? "yes" : "no";
    private static string Say(IEnumerable<string> rules) => rules.Any() ? "broken" : "clean";

    private sealed record Verdict(string Group, IReadOnlyList<string> Labels, IReadOnlySet<string> Forward, IReadOnlySet<string> Backward);
}
