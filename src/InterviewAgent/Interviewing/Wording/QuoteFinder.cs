namespace InterviewAgent.Interviewing.Wording;

/// <summary>Finds words between quotation marks, and tells the respondent's own from others.</summary>
internal static class QuoteFinder
{
    public static List<Quote> Find(FoldedText text, List<Token> tokens, SaidWords said)
    {
        var quotes = new List<Quote>();
        var token = 0;
        for (var at = 0; at < text.Cased.Length; at++)
        {
            if (!Opens(text.Cased, at) || Closing(text.Cased, at) is not (> 0 and var close))
            {
                continue;
            }

            while (token < tokens.Count && tokens[token].Start <= at)
            {
                token++;
            }

            var first = token;
            while (token < tokens.Count && tokens[token].End <= close)
            {
                token++;
            }

            var cased = text.Cased[(at + 1)..close];
            quotes.Add(new Quote(first, token, cased, said.Contains(cased, StringComparison.OrdinalIgnoreCase)));
            at = close;
        }

        return quotes;
    }

    private static bool Opens(string text, int at) => text[at] switch
    {
        '"' => true,
        '\'' => (at == 0 || !char.IsLetterOrDigit(text[at - 1])) && at + 1 < text.Length && !char.IsWhiteSpace(text[at + 1]),
        _ => false,
    };

    /// <summary>The nearest mark of the same kind that is not an apostrophe inside a word.</summary>
    private static int Closing(string text, int open)
    {
        for (var at = open + 1; at < text.Length; at++)
        {
            if (text[at] == '\n' && at + 1 < text.Length && text[at + 1] == '\n')
            {
                return -1;
            }

            if (text[at] == text[open]
                && (text[at] == '"' || at + 1 == text.Length || !char.IsLetterOrDigit(text[at + 1])))
            {
                return at;
            }
        }

        return -1;
    }
}
