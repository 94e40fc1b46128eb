using InterviewAgent.Interviewing;
using InterviewAgent.Storage;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Privacy;

/// <summary>A replayed interview as a viewer may see it: the same choices and names hold as for its transcript.</summary>
public sealed class ReadReplay(InterviewAgentDb db, NameOverlay overlay, ReadTranscript transcripts)
{
    /// <summary>Null when nothing of the interview may be shown. A text that would repeat a hidden sentence is null.</summary>
    public async Task<IReadOnlyList<ShownReplay>?> Read(
        Viewer viewer, Guid interviewId, IReadOnlyList<ReplayedTurn> replayed, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(replayed);
        if (await transcripts.Read(viewer, interviewId, [], cancellationToken) is not { } transcript)
        {
            return null;
        }
        var rules = (await InterviewRules.Load(db, [interviewId], cancellationToken))[interviewId];
        var answers = await db.Turns.AsNoTracking().Where(turn => turn.InterviewId == interviewId && turn.Speaker == Speaker.Participant)
            .ToListAsync(cancellationToken);
        var hidden = answers.SelectMany(turn => HiddenWords.Of(turn.Text, rules.For(turn.Id, turn.N))).ToList();
        var said = transcript.Turns.ToDictionary(turn => turn.N, turn => string.Concat(turn.Pieces.Select(piece => piece.Text ?? Show.Protected)));
        return [.. replayed.Select(turn => new ShownReplay(turn, said[turn.N], Words(turn.Asked), Words(turn.Would)))];

        string? Words(string text) => HiddenWords.IsRepeatedIn(text, hidden)
            ? null
            : string.Concat(Show.Pieces(text, new TurnVisibility([], Visibility.AccountOnly), overlay.Find(text, rules.Names), []).Select(piece => piece.Text));
    }
}

/// <param name="Said">The answer, with hidden sentences masked.</param>
/// <param name="Asked">What was asked after it; null: hidden to protect.</param>
/// <param name="Would">What the other prompts would have asked.</param>
public sealed record ShownReplay(ReplayedTurn Turn, string Said, string? Asked, string? Would);
