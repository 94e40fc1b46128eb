using InterviewAgent.Analysis.Coding;
using InterviewAgent.Analysis.Language;

namespace InterviewAgent.Analysis.Learning;

/// <summary>What is scored and quoted: one sentence, or two neighbouring ones of the same answer.</summary>
internal sealed record Unit(SentenceSigns First, SentenceSigns Last, Features Features)
{
    public int TurnN => First.Sentence.TurnN;
    public int Start => First.Sentence.Start;
    public int End => Last.Sentence.Start + Last.Sentence.Length;
    public bool IsPair => !ReferenceEquals(First, Last);
    public QuoteSpan Quote => new(TurnN, Start, End - Start);

    public static List<Unit> All(IReadOnlyList<SentenceSigns> read, WordVectors vectors)
    {
        var units = new List<Unit>(read.Count * 2);
        Unit? before = null;
        foreach (var signs in read)
        {
            var unit = new Unit(signs, signs, Features.Of(signs, vectors));
            units.Add(unit);
            if (before is not null && before.TurnN == unit.TurnN) units.Add(new Unit(before.First, signs, Features.Both(before.Features, unit.Features)));
            before = unit;
        }
        return units;
    }

    /// <summary>The sentences of each answer, pairs left out.</summary>
    public static IEnumerable<List<Unit>> ByTurn(IEnumerable<Unit> units) =>
        units.Where(unit => !unit.IsPair).GroupBy(unit => unit.TurnN).Select(turn => turn.ToList());

    /// <summary>A whole short text as one unit, however many sentences it has; null for a text without words.</summary>
    public static Unit? Whole(IReadOnlyList<SentenceSigns> read, WordVectors vectors)
    {
        if (read.Count == 0) return null;
        var features = read.Select(signs => Features.Of(signs, vectors)).Aggregate(Features.Both);
        return new Unit(read[0], read[^1], features);
    }
}
