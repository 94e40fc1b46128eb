using InterviewAgent.Interviewing;

namespace InterviewAgent.Evals.Scorers;

internal static class ScoreQuotes
{
    /// <summary>One of the quotes is part of the other, or half of the shorter one's words stand in a run of the longer.</summary>
    public static bool Overlap(Label gold, Label found) =>
        (gold.Quotes ?? []).Any(one => (found.Quotes ?? []).Any(other => one.Turn == other.Turn && Shares(one.Text, other.Text)));

    public static double? Verbatim(IReadOnlyList<InterviewPair> pairs)
    {
        var quotes = 0;
        var verbatim = 0;
        foreach (var pair in pairs)
        {
            var said = pair.Interview.Turns.Where(turn => turn.Speaker == Speaker.Participant).ToDictionary(turn => turn.N, turn => turn.Text);
            foreach (var quote in (pair.Found?.All() ?? []).SelectMany(label => label.Label.Quotes ?? []))
            {
                quotes++;
                if (said.TryGetValue(quote.Turn, out var text) && text.Contains(quote.Text, StringComparison.Ordinal)) verbatim++;
            }
        }
        return quotes == 0 ? null : (double)verbatim / quotes;
    }

    private static bool Shares(string one, string other)
    {
        if (one.Contains(other, StringComparison.Ordinal) || other.Contains(one, StringComparison.Ordinal)) return true;
        var (shorter, longer) = one.Length <= other.Length ? (one, other) : (other, one);
        var half = Math.Max(shorter.Length / 2, 1);
        for (var at = 0; at + half <= shorter.Length; at++)
            if (longer.Contains(shorter.AsSpan(at, half), StringComparison.Ordinal)) return true;
        return false;
    }
}
