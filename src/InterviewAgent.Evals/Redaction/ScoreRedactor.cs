using System.Text.RegularExpressions;
using InterviewAgent.Privacy;

namespace InterviewAgent.Evals.Redaction;

/// <summary>
/// How much of what is marked the redactor masks, counted by tokens (a word, a number or a sign), masked or not, whatever the kind: the
/// protocol of presidio-research. On the strict level everything marked counts; on the personal level kinds that it leaves on purpose
/// (organisations, places, dates …) count neither way.
/// </summary>
public static partial class ScoreRedactor
{
    private const double RecallWeighs = 2;

    /// <summary>What points at no person by itself; the personal level may mask it and need not.</summary>
    private static readonly HashSet<string> OnlyStrict = ["ORGANIZATION", "GPE", "NRP", "DATE_TIME", "AGE", "TITLE", "DOMAIN_NAME"];

    /// <param name="part">"dev", "test" or "all".</param>
    public static RedactorScore Run(Redactor redactor, string path, MaskLevel level, string part)
    {
        ArgumentNullException.ThrowIfNull(redactor);
        Dictionary<string, (int Found, int All)> kinds = [];
        List<RedactorMistake> mistakes = [];
        int hits = 0, missed = 0, wrong = 0, texts = 0;
        foreach (var item in LabelledText.Read(path).Where(item => part == "all" || item.Part == part))
        {
            texts++;
            foreach (var (token, type, isMasked) in Tokens(redactor, item, level))
            {
                if (type is not null)
                {
                    var (found, all) = kinds.GetValueOrDefault(type);
                    kinds[type] = (found + (isMasked ? 1 : 0), all + 1);
                }
                hits += type is not null && isMasked ? 1 : 0;
                missed += type is not null && !isMasked ? 1 : 0;
                wrong += type is null && isMasked ? 1 : 0;
                if (type is not null != isMasked) mistakes.Add(new RedactorMistake(item.Id, token.Value, type, Around(item.Text, token)));
            }
        }
        var (precision, recall) = (Share(hits, hits + wrong), Share(hits, hits + missed));
        var weight = RecallWeighs * RecallWeighs;
        return new RedactorScore(level, part, texts, hits, missed, wrong, recall, precision,
            precision + recall == 0 ? 0 : (1 + weight) * precision * recall / (weight * precision + recall),
            kinds.OrderByDescending(kind => kind.Value.All).ToDictionary(kind => kind.Key, kind => Share(kind.Value.Found, kind.Value.All)), mistakes);
    }

    /// <summary>Every token that counts on this level, with the kind that it is marked as (null: none) and whether it is masked.</summary>
    internal static IEnumerable<(Match Token, string? Type, bool IsMasked)> Tokens(Redactor redactor, LabelledText item, MaskLevel level)
    {
        var masked = redactor.Spans(item.Text, KnownPeople.Nobody, level);
        return from Match token in Token().Matches(item.Text)
               let type = item.Spans.FirstOrDefault(span => span.Start < token.Index + token.Length && span.End > token.Index)?.Type
               where type is null || level != MaskLevel.Personal || !OnlyStrict.Contains(type)
               select (token, type, masked.Any(span => span.Start < token.Index + token.Length && span.End > token.Index));
    }

    private static double Share(int part, int all) => all == 0 ? 0 : (double)part / all;

    private static string Around(string text, Match token) =>
        text[Math.Max(0, token.Index - 30)..Math.Min(text.Length, token.Index + token.Length + 30)].ReplaceLineEndings(" / ");

    [GeneratedRegex(@"[\p{L}\p{M}\p{N}]+|[^\s\p{L}\p{M}\p{N}]")]
    private static partial Regex Token();
}

/// <param name="Hits">Marked and masked tokens; <paramref name="Missed"/> marked only, <paramref name="Wrong"/> masked only.</param>
/// <param name="F2">F-measure that weighs recall twice as high as precision.</param>
/// <param name="RecallByKind">By the kinds of the set, most frequent first.</param>
public sealed record RedactorScore(
    MaskLevel Level, string Part, int Texts, int Hits, int Missed, int Wrong, double Recall, double Precision, double F2,
    IReadOnlyDictionary<string, double> RecallByKind, [property: System.Text.Json.Serialization.JsonIgnore] IReadOnlyList<RedactorMistake> Mistakes);

/// <param name="Type">The kind that was missed; null: masked for nothing.</param>
public sealed record RedactorMistake(string Id, string Token, string? Type, string Around);
