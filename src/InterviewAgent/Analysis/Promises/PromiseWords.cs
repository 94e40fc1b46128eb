using InterviewAgent.Analysis.Language;
using InterviewAgent.Analysis.Learning;

namespace InterviewAgent.Analysis.Promises;

/// <summary>
/// The words of a promise, each as heavy as it is rare, and how much of them stands in other words: the same stem counts whole, a
/// near neighbour in the word vectors by its cosine.
/// </summary>
internal sealed class PromiseWords
{
    /// <summary>Below, two words have the same company by chance.</summary>
    private const double LeastCosine = 0.62;

    /// <summary>Words lighter than this ("the", "with", "all") say nothing of what a sentence is about.</summary>
    private const double LeastWeight = 0.4;

    private readonly WordVectors vectors;
    private readonly (string Form, string Stem, double Weight)[] words;

    /// <param name="names">Of the account and its product: they stand in any sentence and say nothing of what it is about.</param>
    public PromiseWords(string text, string names, WordVectors vectors)
    {
        this.vectors = vectors;
        var named = Tokenize.Text(names).Select(token => Stem.Of(token.Text)).ToHashSet(StringComparer.Ordinal);
        words = [.. Tokenize.Text(text).Where(token => token.IsWord)
            .Select(token => (Form: token.Text, Stem: Stem.Of(token.Text), Weight: vectors.Rarity(token.Text)))
            .Where(word => word.Weight >= LeastWeight && !named.Contains(word.Stem)).DistinctBy(word => word.Stem)];
    }

    /// <summary>How many of the promise's rare words are heard, each by its weight; 1 is one rare word.</summary>
    public double In(IEnumerable<Token> tokens)
    {
        var heard = tokens.Where(token => token.IsWord).Select(token => (Form: token.Text, Stem: Stem.Of(token.Text)))
            .DistinctBy(word => word.Stem).ToList();
        return words.Sum(word => word.Weight * heard.Select(other => Likeness(word, other.Form, other.Stem)).DefaultIfEmpty().Max());
    }

    private double Likeness((string Form, string Stem, double Weight) word, string form, string stem)
    {
        if (word.Stem == stem)
        {
            return 1;
        }
        // visit, visitor; dispatch, dispatchers.
        if (word.Stem.Length >= 4 && stem.Length >= 4 && (word.Stem.StartsWith(stem, StringComparison.Ordinal) || stem.StartsWith(word.Stem, StringComparison.Ordinal)))
        {
            return 0.9;
        }
        var cosine = vectors.Rarity(form) < LeastWeight || char.IsDigit(form[0]) ? 0 : vectors.Cosine(word.Form, form);
        return cosine >= LeastCosine ? cosine : 0;
    }
}
