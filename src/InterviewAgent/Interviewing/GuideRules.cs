using System.Text.RegularExpressions;
using InterviewAgent.Interviewing.Rules;

namespace InterviewAgent.Interviewing;

/// <summary>What a text of a guide is.</summary>
public enum GuideText { Core, Probe, Opener }

/// <summary>Checks a guide when it is loaded: every question passes the gate, and the guide as a whole is balanced (R18).</summary>
public sealed partial class GuideRules(NeutralityGate gate)
{
    /// <summary>Breaches of one text of a guide, with its slots ("{product}") taken as filled by a noun of the guide.</summary>
    /// <param name="nouns">The guide's nouns.</param>
    public IReadOnlyList<Breach> CheckQuestion(string text, GuideText kind, IReadOnlyCollection<string> nouns)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(nouns);
        var quoted = Slot().Matches(text).Where(slot => IsQuoted(text, slot)).Select(slot => slot.Groups[1].Value).ToList();
        return gate.Check(Slot().Replace(text, "$1"), new DraftContext
        {
            Move = kind == GuideText.Probe ? MoveKind.Probe : MoveKind.CoreQuestion,
            GuideNouns = [.. nouns, .. Slot().Matches(text).Select(slot => slot.Groups[1].Value)],
            Said = quoted,
        }).Breaches;
    }

    /// <summary>R18: as many invitations to the favourable as to the unfavourable, and no topic named as a problem.</summary>
    public IReadOnlyList<Breach> CheckGuide(IReadOnlyList<string> topics, IReadOnlyList<string> questions)
    {
        ArgumentNullException.ThrowIfNull(topics);
        ArgumentNullException.ThrowIfNull(questions);
        return R18BalancedGuide.Check(topics, questions, gate.Lexicon);
    }

    /// <summary>R18: over seeds, the pair comes in both orders; <paramref name="order"/> gives the pair for a seed.</summary>
    public static bool Alternates(Func<int, IReadOnlyList<string>> order)
    {
        ArgumentNullException.ThrowIfNull(order);
        return Enumerable.Range(0, 64).Select(seed => order(seed)[0]).Distinct(StringComparer.Ordinal).Count() > 1;
    }

    private static bool IsQuoted(string text, Match slot) =>
        slot.Index > 0 && slot.Index + slot.Length < text.Length && "'\"‘“".Contains(text[slot.Index - 1]);

    [GeneratedRegex(@"\{+\s*([\w-]+)\s*\}+", RegexOptions.NonBacktracking)]
    private static partial Regex Slot();
}
