using InterviewAgent.Interviewing;
using InterviewAgent.Storage;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Privacy;

/// <summary>A whole interview as a viewer may see it, turn by turn, by the same function as a quote.</summary>
public sealed class ReadTranscript(InterviewAgentDb db, NameOverlay overlay)
{
    /// <param name="marks">Quotes to be marked at their place: pieces break at their ends.</param>
    /// <returns>Null when there is no such interview, it has not ended, or nothing of it may be shown.</returns>
    public async Task<ShownTranscript?> Read(
        Viewer viewer, Guid interviewId, IReadOnlyCollection<WordSpan> marks, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        ArgumentNullException.ThrowIfNull(marks);
        if (!(await InterviewRules.Load(db, [interviewId], cancellationToken)).TryGetValue(interviewId, out var rules) || !rules.HasEnded)
        {
            return null;
        }
        var turns = await db.Turns.AsNoTracking().Where(turn => turn.InterviewId == interviewId)
            .OrderBy(turn => turn.N).ToListAsync(cancellationToken);
        var answers = turns.Where(turn => turn.Speaker == Speaker.Participant && turn.Text.Length > 0).ToList();
        var choices = answers.ToDictionary(turn => turn.Id, turn => rules.For(turn.Id, turn.N));
        var kinds = answers.Select(turn => choices[turn.Id].Of(turn.Text, 0, turn.Text.Length)).ToList();
        // A transcript under a name needs every word of it allowed with the name.
        var named = viewer.MaySeeNames && kinds.Count > 0 && kinds.TrueForAll(kind => kind == Visibility.WithMyName);
        var known = named ? rules.Names with { Speaker = null } : rules.NamesFor(viewer);
        var hidden = answers.SelectMany(turn => HiddenWords.Of(turn.Text, choices[turn.Id])).ToList();
        var shown = turns.Select(turn => One(turn, choices.GetValueOrDefault(turn.Id), known, marks, hidden)).ToList();
        return shown.Exists(turn => turn.Speaker == Speaker.Participant && turn.Pieces.Any(piece => piece.Text is not null))
            ? new ShownTranscript(interviewId, rules.Role, named ? rules.Name : null, shown)
            : null;
    }

    /// <summary>Words of an interviewer that were never said, as they may be shown beside this interview: null where they repeat a hidden sentence.</summary>
    internal async Task<IReadOnlyList<string?>> Unsaid(
        Viewer viewer, Guid interviewId, IReadOnlyList<string> texts, CancellationToken cancellationToken = default)
    {
        var rules = (await InterviewRules.Load(db, [interviewId], cancellationToken))[interviewId];
        var answers = await db.Turns.AsNoTracking().Where(turn => turn.InterviewId == interviewId && turn.Speaker == Speaker.Participant)
            .ToListAsync(cancellationToken);
        var hidden = answers.SelectMany(turn => HiddenWords.Of(turn.Text, rules.For(turn.Id, turn.N))).ToList();
        return [.. texts.Select(text => HiddenWords.IsRepeatedIn(text, hidden)
            ? null
            : string.Concat(Show.Pieces(text, new TurnVisibility([], Visibility.AccountOnly), overlay.Find(text, rules.NamesFor(viewer)), []).Select(piece => piece.Text)))];
    }

    private VisibleTurn One(
        Turn turn, TurnVisibility? choices, KnownNames known, IReadOnlyCollection<WordSpan> marks, IReadOnlyList<string> hidden)
    {
        if (turn.Speaker == Speaker.Interviewer)
        {
            // The interviewer repeats the respondent's words: in the read-back and in probes that quote.
            return turn.Move == MoveKind.ReadBack || HiddenWords.IsRepeatedIn(turn.Text, hidden)
                ? new VisibleTurn(turn.Id, turn.N, turn.Speaker, turn.Move, turn.At, [new ShownPiece(0, turn.Text.Length, null)])
                : new VisibleTurn(turn.Id, turn.N, turn.Speaker, turn.Move, turn.At,
                    [.. Show.Pieces(turn.Text, new TurnVisibility([], Visibility.AccountOnly), overlay.Find(turn.Text, known), [])]);
        }
        var cuts = marks.Where(mark => mark.TurnId == turn.Id).SelectMany(mark => new[] { mark.Start, mark.End });
        return new VisibleTurn(turn.Id, turn.N, turn.Speaker, turn.Move, turn.At,
            [.. Show.Pieces(turn.Text, choices ?? new TurnVisibility([], Visibility.AccountOnly), overlay.Find(turn.Text, known), cuts)]);
    }
}

/// <param name="Name">The respondent's name, only where every word of the interview was allowed with it.</param>
public sealed record ShownTranscript(Guid InterviewId, Accounts.Role Role, string? Name, IReadOnlyList<VisibleTurn> Turns);

/// <param name="Pieces">In order; a piece without text is shown as "hidden to protect".</param>
public sealed record VisibleTurn(
    Guid TurnId, int N, Speaker Speaker, MoveKind? Move, DateTimeOffset? At, IReadOnlyList<ShownPiece> Pieces);
