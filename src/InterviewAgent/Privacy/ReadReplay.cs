using InterviewAgent.Interviewing;

namespace InterviewAgent.Privacy;

/// <summary>A replayed interview as a viewer may see it: the same choices and names hold as for its transcript.</summary>
public sealed class ReadReplay(ReadTranscript transcripts)
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
        var said = transcript.Turns.ToDictionary(turn => turn.N, turn => string.Concat(turn.Pieces.Select(piece => piece.Text ?? Show.Protected)));
        var words = await transcripts.Unsaid(viewer, interviewId, [.. replayed.SelectMany(turn => new[] { turn.Asked, turn.Would })], cancellationToken);
        return [.. replayed.Select((turn, n) => new ShownReplay(turn, said[turn.N], words[2 * n], words[(2 * n) + 1]))];
    }
}

/// <param name="Said">The answer, with hidden sentences masked.</param>
/// <param name="Asked">What was asked after it; null: hidden to protect.</param>
/// <param name="Would">What the other prompts would have asked.</param>
public sealed record ShownReplay(ReplayedTurn Turn, string Said, string? Asked, string? Would);
