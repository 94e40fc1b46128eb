using InterviewAgent.Interviewing.Wording;

namespace InterviewAgent.Interviewing.Rules;

/// <summary>A draft that does not read as English cannot be checked and is not shown.</summary>
internal sealed class R23RespondentsLanguage : IRule
{
    private const int FewWords = 4;

    public string Id => "R23";

    public IEnumerable<Breach> Check(DraftReading draft)
    {
        var foreign = draft.Context.GuideKnown || !draft.Said.Any || ReadsAsEnglish(draft, draft.Said.Last);
        if (foreign && draft.Move != MoveKind.ReadBack && !ReadsAsEnglish(draft, draft.Tokens))
        {
            yield return draft.Breach(Id, RuleSeverity.Blocks, "not in the language of the interview", 0, draft.Tokens.Count);
        }
    }

    private static bool ReadsAsEnglish(DraftReading draft, IReadOnlyList<Token> tokens)
    {
        var words = tokens.Where(token => token.IsWord).ToList();
        var latin = words.Count(word => word.Text[0] < '\u0250');
        if (latin * 2 < words.Count)
        {
            return false;
        }

        var english = words.Count(word => draft.Lexicon.WordSet("function-words").Contains(word.Text));
        var other = words.Count(word => draft.Lexicon.WordSet("other-languages").Contains(word.Text));
        return words.Count < FewWords || other <= english;
    }
}
