using InterviewAgent.Analysis.Language;

namespace InterviewAgent.Analysis.Coding;

/// <summary>From sentence scores to findings: one per code and interview, resting on its best sentences.</summary>
internal sealed class ChooseFindings(Codebook codebook)
{
    private const double Enough = 0.95;
    private const int MostQuotes = 3;

    public List<CodedFinding> From(IEnumerable<CodeScore> scores)
    {
        var findings = new List<CodedFinding>();
        foreach (var group in scores.Where(score => score.Score >= Enough).GroupBy(score => score.Code, StringComparer.Ordinal))
        {
            if (!codebook.Has(group.Key)) continue;
            var best = group.OrderByDescending(score => score.Score).ThenBy(score => score.Signs.Sentence.TurnIndex)
                .DistinctBy(score => score.Signs.Sentence.TurnIndex).Take(MostQuotes).ToList();
            var kind = codebook.KindOf(group.Key);
            findings.Add(new CodedFinding(kind, group.Key,
                kind == FindingKind.Friction ? JudgeSeverity.Of(group.Key, best) : null,
                kind == FindingKind.Commitment ? JudgeStatus.Of(best[0].Signs) : null,
                [.. best.Select(score => Quote(score.Signs.Sentence))], best[0].Because));
        }
        return [.. findings.OrderBy(finding => finding.Kind).ThenBy(finding => finding.Code, StringComparer.Ordinal)];
    }

    private static QuoteSpan Quote(Sentence sentence) => new(sentence.TurnN, sentence.Start, sentence.Length);
}
