namespace InterviewAgent.Interviewing.Wording;

/// <summary>
/// Phrases of one concern, found in one pass: a token leads to the few phrases that can begin with it. Exceptions
/// cover tokens: a match that lies wholly or partly under an exception is not reported.
/// </summary>
internal sealed class PhraseSet
{
    private readonly Dictionary<string, List<Phrase>> byWord = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Phrase>> byStem = new(StringComparer.Ordinal);
    private readonly PhraseSet? exceptions;

    public PhraseSet(IEnumerable<Phrase> phrases, IEnumerable<Phrase> exceptions)
    {
        foreach (var phrase in phrases)
        {
            Add(phrase);
        }

        var except = exceptions.ToList();
        this.exceptions = except.Count == 0 ? null : new PhraseSet(except, []);
    }

    /// <summary>Longest match at each place, left to right, without overlaps.</summary>
    public List<Span> Matches(IReadOnlyList<Token> tokens, Func<int, bool> startsClause, Func<int, bool> startsSentence)
    {
        var found = new List<Span>();
        var covered = exceptions?.Matches(tokens, startsClause, startsSentence) ?? [];
        var cover = 0;
        for (var at = 0; at < tokens.Count; at++)
        {
            var end = Longest(tokens, at, startsClause, startsSentence);
            if (end < 0)
            {
                continue;
            }

            while (cover < covered.Count && covered[cover].End <= at)
            {
                cover++;
            }

            if (cover < covered.Count && covered[cover].First < end)
            {
                continue;
            }

            found.Add(new Span(at, end));
            at = end - 1;
        }

        return found;
    }

    private int Longest(IReadOnlyList<Token> tokens, int at, Func<int, bool> startsClause, Func<int, bool> startsSentence)
    {
        var longest = -1;
        var token = tokens[at];
        if (byWord.TryGetValue(token.Text, out var phrases))
        {
            longest = Longest(phrases, tokens, at, startsClause, startsSentence);
        }

        return byStem.Count > 0 && token.IsWord && byStem.TryGetValue(token.Stem, out phrases)
            ? Math.Max(longest, Longest(phrases, tokens, at, startsClause, startsSentence))
            : longest;
    }

    private static int Longest(
        List<Phrase> phrases, IReadOnlyList<Token> tokens, int at, Func<int, bool> startsClause, Func<int, bool> startsSentence)
    {
        var longest = -1;
        foreach (var phrase in phrases)
        {
            if ((!phrase.AtClauseStart || startsClause(at)) && (!phrase.AtSentenceStart || startsSentence(at)))
            {
                longest = Math.Max(longest, phrase.Match(tokens, at));
            }
        }

        return longest;
    }

    private void Add(Phrase phrase)
    {
        var first = phrase.Steps[0];
        if (first.Any || first.Gap > 0)
        {
            throw new FormatException("a phrase begins with a word, not with _ or ...");
        }

        foreach (var word in first.Words)
        {
            Under(byWord, word).Add(phrase);
        }

        foreach (var stem in first.Stems)
        {
            Under(byStem, stem).Add(phrase);
        }
    }

    private static List<Phrase> Under(Dictionary<string, List<Phrase>> index, string key)
    {
        if (!index.TryGetValue(key, out var phrases))
        {
            index[key] = phrases = [];
        }

        return phrases;
    }
}

/// <summary>Tokens from <paramref name="First"/> up to, not including, <paramref name="End"/>.</summary>
internal readonly record struct Span(int First, int End)
{
    public bool Overlaps(int first, int end) => First < end && first < End;
}
