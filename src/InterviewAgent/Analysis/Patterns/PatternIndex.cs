using InterviewAgent.Analysis.Language;

namespace InterviewAgent.Analysis.Patterns;

/// <summary>Patterns found by their first word, so that a sentence meets only those that could begin in it.</summary>
internal sealed class PatternIndex<T>
{
    private readonly Dictionary<string, List<(Pattern, T)>> byWord = new(StringComparer.Ordinal);
    private readonly Dictionary<char, List<(string, Pattern, T)>> byBeginning = [];
    private readonly List<(Pattern, T)> byNumber = [];
    private readonly PerWord<(Pattern, T)[]> starts;

    public PatternIndex(IEnumerable<(Pattern Pattern, T Value)> patterns)
    {
        starts = new PerWord<(Pattern, T)[]>(Starting);
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
    public List<(T Value, int From, int To)> Find(ReadOnlySpan<Token> tokens)
    {
        List<(T, int, int)>? found = null;
        for (var at = 0; at < tokens.Length; at++)
        {
            var starting = starts.Of(tokens[at].Form);
            foreach (var (pattern, value) in starting) Try(tokens, at, pattern, value, ref found);
            if (tokens[at].Kind != TokenKind.Number) continue;
            foreach (var (pattern, value) in byNumber) Try(tokens, at, pattern, value, ref found);
        }
        return found ?? None;
    }

    private static readonly List<(T, int, int)> None = [];

    private static void Try(ReadOnlySpan<Token> tokens, int at, Pattern pattern, T value, ref List<(T, int, int)>? found)
    {
        var end = pattern.MatchAt(tokens, at);
        if (end > 0) (found ??= new(4)).Add((value, at, end));
    }

    /// <summary>The patterns that may begin with a word.</summary>
    private (Pattern, T)[] Starting(WordForm form)
    {
        var starting = new List<(Pattern, T)>();
        if (byWord.TryGetValue(form.Text, out var own)) starting.AddRange(own);
        if (form.HasLemma && byWord.TryGetValue(form.Lemma, out var lemma)) starting.AddRange(lemma);
        if (byBeginning.TryGetValue(form.Text[0], out var beginnings))
            starting.AddRange(beginnings.Where(begins => form.Text.StartsWith(begins.Item1, StringComparison.Ordinal)).Select(begins => (begins.Item2, begins.Item3)));
        return [.. starting];
    }

    private static List<TItem> Listed<TKey, TItem>(Dictionary<TKey, List<TItem>> lists, TKey key) where TKey : notnull
    {
        if (!lists.TryGetValue(key, out var list)) lists[key] = list = [];
        return list;
    }
}
