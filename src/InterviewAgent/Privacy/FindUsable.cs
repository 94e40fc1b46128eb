using InterviewAgent.Interviewing;
using InterviewAgent.Storage;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Privacy;

/// <summary>
/// Which words may feed a reading of their account at all: a flag, a theme, an account page. Words kept to totals feed none, and
/// what rests on them alone does not exist there, not even as a code.
/// </summary>
internal sealed class FindUsable(InterviewAgentDb db)
{
    // By name: the store keeps enums as words, which have no order.
    private static readonly Visibility[] Kept = [Visibility.TotalsOnly, Visibility.Delete];

    /// <summary>Answers from the choices of some accounts' interviews, loaded once.</summary>
    public async Task<UsableWords> Of(IReadOnlyCollection<Guid> accountIds, CancellationToken cancellationToken)
    {
        var choosing = await db.Interviews
            .Where(interview => accountIds.Contains(interview.AccountId)
                && (Kept.Contains(interview.Visibility) || interview.Choices.Any(choice => Kept.Contains(choice.Visibility))))
            .Select(interview => interview.Id).ToListAsync(cancellationToken);
        if (choosing.Count == 0)
        {
            return new UsableWords(new HashSet<Guid>(), new Dictionary<Guid, UsableTurn>());
        }
        var rules = await InterviewRules.Load(db, choosing, cancellationToken);
        var turns = await db.Turns.AsNoTracking()
            .Where(turn => choosing.Contains(turn.InterviewId) && turn.Speaker == Speaker.Participant).ToListAsync(cancellationToken);
        return new UsableWords(
            rules.Values.Where(rule => TurnVisibility.Hides(rule.Interview.Visibility)).Select(rule => rule.Interview.Id).ToHashSet(),
            turns.ToDictionary(turn => turn.Id, turn => new UsableTurn(turn.Text, rules[turn.InterviewId].For(turn.Id, turn.N))));
    }
}

/// <param name="KeptInterviews">Interviews whose choice for all is totals only or stricter.</param>
/// <param name="Turns">Turns of interviews in which anything is kept; all others are usable.</param>
internal sealed record UsableWords(IReadOnlySet<Guid> KeptInterviews, IReadOnlyDictionary<Guid, UsableTurn> Turns)
{
    public bool Allows(WordSpan span) => !Turns.TryGetValue(span.TurnId, out var turn) || turn.Allows(span);

    /// <summary>A whole turn, as its sentiment needs it.</summary>
    public bool AllowsTurn(Guid turnId) => !Turns.TryGetValue(turnId, out var turn) || turn.AllowsAll();
}

/// <summary>Answers about a turn's words without giving them away.</summary>
internal sealed class UsableTurn(string text, TurnVisibility visibility)
{
    public bool Allows(WordSpan span) => span is { Start: >= 0, Length: > 0 } && span.End <= text.Length
        && !TurnVisibility.Hides(visibility.Of(text, span.Start, span.Length));

    public bool AllowsAll() => text.Length == 0 || !TurnVisibility.Hides(visibility.Of(text, 0, text.Length));
}
