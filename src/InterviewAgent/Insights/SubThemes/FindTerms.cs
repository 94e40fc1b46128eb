using InterviewAgent.Analysis.Language;

namespace InterviewAgent.Insights.SubThemes;

/// <summary>
/// What a quote is about: its terms. They depend on the words of the quote and on fixed lists and on no other quote, so that a quote is
/// grouped once and for all, in whatever order quotes come. Pure.
/// </summary>
internal sealed class FindTerms(ThemeLexicon lexicon)
{
    /// <summary>Terms under which one quote is counted: shared meanings first, then its rarest words.</summary>
    public const int Most = 4;

    /// <param name="words">As they may be shown: names stand as "[a colleague]" and are not read.</param>
    public QuoteTerms Of(string words)
    {
        Dictionary<string, int> found = new(StringComparer.Ordinal);
        foreach (var word in In(words))
        {
            found.TryAdd(word.Term, word.Rank);
        }
        return new QuoteTerms(
            [.. found.OrderBy(term => term.Value >= 0).ThenByDescending(term => term.Value).ThenBy(term => term.Key, StringComparer.Ordinal).Take(Most).Select(term => term.Key)],
            found.Keys.ToHashSet(StringComparer.Ordinal));
    }

    /// <summary>The words that count, with their terms, in order. Capitalised words inside a sentence are names of something and do not.</summary>
    public IEnumerable<TermAt> In(string words)
    {
        var (masked, begins) = (0, true);
        foreach (var token in Tokenize.Text(words))
        {
            masked += token.Text == "[" ? 1 : token.Text == "]" ? -1 : 0;
            if (token.Kind == TokenKind.Word && masked == 0 && (begins || !token.Capital)
                && lexicon.TermOf(token.Text, token.Lemma, out var rank) is { } term)
            {
                yield return new TermAt(term, rank, token);
            }
            begins = token.Text is "." or "!" or "?" or ":" or "\"" or "…" || begins && token.Kind == TokenKind.Mark;
        }
    }
}

/// <param name="Counted">At most <see cref="FindTerms.Most"/>, in order of weight.</param>
/// <param name="All">Every term of the quote: by one of them a person may split a theme.</param>
internal sealed record QuoteTerms(IReadOnlyList<string> Counted, IReadOnlySet<string> All);

/// <param name="Rank">Place of the word among the language's words by frequency; -1: it has a meaning of the list.</param>
internal readonly record struct TermAt(string Term, int Rank, Token Token);
