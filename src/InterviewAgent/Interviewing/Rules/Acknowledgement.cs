using InterviewAgent.Interviewing.Wording;

namespace InterviewAgent.Interviewing.Rules;

/// <summary>Tells acknowledgements ("Thanks.") from other sentences, and those of the closed list from others (R13).</summary>
internal static class Acknowledgement
{
    /// <summary>The whole sentence is one of the closed list.</summary>
    public static bool IsListed(DraftReading draft, Sentence sentence) =>
        draft.Matches("acknowledgements").Exists(found => found.First == sentence.First && Phrase.EndsClause(draft.Tokens, found.End)
            && found.End >= sentence.End - 1);

    /// <summary>The acknowledgement that a turn begins with, as words; null where it has none.</summary>
    public static string? Of(DraftReading draft)
    {
        var found = draft.Matches("acknowledgements").Find(found => found.First == 0);
        return found.End > 0 ? Key(draft.Tokens.Take(found.End)) : null;
    }

    /// <summary>The same of a turn shown before.</summary>
    public static string? Of(string shown, NeutralityLexicon lexicon)
    {
        var tokens = Tokenizer.Tokens(FoldedText.Of(shown, lexicon.Spelling), lexicon.Spelling);
        var found = lexicon.Phrases("acknowledgements").Matches(tokens, at => at == 0, at => at == 0).Find(found => found.First == 0);
        return found.End > 0 ? Key(tokens.Take(found.End)) : null;
    }

    private static string Key(IEnumerable<Token> tokens) => string.Join(' ', tokens.Where(token => token.IsWord).Select(token => token.Text));
}
