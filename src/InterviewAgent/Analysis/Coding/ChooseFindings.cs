namespace InterviewAgent.Analysis.Coding;

/// <summary>From scores to findings: one per code and interview, resting on its best sentences.</summary>
internal sealed class ChooseFindings(Codebook codebook)
{
    private const int MostQuotes = 2;

    /// <summary>How much better a pair of sentences must be than one of them to be quoted whole.</summary>
    private const double PairMargin = 0.5;

    public List<CodedFinding> From(IEnumerable<CodeScore> scores)
    {
        var findings = new List<CodedFinding>();
        foreach (var group in scores.GroupBy(score => score.Code, StringComparer.Ordinal))
        {
            if (!codebook.Has(group.Key)) continue;
            var best = group.OrderByDescending(Preference).ThenBy(score => score.Unit.First.Sentence.TurnIndex).ThenBy(score => score.Unit.Start)
                .DistinctBy(score => score.Unit.TurnN).Take(MostQuotes).ToList();
            var kind = codebook.KindOf(group.Key);
            findings.Add(new CodedFinding(kind, group.Key,
                kind == FindingKind.Friction ? JudgeSeverity.Of(group.Key, best) : null,
                kind == FindingKind.Commitment ? JudgeStatus.Of(best[0].Unit) : null,
                [.. best.Select(score => score.Unit.Quote)], best[0].Because));
        }
        return [.. findings.OrderBy(finding => finding.Kind).ThenBy(finding => finding.Code, StringComparer.Ordinal)];
    }

    private static double Preference(CodeScore score) => score.Unit.IsPair ? score.Score - PairMargin : score.Score;
}
