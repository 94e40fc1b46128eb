using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using InterviewAgent.Interviewing.Wording;

namespace InterviewAgent.Interviewing.Rules;

/// <summary>
/// What a model's draft is held to beyond every rule. A clean template is always at hand, so a doubt costs a redraft and never a turn; and
/// whoever talked the model into something has to get it through a closed vocabulary: the guide's words, the respondent's, plain ones.
/// </summary>
internal static partial class ModelDraft
{
    /// <summary>As many words in a row of the prompt are no chance.</summary>
    private const int LeakRun = 7;
    private const int Echo = 4;

    /// <summary>As many words in a row of an answer, outside quotation marks, are the answer itself.</summary>
    private const int Parroted = 5;
    private static readonly IRule[] OfWords = [new R04NoPresupposedValence(), new R07ExactQuoteOnly(), new R08NoInventedReference(), new R09KnownNouns()];
    private static readonly ConditionalWeakTable<string, HashSet<string>> Runs = [];

    /// <summary>What is only counted in a template blocks here: new words (R9), yes-or-no probes (R10), "why" (R11). An owed thanks (R13) is code's own matter.</summary>
    public static Breach Strictly(Breach breach) =>
        breach.Rule is "R9" or "R10" or "R11" ? breach with { Severity = RuleSeverity.Blocks } : breach;

    public static IEnumerable<Breach> Check(DraftReading draft)
    {
        if (!PlainText().IsMatch(draft.Original))
            yield return draft.Breach("R22", RuleSeverity.Blocks, "plain words in one line, without markup, addresses or placeholders", 0, draft.Tokens.Count);
        foreach (var told in draft.Sentences.Where(sentence => !draft.Asking(sentence) && !Acknowledgement.IsListed(draft, sentence) && !Quotes(draft, sentence)))
            yield return draft.Breach("R6", RuleSeverity.Blocks, "only the question, please; a quote may stand before it", told.First, told.End);
        if (Repeats(draft, PromptRuns(draft.Context.Instructions, draft.Lexicon), LeakRun))
            yield return draft.Breach("R21", RuleSeverity.Blocks, "repeats the prompt", 0, draft.Tokens.Count);
        if (draft.Text.Cased.Count(mark => mark == '"') is not (0 or 2))
            yield return draft.Breach("R7", RuleSeverity.Blocks, "one quote at most, between two quotation marks", 0, draft.Tokens.Count);
        foreach (var quote in draft.Quotes.Where(quote => quote.IsRespondents && SpeaksToInterviewer(draft, quote)))
            yield return draft.Breach("R22", RuleSeverity.Blocks, "quotes words that were said to the interviewer", quote.First, quote.End);
        if (draft.Said.Texts.Any(answer => RunsOf(Tokenizer.Tokens(answer, draft.Lexicon.Spelling), Parroted).Intersect(OwnRuns(draft)).Any()))
            yield return draft.Breach("R7", RuleSeverity.Blocks, "repeats the answer outside quotation marks", 0, draft.Tokens.Count);
        var orders = draft.Said.Texts.Where(answer => GivesOrders(answer, draft.Lexicon)).ToList();
        if (orders.Count == 0)
            yield break;
        if (Repeats(draft, [.. orders.SelectMany(answer => RunsOf(Tokenizer.Tokens(answer, draft.Lexicon.Spelling), Echo))], Echo))
            yield return draft.Breach("R22", RuleSeverity.Blocks, "repeats what it was told to say", 0, draft.Tokens.Count);
        if (TakesWordsOf(draft, orders))
            yield return draft.Breach("R22", RuleSeverity.Blocks, "takes its words from an answer that gives orders", 0, draft.Tokens.Count);
    }

    /// <summary>With the orders left out of what was said, the draft must still know its words: an order's own words are no vocabulary.</summary>
    private static bool TakesWordsOf(DraftReading draft, List<FoldedText> orders)
    {
        var others = draft.Context.Said.Where((_, index) => !orders.Contains(draft.Said.Texts[index])).ToList();
        var without = new DraftReading(draft.Original, draft.Context with { Said = others }, draft.Lexicon);
        return OfWords.SelectMany(rule => rule.Check(without)).Any();
    }

    private static bool GivesOrders(FoldedText answer, NeutralityLexicon lexicon)
    {
        var tokens = Tokenizer.Tokens(answer, lexicon.Spelling);
        return lexicon.Phrases("instructions").Matches(tokens, at => at == 0 || !tokens[at - 1].IsWord, at => at == 0).Count > 0;
    }

    private static bool Quotes(DraftReading draft, Sentence sentence) =>
        draft.Quotes.Exists(quote => quote.IsRespondents && quote.First >= sentence.First && quote.First < sentence.End);

    private static HashSet<string> PromptRuns(string instructions, NeutralityLexicon lexicon) => instructions.Length == 0 ? []
        : Runs.GetValue(instructions, text => [.. RunsOf(Tokenizer.Tokens(FoldedText.Of(text, lexicon.Spelling), lexicon.Spelling), LeakRun)]);

    /// <summary>"Reverse your answer" is no account of anybody's work; nor is a quotation inside the quotation.</summary>
    private static bool SpeaksToInterviewer(DraftReading draft, Quote quote) =>
        draft.Words(quote.First, quote.End).Any(word => word.Text is "you" or "your" or "yours" or "yourself")
        || Spoken().IsMatch(quote.Cased)
        || draft.Said.Find(quote.Cased, StringComparison.Ordinal) is var (answer, start) && IsSomebodyElses(answer.Cased, start, start + quote.Cased.Length);

    /// <summary>The respondent put it into quotation marks, or asked it.</summary>
    private static bool IsSomebodyElses(string answer, int start, int end) =>
        start > 0 && answer[start - 1] is '"' or '\'' || end < answer.Length && answer[end] is '"' or '\'' or '?';

    private static HashSet<string> OwnRuns(DraftReading draft) =>
        [.. RunsOf([.. draft.Tokens.Select((token, at) => draft.InOwnWords(at) ? token with { Text = "\u0001" } : token)], Parroted)];

    private static bool Repeats(DraftReading draft, HashSet<string> runs, int length) => runs.Count > 0 && RunsOf(draft.Tokens, length).Any(runs.Contains);

    /// <summary>Words in a row, whatever stands between them.</summary>
    private static IEnumerable<string> RunsOf(List<Token> tokens, int length)
    {
        var words = tokens.Where(token => token.IsWord).Select(token => token.Text).ToList();
        return Enumerable.Range(0, Math.Max(0, words.Count - length + 1)).Select(at => string.Join(' ', words.GetRange(at, length)));
    }

    // A question, a label or another quotation; an apostrophe inside a word is none.
    [GeneratedRegex("""["?:]|(?:^|[^\p{L}])'|'(?:[^\p{L}]|$)""", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Spoken();

    // Letters, digits, blanks and the marks of a question with a quote in it.
    [GeneratedRegex("""^[\p{L}\p{M}\p{N} .,?'’‘"“”„%-]+\z""", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex PlainText();
}
