using InterviewAgent.Analysis.Language;
using InterviewAgent.Analysis.Learning;

namespace InterviewAgent.Insights.SubThemes;

/// <summary>
/// A theme's name in respondents' own words: the phrase around its term that most people used, at least two people in two accounts. Nobody
/// reads in a name what only one person said. Pure.
/// </summary>
internal sealed class NameTheme(FindTerms terms)
{
    private const int MostWords = 4, FewestPeople = 2, FewestAccounts = 2;

    // What may stand before a thing and belongs to how people call it.
    private static readonly HashSet<string> Openers = ["own", "old", "no", "new", "same", "every", "by", "not"];

    /// <param name="isOf">Whether a term belongs to the theme: its own, or one that was merged into it.</param>
    /// <returns>Null where no phrase and no word was used by two people in two accounts.</returns>
    public string? Of(IReadOnlyCollection<GroupedQuote> quotes, Func<string, bool> isOf)
    {
        var used = quotes.SelectMany(quote => Phrases(quote.Words, isOf).Select(phrase => (quote, phrase.Key, phrase.Text, phrase.Words)))
            .GroupBy(use => use.Key, StringComparer.Ordinal)
            .Select(phrase => (
                People: phrase.Select(use => use.quote.RespondentId).Distinct().Count(),
                Accounts: phrase.Select(use => use.quote.AccountId).Distinct().Count(),
                Words: phrase.First().Words,
                Text: phrase.GroupBy(use => use.Text, StringComparer.Ordinal).OrderByDescending(text => text.Count()).ThenBy(text => text.Key, StringComparer.Ordinal).First().Key))
            .Where(phrase => phrase.People >= FewestPeople && phrase.Accounts >= FewestAccounts).ToList();
        var best = used.OrderByDescending(phrase => phrase.Words > 1).ThenByDescending(phrase => phrase.People).ThenByDescending(phrase => phrase.Accounts)
            .ThenByDescending(phrase => phrase.Words).ThenBy(phrase => phrase.Text, StringComparer.Ordinal).FirstOrDefault();
        return best.Text is { } name ? char.ToUpperInvariant(name[0]) + name[1..] : null;
    }

    /// <summary>Words in a row, from an opener or a term to a term, one of them the theme's.</summary>
    private IEnumerable<(string Key, string Text, int Words)> Phrases(string words, Func<string, bool> isOf)
    {
        var at = terms.In(words).ToDictionary(found => found.Token.Start);
        var tokens = Tokenize.Text(words);
        for (var from = 0; from < tokens.Count; from++)
        {
            if (!at.ContainsKey(tokens[from].Start) && !Openers.Contains(tokens[from].Text))
            {
                continue;
            }
            for (var to = from; to < tokens.Count && to - from < MostWords && tokens[to].Kind == TokenKind.Word; to++)
            {
                var phrase = tokens.GetRange(from, to - from + 1);
                if (at.ContainsKey(tokens[to].Start) && phrase.Any(token => at.TryGetValue(token.Start, out var found) && isOf(found.Term)))
                {
                    yield return (string.Join(' ', phrase.Select(token => Stem.Of(token.Text))), string.Join(' ', phrase.Select(token => token.Text)), phrase.Count);
                }
            }
        }
    }
}
