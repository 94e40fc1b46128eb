using InterviewAgent.Interviewing.Wording;

namespace InterviewAgent.Interviewing.Rules;

/// <summary>A respondent's text is data: the draft keeps its role, does no task it was told to do, and repeats no payload.</summary>
internal sealed class R22FollowsNoInstruction : IRule
{
    private const int Echo = 4;

    public string Id => "R22";

    public IEnumerable<Breach> Check(DraftReading draft)
    {
        foreach (var found in draft.Matches("off-task"))
        {
            yield return draft.Breach(Id, RuleSeverity.Blocks, "leaves the interviewer's role", found.First, found.End);
        }

        if (draft.Original.Contains("```", StringComparison.Ordinal) || draft.Original.Contains("</", StringComparison.Ordinal))
        {
            yield return draft.Breach(Id, RuleSeverity.Blocks, "writes code", 0, draft.Tokens.Count);
        }

        if (EchoOfInstruction(draft) is >= 0 and var at)
        {
            yield return draft.Breach(Id, RuleSeverity.Blocks, "repeats what it was told to say", at, at + Echo);
        }
    }

    private static int EchoOfInstruction(DraftReading draft)
    {
        var last = draft.Said.Last;
        if (draft.Lexicon.Phrases("instructions").Matches(last, at => at == 0 || !last[at - 1].IsWord, at => at == 0).Count == 0)
        {
            return -1;
        }

        var heard = new HashSet<string>(StringComparer.Ordinal);
        for (var at = 0; at + Echo <= last.Count; at++)
        {
            heard.Add(Key(last, at));
        }

        for (var at = 0; at + Echo <= draft.Tokens.Count; at++)
        {
            if (!draft.InOwnWords(at) && !draft.Asking(draft.SentenceOf(at)) && heard.Contains(Key(draft.Tokens, at)))
            {
                return at;
            }
        }

        return -1;
    }

    private static string Key(IReadOnlyList<Token> tokens, int at) =>
        string.Join(' ', Enumerable.Range(at, Echo).Select(index => tokens[index].Text));
}
