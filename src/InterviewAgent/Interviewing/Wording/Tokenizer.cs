namespace InterviewAgent.Interviewing.Wording;

/// <summary>Cuts a folded text into words and marks, in one pass.</summary>
internal static class Tokenizer
{
    public static List<Token> Tokens(FoldedText folded, Spelling spelling)
    {
        var text = folded.Lower;
        var tokens = new List<Token>(text.Length / 4);
        for (var at = 0; at < text.Length;)
        {
            if (char.IsLetterOrDigit(text[at]))
            {
                var end = WordEnd(text, at);
                AddWord(tokens, text[at..end], at, end, spelling);
                at = end;
                continue;
            }

            at = AddMark(tokens, text, at, spelling);
        }

        return tokens;
    }

    /// <summary>
    /// Runs of marks become one, a question mark prevailing; a dot inside a word ("app.config") is none; a line
    /// break is a mark where a paragraph or a list item begins, not where a line was merely wrapped; a hyphen joins.
    /// </summary>
    private static int AddMark(List<Token> tokens, string text, int start, Spelling spelling)
    {
        var end = start + 1;
        if (text[start] is '.' or '?' or '!')
        {
            while (end < text.Length && text[end] is '.' or '?' or '!')
            {
                end++;
            }

            var run = text.AsSpan(start, end - start);
            var mark = run.Contains('?') ? "?" : run.Contains('!') ? "!" : run.Length > 1 ? "…" : ".";
            var abbreviation = mark == "." && tokens.Count > 0 && tokens[^1].End == start && tokens[^1].IsWord
                && (tokens[^1].Text.Contains('.', StringComparison.Ordinal) || spelling.Abbreviations.Contains(tokens[^1].Text));
            if (abbreviation)
            {
                return end;
            }

            if (mark != "." || end == text.Length || !char.IsLetterOrDigit(text[end]))
            {
                tokens.Add(new Token(mark, "", false, start, end));
            }

            return end;
        }

        if (text[start] == '\n')
        {
            while (end < text.Length && text[end] is ' ' or '\n')
            {
                end++;
            }

            var breaks = text.AsSpan(start, end - start).Count('\n') > 1
                || (end < text.Length && (text[end] is '-' or '*' or '#' || char.IsDigit(text[end])));
            if (breaks)
            {
                tokens.Add(new Token("\n", "", false, start, end));
            }

            return end;
        }

        var joins = text[start] == '-' && start > 0 && char.IsLetter(text[start - 1]) && end < text.Length && char.IsLetter(text[end]);
        if (!joins && !char.IsWhiteSpace(text[start]))
        {
            tokens.Add(new Token(text[start..end], "", false, start, end));
        }

        return end;
    }

    /// <summary>A word may hold an apostrophe, and a dot between single letters or digits: "don't", "e.g", "3.5".</summary>
    private static int WordEnd(string text, int start)
    {
        var at = start + 1;
        while (at < text.Length)
        {
            var inner = at + 1 < text.Length && char.IsLetterOrDigit(text[at + 1]);
            if (char.IsLetterOrDigit(text[at])
                || (text[at] == '\'' && inner)
                || (text[at] is '.' or ',' && inner && char.IsDigit(text[at - 1]) && char.IsDigit(text[at + 1]))
                || (text[at] == '.' && inner && at - start == 1 && (at + 2 >= text.Length || !char.IsLetter(text[at + 2]))))
            {
                at++;
                continue;
            }

            break;
        }

        return at;
    }

    private static void AddWord(List<Token> tokens, string word, int start, int end, Spelling spelling)
    {
        if (spelling.ShortForms.TryGetValue(word, out var parts))
        {
            foreach (var part in parts)
            {
                tokens.Add(new Token(part, Stemmer.Stem(part), true, start, end));
            }

            return;
        }

        tokens.Add(new Token(word, Stemmer.Stem(word), true, start, end));
    }
}
