namespace InterviewAgent.Analysis.Quotes;

/// <summary>
/// Where a coder's words stand in a participant's turn. Matching folds case, white space, quotes, dashes and Unicode
/// form; what is shown is cut from the transcript, never taken from the coder.
/// </summary>
public static class LocateQuote
{
    /// <summary>The first place of <paramref name="quote"/> in <paramref name="text"/>, in UTF-16 units; null when it is not there.</summary>
    public static (int Start, int Length)? In(string text, string quote)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(quote);
        var sought = new FoldedText(quote).Folded.Trim();
        if (sought.Length == 0) return null;
        var folded = new FoldedText(text);
        var at = folded.Folded.IndexOf(sought, StringComparison.Ordinal);
        return at < 0 ? null : folded.Original(at, at + sought.Length);
    }

    /// <summary>The span in the first participant turn that holds the words; null when no participant said them.</summary>
    /// <param name="turn">Looked in first, when the coder named one; other turns are not searched then.</param>
    public static QuoteSpan? In(Transcript transcript, string quote, int? turn = null)
    {
        ArgumentNullException.ThrowIfNull(transcript);
        foreach (var said in transcript.Turns)
        {
            if (said.Speaker != Interviewing.Speaker.Participant || (turn is { } n && said.N != n)) continue;
            if (In(said.Text, quote) is { } place) return new QuoteSpan(said.N, place.Start, place.Length);
        }
        return null;
    }
}
