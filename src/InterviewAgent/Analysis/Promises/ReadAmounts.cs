using System.Globalization;
using InterviewAgent.Analysis.Language;

namespace InterviewAgent.Analysis.Promises;

/// <summary>
/// The amounts of a text with their unit, and the limit that a promise sets: "under 5 %", "within ten days", "from 19% to 12%". An answer's
/// amount of the same kind then says whether the limit is kept.
/// </summary>
internal sealed class ReadAmounts(AmountLexicon lexicon)
{
    private const string Plain = "";
    private const string Percent = "percent";

    /// <summary>Amounts in order; those of a former tool, another vendor or a wish are left out.</summary>
    public List<Amount> Of(Sentence sentence)
    {
        const Cue elsewhere = Cue.FormerTool | Cue.OtherVendor | Cue.Former | Cue.Wish | Cue.Hypothetical | Cue.Expected;
        var amounts = new List<Amount>();
        for (var at = 0; at < sentence.Tokens.Length;)
        {
            var (value, after) = Number(sentence.Tokens, at);
            if (value is not { } number)
            {
                at++;
                continue;
            }
            var (dimension, size, end) = Unit(sentence.Tokens, at, after);
            // "a" is a number only before a unit: a week, and not a map.
            if ((after - at > 1 || sentence.Tokens[at].Text is not ("a" or "an") || dimension != Plain) && (sentence.CuesAt(at) & elsewhere) == 0)
            {
                amounts.Add(new Amount(dimension, number * size, number, at));
            }
            at = end;
        }
        return amounts;
    }

    /// <summary>The limit a promise sets; null: none that can be compared.</summary>
    public Limit? LimitOf(IReadOnlyList<Sentence> promise)
    {
        foreach (var sentence in promise)
        {
            var amounts = Of(sentence);
            if (amounts.Count >= 2 && Has(sentence, "from"))
            {
                return Between(amounts[^1], amounts[^2]);
            }
            if (amounts.Count >= 2 && Has(sentence, "instead"))
            {
                return Between(amounts[0], amounts[1]);
            }
            foreach (var amount in amounts)
            {
                // The nearest word before it decides, at most three away: "at or below 14%", "within one working day".
                for (var at = amount.At - 1; at >= Math.Max(0, amount.At - 3); at--)
                {
                    var word = sentence.Tokens[at].Text;
                    if (lexicon.ByAmount.Contains(word) && amount.Dimension == Percent)
                    {
                        return new Limit(amount, IsMost: false); // Down by 15 %: more is better.
                    }
                    if (lexicon.AtMost.Contains(word) || lexicon.AtLeast.Contains(word))
                    {
                        return amount.Dimension == Plain && amount.Value <= 1 ? null : new Limit(amount, lexicon.AtMost.Contains(word));
                    }
                }
            }
        }
        return null;
    }

    /// <summary>
    /// How an answer stands to the limit: by the last amount of the same measure, since people name where they came from before where they are.
    /// Null: it has none.
    /// </summary>
    public bool? Keeps(Limit limit, IEnumerable<Sentence> sentences) =>
        sentences.SelectMany(Of).Select(limit.IsKeptBy).LastOrDefault(kept => kept is not null);

    /// <summary>From one value to another; the unit may stand at one of them only ("25 minutes instead of 70").</summary>
    private static Limit? Between(Amount to, Amount from) =>
        to.Dimension != from.Dimension && from.Dimension != Plain ? null : new Limit(to, from.Dimension == to.Dimension ? to.Value < from.Value : to.Raw < from.Raw);

    private static bool Has(Sentence sentence, string word) => sentence.Tokens.Any(token => token.Text == word);

    private (double?, int) Number(Token[] tokens, int at)
    {
        if (Digits(tokens[at]) is { } digits)
        {
            return lexicon.Times.TryGetValue(Next(tokens, at + 1), out var times) ? (digits * times, at + 2) : (digits, at + 1);
        }
        double? sum = null;
        var end = at;
        while (end < tokens.Length && Word(tokens[end].Text) is { } part)
        {
            sum = (sum ?? 0) + part;
            end++;
        }
        if (sum is null)
        {
            return (null, at + 1);
        }
        if (Next(tokens, end) == "point" && Word(Next(tokens, end + 1)) is { } tenth and < 10)
        {
            return (sum + tenth / 10, end + 2);
        }
        return lexicon.Times.TryGetValue(Next(tokens, end), out var by) ? (sum * by, end + 1) : (sum, end);
    }

    private double? Word(string word)
    {
        if (lexicon.Numbers.TryGetValue(word, out var value))
        {
            return value;
        }
        var hyphen = word.IndexOf('-', StringComparison.Ordinal);
        return hyphen > 0 && lexicon.Numbers.TryGetValue(word[..hyphen], out var tens) && tens >= 20
            && lexicon.Numbers.TryGetValue(word[(hyphen + 1)..], out var one) && one < 10 ? tens + one : null;
    }

    private static double? Digits(Token token) => token.Kind == TokenKind.Number
        && double.TryParse(token.Text.TrimEnd('%'), NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var value) ? value : null;

    private (string Dimension, double Size, int End) Unit(Token[] tokens, int from, int after)
    {
        if (tokens[from].Text.EndsWith('%'))
        {
            return (Percent, 1, after);
        }
        for (var at = after; at < Math.Min(after + 2, tokens.Length); at++) // One word between: ten working days.
        {
            foreach (var (dimension, units) in lexicon.Units)
            {
                if (units.TryGetValue(tokens[at].Lemma, out var size))
                {
                    return (dimension, size, at + 1);
                }
            }
            if (lexicon.Numbers.ContainsKey(tokens[at].Text) || !tokens[at].IsWord && tokens[at].Text != "-")
            {
                break; // 20,000 a month is no number of months.
            }
        }
        return (Plain, 1, after);
    }

    private static string Next(Token[] tokens, int at) => at < tokens.Length ? tokens[at].Text : "";
}

/// <param name="Dimension">"percent", "time" (in minutes) or "" (a count).</param>
/// <param name="Raw">The number as written, before its unit.</param>
internal readonly record struct Amount(string Dimension, double Value, double Raw, int At);

/// <param name="IsMost">True: kept at this value and below; false: at it and above.</param>
internal readonly record struct Limit(Amount Amount, bool IsMost)
{
    /// <summary>An amount twenty times off measures something else: two years ago is no waiting time.</summary>
    private const double FarOff = 20;

    /// <summary>Null: another kind of amount, or one so far off that it measures something else.</summary>
    public bool? IsKeptBy(Amount other) => other.Dimension != Amount.Dimension || other.Value > Amount.Value * FarOff || other.Value * FarOff < Amount.Value
        ? null : IsMost ? other.Value <= Amount.Value : other.Value >= Amount.Value;
}
