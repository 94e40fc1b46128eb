using InterviewAgent.Interviewing.Wording;

namespace InterviewAgent.Interviewing.Rules;

/// <summary>At most one lead-in sentence; a probe at most 30 words, a topic opener 45; plain language.</summary>
internal sealed class R12Short : IRule
{
    private const int ProbeWords = 30;
    private const int OpenerWords = 45;

    /// <summary>No turn of any kind is longer: the consent turn's own limit.</summary>
    private const int MostWords = 90;

    public string Id => "R12";

    public IEnumerable<Breach> Check(DraftReading draft)
    {
        var spoken = draft.Sentences.Where(sentence => !Acknowledgement.IsListed(draft, sentence)).ToList();
        var words = spoken.Sum(sentence => draft.Words(sentence.First, sentence.End).Select(word => word.Start).Distinct().Count());
        var most = !RuleScope.IsQuestion(draft.Move) ? MostWords : draft.Move == MoveKind.CoreQuestion ? OpenerWords : ProbeWords;
        if (words > most || draft.Original.Length > DraftReading.MostRead)
        {
            yield return draft.Breach(Id, RuleSeverity.Blocks, $"{words} words; at most {most}", 0, draft.Tokens.Count);
        }

        if (!RuleScope.IsQuestion(draft.Move))
        {
            yield break;
        }

        var leadIns = spoken.Where(sentence => !draft.Asking(sentence)).ToList();
        if (leadIns.Count > 1)
        {
            yield return draft.Breach(Id, RuleSeverity.Blocks, "more than one lead-in sentence", leadIns[1].First, leadIns[1].End);
        }

        foreach (var jargon in draft.Matches("jargon").Where(jargon => !draft.Words(jargon.First, jargon.End).All(word => draft.Said.Stems.Contains(word.Stem))))
        {
            yield return draft.Breach(Id, RuleSeverity.Blocks, "plain words, please", jargon.First, jargon.End);
        }
    }
}
