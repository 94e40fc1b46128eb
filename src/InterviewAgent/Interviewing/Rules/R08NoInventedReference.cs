using InterviewAgent.Interviewing.Wording;

namespace InterviewAgent.Interviewing.Rules;

/// <summary>No invented reference: "you mentioned X" only where X was said.</summary>
internal sealed class R08NoInventedReference : IRule
{
    private const int MostWords = 8;

    public string Id => "R8";

    public IEnumerable<Breach> Check(DraftReading draft)
    {
        if (!draft.Said.Any && draft.Context.Shown.Count == 0 && !draft.Context.GuideKnown)
        {
            yield break;
        }

        foreach (var frame in draft.Matches("references"))
        {
            var sentence = draft.SentenceOf(frame.First);
            var named = Content(draft, frame.End, Math.Min(sentence.End, frame.End + MostWords), stopAtMark: true).ToList();
            if (named.Count == 0)
            {
                named = [.. Content(draft, Math.Max(sentence.First, frame.First - 4), frame.First, stopAtMark: false).TakeLast(2)];
            }

            if (named.Count > 0 && !named.Exists(word => draft.Said.Stems.Contains(word.Stem)))
            {
                yield return draft.Breach(Id, RuleSeverity.Blocks, "refers to something that was not said", frame.First, frame.End);
            }
        }
    }

    private static IEnumerable<Token> Content(DraftReading draft, int first, int end, bool stopAtMark)
    {
        for (var at = first; at < end; at++)
        {
            var token = draft.Tokens[at];
            if (!token.IsWord && stopAtMark && token.Text is "," or ":" or ";" or "." or "?")
            {
                yield break;
            }

            if (token.IsWord && token.Text.Length > 2 && !draft.WordAt(at, "function-words") && !draft.WordAt(at, "reference-words"))
            {
                yield return token;
            }
        }
    }
}
