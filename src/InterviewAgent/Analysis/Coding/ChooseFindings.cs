namespace InterviewAgent.Analysis.Coding;

/// <summary>From scores to findings: one per code and interview, resting on its best sentences.</summary>
internal sealed class ChooseFindings(Codebook codebook)
{
    private const int MostQuotes = 2;

    /// <summary>How much better a pair of sentences must be than one of them to be quoted whole.</summary>
    private const double PairMargin = 0.5;

    public List<CodedFinding> From(ScoredInterview scored, Transcript transcript)
    {
        var findings = new List<CodedFinding>();
        for (var c = 0; c < scored.Model.Codes.Count; c++)
        {
            var code = scored.Model.Codes[c];
            if (!codebook.Has(code.Code) || Best(scored, c) is not { Count: > 0 } best) continue;
            var kind = codebook.KindOf(code.Code);
            findings.Add(new CodedFinding(kind, code.Code,
                kind == FindingKind.Friction ? scored.Model.Judgements.Severity(code.Code, best[0].Unit, transcript) : null,
                kind == FindingKind.Commitment ? scored.Model.Judgements.Status(code.Code, best[0].Unit, transcript) : null,
                [.. best.Select(score => score.Unit.Quote)], best[0].Because(scored.Model.Words)));
        }
        return [.. findings.OrderBy(finding => finding.Kind).ThenBy(finding => finding.Code, StringComparer.Ordinal)];
    }

    private static List<CodeScore> Best(ScoredInterview scored, int code) =>
        [.. scored.Units.Where(unit => unit.Scores[code] >= 0)
            .Select(unit => new CodeScore(scored.Model.Codes[code], unit.Unit, unit.Scores[code]))
            .OrderByDescending(Preference).ThenBy(score => score.Unit.First.Sentence.TurnIndex).ThenBy(score => score.Unit.Start)
            .DistinctBy(score => score.Unit.TurnN).Take(MostQuotes)];

    private static double Preference(CodeScore score) => score.Unit.IsPair ? score.Score - PairMargin : score.Score;
}
