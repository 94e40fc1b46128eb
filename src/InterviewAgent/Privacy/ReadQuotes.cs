using InterviewAgent.Storage;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Privacy;

/// <summary>The only way from a quote's place to its words, for every page, command, digest and export.</summary>
public sealed class ReadQuotes(InterviewAgentDb db, NameOverlay overlay)
{
    /// <summary>One answer for each span, in the order asked: the words, or why they are hidden.</summary>
    public async Task<IReadOnlyList<ShownQuote>> Read(
        Viewer viewer, IReadOnlyCollection<WordSpan> spans, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        ArgumentNullException.ThrowIfNull(spans);
        var turnIds = spans.Select(span => span.TurnId).Distinct().ToList();
        var turns = await db.Turns.AsNoTracking().Where(turn => turnIds.Contains(turn.Id))
            .ToDictionaryAsync(turn => turn.Id, cancellationToken);
        var rules = await InterviewRules.Load(
            db, [.. turns.Values.Select(turn => turn.InterviewId).Distinct()], cancellationToken);
        // Erased between the two readings is gone as well.
        return [.. spans.Select(span => turns.TryGetValue(span.TurnId, out var turn) && rules.TryGetValue(turn.InterviewId, out var rule)
            ? One(viewer, span, turn, rule)
            : ShownQuote.Not(span, WhyHidden.Gone))];
    }

    private ShownQuote One(Viewer viewer, WordSpan span, Interviewing.Turn turn, InterviewRules rules)
    {
        if (!rules.HasEnded)
        {
            return ShownQuote.Not(span, WhyHidden.NotEnded);
        }
        if (span.Start < 0 || span.Length <= 0 || span.End > turn.Text.Length)
        {
            return ShownQuote.Not(span, WhyHidden.Gone);
        }
        var visibility = rules.For(turn.Id, turn.N);
        var named = viewer.MaySeeNames && visibility.Of(turn.Text, span.Start, span.Length) == Visibility.WithMyName;
        var names = overlay.Find(turn.Text, named ? rules.Names with { Speaker = null } : rules.NamesFor(viewer));
        return Show.Words(turn.Text, span, visibility, names) is { } words
            ? new ShownQuote(
                span, words, null, rules.Role, named ? rules.Name : null, rules.Interview.Id, rules.Interview.HeldOn)
            : ShownQuote.Not(span, WhyHidden.Chosen);
    }
}
