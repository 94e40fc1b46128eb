using System.Collections.Frozen;

namespace InterviewAgent.Interviewing.Wording;

/// <summary>Finds everything that is asked: marked questions, questions without a mark, and "tell me".</summary>
internal sealed class AskFinder(DraftReading draft)
{
    private readonly FrozenSet<string> openers = draft.Lexicon.WordSet("openers-open");
    private readonly FrozenSet<string> auxiliaries = draft.Lexicon.WordSet("openers-closed");
    private readonly FrozenSet<string> prepositions = draft.Lexicon.WordSet("prepositions");
    private readonly HashSet<int> joined = [.. draft.Matches("openers-tell-joined").Select(span => span.First)];
    private readonly HashSet<int> afterRequest = [.. draft.Matches("openers-tell-joined.afterRequest").Select(span => span.First)];
    private readonly HashSet<int> tells = [.. draft.Matches("openers-tell").Select(span => span.First)];
    private List<Token> Tokens => draft.Tokens;

    public List<Ask> Find()
    {
        var asks = new List<Ask>();
        foreach (var sentence in draft.Sentences)
        {
            var first = FirstAsk(sentence);
            if (first is null)
            {
                continue;
            }

            asks.Add(first);
            asks.AddRange(FurtherAsks(sentence, first));
        }

        return asks;
    }

    private Ask? FirstAsk(Sentence sentence)
    {
        for (var at = sentence.First; at < sentence.End; at++)
        {
            if (!draft.StartsClause(at) || draft.InOwnWords(at))
            {
                continue;
            }

            if (FormAt(at, sentence) is { } form && (sentence.HasQuestionMark || form == AskForm.Tell || AsksUnmarked(at, sentence)))
            {
                return new Ask(at, sentence.End, form);
            }
        }

        return sentence.HasQuestionMark ? Hidden(sentence) : null;
    }

    /// <summary>A marked question whose opener does not start a clause: "When it is late what do you do?"</summary>
    private Ask Hidden(Sentence sentence)
    {
        Ask? closed = null;
        for (var at = sentence.First; at < sentence.End; at++)
        {
            if (draft.InOwnWords(at))
            {
                continue;
            }

            if (tells.Contains(at))
            {
                return new Ask(at, sentence.End, AskForm.Tell);
            }

            if (openers.Contains(Tokens[at].Text) && !IsSubordinate(at))
            {
                return new Ask(at, sentence.End, AskForm.Open);
            }

            if (auxiliaries.Contains(Tokens[at].Text) && draft.WordAt(at + 1, "subjects"))
            {
                closed ??= new Ask(at, sentence.End, AskForm.Closed);
            }
        }

        return closed ?? new Ask(sentence.First, sentence.End, AskForm.Fragment);
    }

    private IEnumerable<Ask> FurtherAsks(Sentence sentence, Ask first)
    {
        for (var at = first.First + 2; at < sentence.End; at++)
        {
            if (draft.InOwnWords(at) || !Joins(at - 1, first) || ClosesIfAny(at - 1, first))
            {
                continue;
            }

            if (joined.Contains(at) || (first.Form == AskForm.Tell && afterRequest.Contains(at)))
            {
                yield return new Ask(at, sentence.End, AskForm.Tell);
                continue;
            }

            if (FormAt(at, sentence) is not { } form)
            {
                continue;
            }

            var comma = !Tokens[at - 1].IsWord;
            if (comma ? AsksAfterComma(at, sentence, form) : AsksAfterAnd(at, sentence, form))
            {
                yield return new Ask(at, sentence.End, form);
            }
        }
    }

    /// <summary>"What, if anything, do you …": what stands between the commas makes the question safe and no second one.</summary>
    private bool ClosesIfAny(int comma, Ask first) =>
        first.Form == AskForm.Open && comma - 2 > first.First && Tokens[comma].Text == "," && Tokens[comma - 1].Text.StartsWith("any", StringComparison.Ordinal)
        && Tokens[comma - 2].Is("if");

    private AskForm? FormAt(int at, Sentence sentence)
    {
        if (tells.Contains(at))
        {
            return AskForm.Tell;
        }

        var text = Tokens[at].Text;
        if (openers.Contains(text))
        {
            return IsSubordinate(at) ? null : AskForm.Open;
        }

        if (prepositions.Contains(text) && at + 1 < sentence.End && openers.Contains(Tokens[at + 1].Text) && !IsSubordinate(at + 1))
        {
            return AskForm.Open;
        }

        return auxiliaries.Contains(text) && at + 1 < sentence.End && Tokens[at + 1].IsWord ? AskForm.Closed : null;
    }

    /// <summary>"When you say", "where the work is done", "what you said is noted": an opener that asks nothing.</summary>
    private bool IsSubordinate(int at) =>
        Tokens[at].Text is "when" or "where" or "while" && !(at + 1 < Tokens.Count && auxiliaries.Contains(Tokens[at + 1].Text))
        && !Phrase.EndsClause(Tokens, at + 1);

    private bool AsksUnmarked(int at, Sentence sentence)
    {
        if (at + 1 >= sentence.End || !draft.StartsSentence(at))
        {
            return false;
        }

        var next = Tokens[at + 1].Text;
        return auxiliaries.Contains(Tokens[at].Text)
            ? draft.WordAt(at + 1, "subjects") && next is not "not"
            : auxiliaries.Contains(next) || draft.WordAt(at + 1, "openers-verbs");
    }

    /// <summary>Between "between what you planned" and "and what happened" the join is part of one question.</summary>
    private bool Joins(int at, Ask first) => Tokens[at].Text is "and" or "or" or "but" or "plus" or "also" or "&" or "," or ";" or "-" or "–" or ":" or "/" or "then"
        && !Enumerable.Range(first.First, Math.Max(0, at - first.First)).Any(before => Tokens[before].Is("between"));

    private bool AsksAfterComma(int at, Sentence sentence, AskForm form) => form switch
    {
        AskForm.Tell => true,
        AskForm.Open => Tokens[at].Text is not ("which" or "who" or "where" or "when") && at + 1 < sentence.End
            && (auxiliaries.Contains(Tokens[at + 1].Text) || draft.WordAt(at + 1, "openers-verbs")),
        _ => draft.WordAt(at + 1, "subjects") && !Tokens[at + 1].Is("not"),
    };

    private bool AsksAfterAnd(int at, Sentence sentence, AskForm form) =>
        form is AskForm.Open or AskForm.Tell || (at + 1 < sentence.End && draft.WordAt(at + 1, "subjects"));
}
