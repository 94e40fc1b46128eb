using System.Globalization;
using System.Net;
using DiffPlex;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;
using InterviewAgent.Evals.Statistics;

namespace InterviewAgent.Evals.Replays;

/// <summary>Replayed interviews side by side, as one HTML file that opens from disk and loads nothing.</summary>
public static class WriteReplay
{
    private const string Hidden = "<em>hidden to protect</em>";

    public static string Of(ReplaySummary summary, IReadOnlyList<ReplayedInterview> interviews, string prompts)
    {
        ArgumentNullException.ThrowIfNull(interviews);
        using var page = new StreamReader(typeof(WriteReplay).Assembly.GetManifestResourceStream("InterviewAgent.Evals.Replays.replay.html")!);
        return page.ReadToEnd()
            .Replace("{{summary}}", string.Concat(Sentences(summary, prompts).Select(sentence => $"<p>{Text(sentence)}</p>")), StringComparison.Ordinal)
            .Replace("{{interviews}}", string.Concat(interviews.Select(Section)), StringComparison.Ordinal);
    }

    /// <summary>The same sentences in the terminal and on the page.</summary>
    public static IEnumerable<string> Sentences(ReplaySummary summary, string prompts)
    {
        ArgumentNullException.ThrowIfNull(summary);
        yield return F($"{summary.Turns} turns of {summary.Interviews} interviews were put to {prompts}, each with the turns that really came before it.");
        yield return F($"{summary.Changed} would have been worded otherwise, {summary.OtherMove} by another kind of move.");
        yield return summary.Breaches.Count == 0
            ? "No draft breaks a rule of the policy."
            : "Drafts that break a rule: " + string.Join(", ", summary.Breaches.OrderByDescending(rule => rule.Value).Select(rule => F($"{rule.Key} {rule.Value}"))) + ".";
        if (summary.Clean is { } clean)
            yield return F($"Strictly clean by the independent metric: {clean.Before:P1} as asked, {clean.After:P1} as it would be; {SayDifference.InWords(clean, clean.P)}.");
    }

    private static string Section(ReplayedInterview interview) =>
        $"<section><h2>{interview.Id:N}</h2>" + string.Concat(interview.Turns.Select(turn =>
        {
            var (asked, would) = Sides(turn.Asked, turn.Would);
            var same = turn.Asked == turn.Would;
            var move = turn.Turn.AskedMove == turn.Turn.WouldMove ? $"{turn.Turn.WouldMove}" : $"{turn.Turn.AskedMove} → {turn.Turn.WouldMove}";
            return $"<article{(same ? "" : " class=\"changed\"")}><p class=\"quiet\">turn {turn.Turn.N} · {move}"
                + (turn.Turn.Rules.Count == 0 ? " · clean" : " · breaks " + string.Join(' ', turn.Turn.Rules))
                + $"</p><p>{Text(turn.Said)}</p><div class=\"sides\"><p><span class=\"quiet\">asked</span><br>{asked}</p><p><span class=\"quiet\">would ask</span><br>{(same ? "the same" : would)}</p></div></article>";
        })) + "</section>";

    private static (string Asked, string Would) Sides(string? asked, string? would)
    {
        if (asked is null || would is null)
            return (asked is null ? Hidden : Text(asked), would is null ? Hidden : Text(would));
        // The differ compares lines: so one word a line.
        var words = new InlineDiffBuilder(new Differ()).BuildDiffModel(Lines(asked), Lines(would)).Lines;
        string Side(ChangeType gone, string mark) => string.Join(' ', words.Where(word => word.Type is ChangeType.Unchanged || word.Type == gone)
            .Select(word => word.Type == gone ? $"<{mark}>{Text(word.Text)}</{mark}>" : Text(word.Text)));
        return (Side(ChangeType.Deleted, "del"), Side(ChangeType.Inserted, "ins"));
    }

    private static string Lines(string text) => string.Join('\n', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Text(string text) => WebUtility.HtmlEncode(text).Replace("\n", "<br>", StringComparison.Ordinal);

    private static string F(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
