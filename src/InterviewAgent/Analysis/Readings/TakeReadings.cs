using InterviewAgent.Analysis.Coding;
using InterviewAgent.Analysis.Language;
using InterviewAgent.Analysis.Sentiment;

namespace InterviewAgent.Analysis.Readings;

/// <summary>
/// The readings of one person at one check-in, each from their own words or from what was found; a dimension without
/// evidence is left out. Tone is the mean over answers and never decides alone.
/// </summary>
internal sealed class TakeReadings(ReadingLexicon lexicon)
{
    private const int FirstWords = 3;

    // What a finding says of a dimension when the person's own words do not.
    private static readonly (string Code, ReadingDimension Dimension, double Value)[] FromCodes =
    [
        ("evidence.dependency", ReadingDimension.Dependence, 4), ("evidence.manager-pull", ReadingDimension.Dependence, 3),
        ("evidence.repeated-use", ReadingDimension.Dependence, 3), ("evidence.outcome", ReadingDimension.Outcome, 4),
        ("commitment.expansion", ReadingDimension.Investment, 3), ("capacity.fatigue", ReadingDimension.Effort, 4),
        ("product.usability", ReadingDimension.Effort, 3),
    ];

    public IReadOnlyList<CodedReading> From(IReadOnlyList<SentenceSigns> read, IReadOnlyList<CodedFinding> findings, Feelings felt)
    {
        if (felt.Turns.Count == 0) return [];
        var readings = Said(read).GroupBy(reading => reading.Dimension).Select(Strongest).ToList();
        foreach (var (code, dimension, value) in FromCodes)
            if (readings.TrueForAll(reading => reading.Dimension != dimension) && findings.FirstOrDefault(finding => finding.Code == code) is { } finding)
                readings.Add(new CodedReading(dimension, value, finding.Quotes[0]));
        readings.Add(new CodedReading(ReadingDimension.Tone, felt.Turns.Average(turn => turn.Value), null));
        return [.. readings.OrderBy(reading => reading.Dimension)];
    }

    // Having told the vendor, or leaving, once is enough: a "no" elsewhere does not take it back. Otherwise the last word holds.
    private static CodedReading Strongest(IGrouping<ReadingDimension, CodedReading> group) =>
        group.Key is ReadingDimension.ToldVendor or ReadingDimension.Leaving ? group.MaxBy(reading => reading.Value)! : group.Last();

    private IEnumerable<CodedReading> Said(IReadOnlyList<SentenceSigns> read)
    {
        foreach (var signs in read)
        {
            var found = new List<(ReadingEntry Value, int From, int To)>();
            lexicon.Index.Find(signs.Sentence.Tokens, found);
            foreach (var (entry, from, _) in found)
                if (Holds(entry, from, signs))
                    yield return new CodedReading(entry.Reading, entry.Value, new QuoteSpan(signs.Sentence.TurnN, signs.Sentence.Start, signs.Sentence.Length));
        }
    }

    private static bool Holds(ReadingEntry entry, int from, SentenceSigns signs)
    {
        if (entry.Asks.Length > 0 && !entry.Asks.Any(signs.Asks.Contains)) return false;
        if (entry.First && (signs.Sentence.Index > 0 || from >= FirstWords)) return false;
        var cues = signs.Sentence.CuesAt(from);
        if ((cues & (Cue.FormerTool | Cue.OtherVendor)) != 0 && entry.Reading == ReadingDimension.ToldVendor) return false;
        return entry.Value == 0 || (cues & (Cue.Negated | Cue.Hearsay)) == 0 || signs.Sentence.CuesAt(0) == cues && (cues & Cue.Negated) == 0;
    }
}
