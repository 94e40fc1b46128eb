namespace InterviewAgent.Interviewing.Wording;

/// <summary>Reads from its words which move a turn of somebody else's transcript is; it decides which rules are in scope.</summary>
internal static class MoveReader
{
    /// <summary>A question about the start of a conversation is not yet a consent turn.</summary>
    private const int ConsentSigns = 3;

    public static MoveKind Read(DraftReading draft) =>
        draft.Context.Shown.Count == 0 && draft.Matches("move-consent").Count >= ConsentSigns ? MoveKind.AskConsent
        : draft.Matches("move-close").Count > 0 ? MoveKind.Close
        : AsksToClarify(draft) ? MoveKind.Clarify
        : draft.Said.Any && TakesUp(draft) ? MoveKind.Probe
        : MoveKind.CoreQuestion;

    private static bool AsksToClarify(DraftReading draft) =>
        draft.Lexicon.Phrases("asks-to-clarify").Matches(draft.Said.Last, _ => true, at => at == 0).Count > 0;

    /// <summary>A probe speaks of the last answer: it points back ("that") or uses one of its nouns.</summary>
    private static bool TakesUp(DraftReading draft)
    {
        var plain = draft.Lexicon.WordSet("plain-words");
        var last = draft.Said.Last.Where(token => token.IsWord && token.Text.Length > 3 && !plain.Contains(token.Text))
            .Select(token => token.Stem).ToHashSet(StringComparer.Ordinal);
        return draft.Sentences.Where(sentence => !Rules.Acknowledgement.IsListed(draft, sentence))
            .SelectMany(sentence => Enumerable.Range(sentence.First, sentence.End - sentence.First))
            .Any(at => PointsBack(draft, at) || (draft.Tokens[at].IsWord && last.Contains(draft.Tokens[at].Stem)));
    }

    private static bool PointsBack(DraftReading draft, int at) =>
        draft.Tokens[at].Text is "that" or "this" or "it" or "those" && !draft.WordAt(at + 1, "pointed-nouns");
}
