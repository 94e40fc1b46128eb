using InterviewAgent.Analysis.Language;

namespace InterviewAgent.Analysis.Patterns;

/// <summary>Patterns found by their first word, so that a sentence meets only those that could begin in it.</summary>
internal sealed class PatternIndex<T>
{
    private readonly Dictionary<string, List<(Pattern, T)>> byWord = new(StringComparer.Ordinal);
    private readonly Dictionary<char, List<(string, Pattern, T)>> byBeginning = [];
    private readonly List<(Pattern, T)> byNumber = [];

    public PatternIndex(IEnumerable<(Pattern Pattern, T Value)> patterns)
    {
        foreach (var (pattern, value) in patterns)
        {
            var first = pattern.Elements[0];
            foreach (var word in first.Words) Listed(byWord, word).Add((pattern, value));
            foreach (var word in first.Phrases.Select(phrase => phrase.First).Where(word => !first.Words.Contains(word)).Distinct(StringComparer.Ordinal))
                if (word[^1] != '*') Listed(byWord, word).Add((pattern, value));
            foreach (var beginning in first.Beginnings) Listed(byBeginning, beginning[0]).Add((beginning, pattern, value));
            if (first.Number) byNumber.Add((pattern, value));
        }
    }

    /// <summary>Every match: what it stands for and the tokens [from, to) it covers.</summary>
    public void Find(ReadOnlySpan<Token> tokens, List<(T Value, int From, int To)> found)
    {
        for (var at = 0; at < tokens.Length; at++)
        {
            var token = tokens[at];
            if (byWord.TryGetValue(token.Text, out var starting)) Try(tokens, at, starting, found);
            if (token.Lemma != token.Text && byWord.TryGetValue(token.Lemma, out var lemma)) Try(tokens, at, lemma, found);
            if (token.Kind == TokenKind.Number) Try(tokens, at, byNumber, found);
            if (!byBeginning.TryGetValue(token.Text[0], out var beginnings)) continue;
            foreach (var (beginning, pattern, value) in beginnings)
            {
                if (!token.Text.StartsWith(beginning, StringComparison.Ordinal)) continue;
                var end = pattern.MatchAt(tokens, at);
                if (end > 0) found.Add((value, at, end));
            }
        }
    }

    private static void Try(ReadOnlySpan<Token> tokens, int at, List<(Pattern, T)> patterns, List<(T, int, int)> found)
    {
        foreach (var (pattern, value) in patterns)
        {
            var end = pattern.MatchAt(tokens, at);
            if (end > 0) found.Add((value, at, end));
        }
    }

    private static List<TItem> Listed<TKey, TItem>(Dictionary<TKey, List<TItem>> lists, TKey key) where TKey : notnull
    {
        if (!lists.TryGetValue(key, out var list)) lists[key] = list = [];
        return list;
    }
}
