using InterviewAgent.Interviewing.Wording;

namespace InterviewAgent.Interviewing.Rules;

/// <summary>No options, examples or either/or in a question: what is offered is what comes back.</summary>
internal sealed class R03NoOptions : IRule
{
    public string Id => "R3";

    public IEnumerable<Breach> Check(DraftReading draft)
    {
        foreach (var sentence in draft.Sentences.Where(draft.Asking))
        {
            var found = draft.Matches("options").Find(span => span.First >= sentence.First && span.First < sentence.End);
            if (found.End > 0)
            {
                yield return draft.Breach(Id, RuleSeverity.Blocks, "offers examples or options", found.First, found.End);
            }
            else if (Alternative(draft, sentence) is >= 0 and var at)
            {
                yield return draft.Breach(Id, RuleSeverity.Blocks, "offers alternatives", at, at + 1);
            }
        }
    }

    private static int Alternative(DraftReading draft, Sentence sentence)
    {
        var idioms = draft.Matches("or-idioms");
        for (var at = sentence.First; at < sentence.End; at++)
        {
            var token = draft.Tokens[at];
            if (draft.InOwnWords(at) || idioms.Exists(idiom => idiom.Overlaps(at, at + 1)))
            {
                continue;
            }

            if (token.Is("or") || OpensList(draft, at, sentence) || IsListAfterLike(draft, at) || IsSlash(draft, at))
            {
                return at;
            }
        }

        return -1;
    }

    /// <summary>"How do they reach you: by phone, by mail?" and "(names, dates)".</summary>
    private static bool OpensList(DraftReading draft, int at, Sentence sentence) =>
        draft.Tokens[at].Text is ":" or "("
        && draft.Asks.Exists(ask => ask.First >= sentence.First && ask.First < at)
        && draft.Tokens.Take(sentence.End).Skip(at).TakeWhile(token => !token.Is(")")).Any(token => token.Is(","));

    /// <summary>"tasks like billing": after a plural; "look like" and "would like" follow a verb.</summary>
    private static bool IsListAfterLike(DraftReading draft, int at) =>
        draft.Tokens[at].Is("like") && at > 0 && at + 1 < draft.Tokens.Count && draft.Tokens[at + 1].IsWord
        && (draft.Tokens[at - 1].Is(",")
            || (draft.Tokens[at - 1].IsWord && draft.Tokens[at - 1].Text.Length > 4 && draft.Tokens[at - 1].Text.EndsWith('s')
                && !draft.Tokens[at - 1].Text.EndsWith("ss", StringComparison.Ordinal) && !draft.WordAt(at - 1, "like-verbs")));

    private static bool IsSlash(DraftReading draft, int at) =>
        draft.Tokens[at].Is("/") && at > 0 && at + 1 < draft.Tokens.Count
        && draft.Tokens[at - 1] is { IsWord: true, Text.Length: > 3 } && draft.Tokens[at + 1] is { IsWord: true, Text.Length: > 3 };
}
