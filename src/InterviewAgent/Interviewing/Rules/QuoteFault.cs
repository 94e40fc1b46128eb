using InterviewAgent.Interviewing.Wording;

namespace InterviewAgent.Interviewing.Rules;

/// <summary>What is wrong with a quote of the respondent's words (R7).</summary>
internal static class QuoteFault
{
    private const int MostWords = 8;
    private const int TurnsBetween = 2;

    /// <summary>The fault in words a drafter can act on; null for a quote that may be shown, or no quote of a person.</summary>
    public static string? Of(DraftReading draft, Quote quote)
    {
        var words = draft.Words(quote.First, quote.End).ToList();
        if (!quote.IsRespondents)
        {
            return draft.Matches("quote-frames").Exists(frame => frame.First < quote.First && draft.SentenceOf(frame.First) == draft.SentenceOf(quote.First))
                ? "the quoted words were not said so"
                : draft.Context.GuideKnown && RuleScope.IsQuestion(draft.Move) && !words.TrueForAll(word => IsGuides(draft, word)) ? "quotation marks around words nobody said" : null;
        }

        return draft.Said.Find(quote.Cased, StringComparison.Ordinal) is not var (answer, start) ? "quoted in another case than it was said"
            : words.Select(word => word.Start).Distinct().Count() > MostWords ? $"a quote of more than {MostWords} words"
            : quote.Cased.Contains("...", StringComparison.Ordinal) ? "a quote with an ellipsis"
            : !words.Exists(word => IsContent(draft, word)) ? "a quote without a content word"
            : CutsNegation(draft, answer, start) ? "a quote that cuts off a negation"
            : words.Exists(word => IsName(draft, word)) ? "a quote with a name"
            : CutsPhrase(draft, words) ? "a quote that is not a whole phrase"
            : null;
    }

    /// <summary>Two turns without a quote lie between two with one.</summary>
    public static bool TooOften(DraftReading draft) =>
        draft.Move is not (MoveKind.ReadBack or MoveKind.Clarify or MoveKind.Resume or MoveKind.AnswerRespondent)
        && draft.Quotes.Exists(quote => quote.IsRespondents)
        && draft.Context.Shown.TakeLast(TurnsBetween).Any(shown => shown.Move != MoveKind.ReadBack && QuotesTheRespondent(draft, shown.Text));

    private static bool QuotesTheRespondent(DraftReading draft, string shown)
    {
        var text = FoldedText.Of(shown, draft.Lexicon.Spelling);
        var tokens = Tokenizer.Tokens(text, draft.Lexicon.Spelling);
        return QuoteFinder.Find(text, tokens, draft.Said).Exists(quote => quote.IsRespondents);
    }

    private static bool IsContent(DraftReading draft, Token word) =>
        word.Text.Length > 2 && !draft.Lexicon.WordSet("function-words").Contains(word.Text);

    private static bool IsGuides(DraftReading draft, Token word) =>
        draft.Lexicon.WordSet("plain-words").Contains(word.Text) || draft.Lexicon.WordSet("function-words").Contains(word.Text)
        || draft.Context.GuideNouns.Any(noun => noun.Contains(word.Text, StringComparison.OrdinalIgnoreCase));

    private static bool IsName(DraftReading draft, Token word) =>
        draft.Context.Names.Any(name => name.Split(' ').Contains(word.Text, StringComparer.OrdinalIgnoreCase));

    /// <summary>"It is not working well" must not come back as "working well".</summary>
    private static bool CutsNegation(DraftReading draft, FoldedText answer, int start)
    {
        var before = Tokenizer.Tokens(FoldedText.Of(answer.Cased[Math.Max(0, start - 60)..start], draft.Lexicon.Spelling), draft.Lexicon.Spelling);
        for (var at = before.Count - 1; at >= Math.Max(0, before.Count - 3) && before[at].IsWord; at--)
        {
            if (draft.Lexicon.WordSet("negations").Contains(before[at].Text))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A phrase does not end in "the", "to" or "and".</summary>
    private static bool CutsPhrase(DraftReading draft, List<Token> words) =>
        draft.Lexicon.WordSet("phrase-breakers").Contains(words[^1].Text);
}
