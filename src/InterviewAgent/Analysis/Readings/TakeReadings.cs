using InterviewAgent.Analysis.Coding;
using InterviewAgent.Analysis.Language;
using InterviewAgent.Analysis.Sentiment;

namespace InterviewAgent.Analysis.Readings;

/// <summary>
/// The readings of one person at one check-in, from their own words and from what was found; a dimension without enough evidence is left
/// out. Tone is the mean over answers and never decides alone.
/// </summary>
internal sealed class TakeReadings(ReadingLexicon lexicon, ReadingsOfCodes codes)
{
    private const int FirstWords = 3;

    /// <summary>How much a person's own words count, and how much evidence makes a reading.</summary>
    private const double OwnWords = 1;
    private const double Enough = 0.5;

    public IReadOnlyList<CodedReading> From(IReadOnlyList<SentenceSigns> read, IReadOnlyList<CodedFinding> findings, Feelings felt)
    {
        if (felt.Turns.Count == 0) return [];
        var evidence = Said(read).Concat(findings.SelectMany(codes.Of)).ToLookup(one => one.Dimension);
        var readings = evidence.Where(dimension => dimension.Sum(one => one.Weight) >= Enough).Select(dimension => Weigh(dimension.Key, [.. dimension])).ToList();
        readings.Add(new CodedReading(ReadingDimension.Tone, felt.Turns.Average(turn => turn.Value), null));
        return [.. readings.OrderBy(reading => reading.Dimension)];
    }

    // Having told the vendor, or leaving, once is enough: a "no" elsewhere does not take it back. Otherwise all evidence is weighed, and
    // the words are those that lie nearest to what came out of it.
    private static CodedReading Weigh(ReadingDimension dimension, List<ReadingEvidence> evidence)
    {
        if (dimension is ReadingDimension.ToldVendor or ReadingDimension.Leaving)
        {
            var most = evidence.MaxBy(one => one.Value);
            return new CodedReading(dimension, most.Value, most.Quote);
        }
        var value = Math.Round(evidence.Sum(one => one.Weight * one.Value) / evidence.Sum(one => one.Weight), MidpointRounding.AwayFromZero);
        return new CodedReading(dimension, value, evidence.OrderBy(one => Math.Abs(one.Value - value)).ThenByDescending(one => one.Weight).First().Quote);
    }

    private IEnumerable<ReadingEvidence> Said(IReadOnlyList<SentenceSigns> read)
    {
        foreach (var signs in read)
            foreach (var (entry, from, _) in lexicon.Index.Find(signs.Sentence.Tokens))
                if (Holds(entry, from, signs))
                    yield return new ReadingEvidence(entry.Reading, entry.Value, OwnWords, new QuoteSpan(signs.Sentence.TurnN, signs.Sentence.Start, signs.Sentence.Length));
    }

    private static bool Holds(ReadingEntry entry, int from, SentenceSigns signs)
    {
        if (entry.Asks.Length > 0 && !entry.Asks.Any(signs.Asks.Contains)) return false;
        if (entry.First && (signs.Sentence.Index > 0 || from >= FirstWords)) return false;
        var cues = signs.Sentence.CuesAt(from);
        if ((cues & (Cue.FormerTool | Cue.OtherVendor)) != 0 && entry.Reading != ReadingDimension.Leaving) return false;
        return entry.Value == 0 || (cues & (Cue.Negated | Cue.Hearsay)) == 0 || signs.Sentence.CuesAt(0) == cues && (cues & Cue.Negated) == 0;
    }
}
