namespace InterviewAgent.Interviewing.Wording;

/// <summary>What the respondent said so far, read only when a rule asks for it.</summary>
internal sealed class SaidWords(IReadOnlyList<string> answers, Spelling spelling)
{
    private readonly Lazy<List<FoldedText>> texts = new(() => [.. answers.Select(answer => FoldedText.Of(answer, spelling))]);
    private HashSet<string>? stems;
    private List<Token>? last;

    public bool Any => answers.Count > 0;
    public IReadOnlyList<FoldedText> Texts => texts.Value;

    /// <summary>The last answer's words; empty before the first.</summary>
    public IReadOnlyList<Token> Last => last ??= Texts.Count == 0 ? [] : Tokenizer.Tokens(Texts[^1], spelling);

    public HashSet<string> Stems => stems ??= [.. Texts
        .SelectMany(text => Tokenizer.Tokens(text, spelling)).Where(token => token.IsWord).Select(token => token.Stem)];

    public bool Contains(string quote, StringComparison comparison) => Find(quote, comparison) is not null;

    /// <summary>Where the words stand as whole words in an answer; null where they do not.</summary>
    public (FoldedText Answer, int Start)? Find(string quote, StringComparison comparison)
    {
        var words = quote.Trim(' ', '\n', '.', ',', ';', ':', '!', '?');
        if (words.Length == 0)
        {
            return null;
        }

        foreach (var text in Texts)
        {
            for (var at = text.Cased.IndexOf(words, comparison); at >= 0; at = text.Cased.IndexOf(words, at + 1, comparison))
            {
                if (Whole(text.Cased, at, at + words.Length))
                {
                    return (text, at);
                }
            }
        }

        return null;
    }

    private static bool Whole(string text, int start, int end) =>
        (start == 0 || !char.IsLetterOrDigit(text[start - 1]) || !char.IsLetterOrDigit(text[start]))
        && (end == text.Length || !char.IsLetterOrDigit(text[end]) || !char.IsLetterOrDigit(text[end - 1]));
}
