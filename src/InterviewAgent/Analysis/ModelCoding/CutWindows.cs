namespace InterviewAgent.Analysis.ModelCoding;

/// <summary>Cuts a long transcript into parts that a model takes in at once. Two neighbours share turns, so that nothing is only ever read at an edge.</summary>
internal static class CutWindows
{
    /// <summary>A turn longer than a window is cut into pieces with the same number, which overlap by so much.</summary>
    private const int PieceOverlap = 400;

    internal static IReadOnlyList<IReadOnlyList<TranscriptTurn>> Of(IReadOnlyList<TranscriptTurn> turns, int most, int overlap)
    {
        var pieces = turns.SelectMany(turn => Pieces(turn, most)).ToList();
        List<IReadOnlyList<TranscriptTurn>> windows = [];
        for (var from = 0; from < pieces.Count;)
        {
            var (to, length) = (from, 0);
            while (to < pieces.Count && (to == from || length + pieces[to].Text.Length <= most))
                length += pieces[to++].Text.Length;
            windows.Add(pieces[from..to]);
            if (to == pieces.Count)
                break;
            // Always onwards, however long the shared turns are.
            from = Math.Max(from + 1, to - overlap);
        }
        return windows.Count == 0 ? [[]] : windows;
    }

    private static List<TranscriptTurn> Pieces(TranscriptTurn turn, int most)
    {
        if (turn.Text.Length <= most)
            return [turn];
        List<TranscriptTurn> pieces = [];
        for (var at = 0; at < turn.Text.Length; at += most - PieceOverlap)
        {
            pieces.Add(turn with { Text = turn.Text.Substring(at, Math.Min(most, turn.Text.Length - at)) });
            if (at + most >= turn.Text.Length)
                break;
        }
        return pieces;
    }
}
