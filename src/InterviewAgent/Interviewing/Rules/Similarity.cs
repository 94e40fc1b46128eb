using InterviewAgent.Interviewing.Wording;

namespace InterviewAgent.Interviewing.Rules;

/// <summary>When two questions ask the same (R14): shared content words over all, the opener weighed in.</summary>
internal static class Similarity
{
    /// <summary>Shares at or above this are a re-ask; chosen on the development half of evals/sets/neutrality.</summary>
    private const double Same = 0.66;
    private const double OtherOpener = 0.75;

    public static bool IsReAsk(DraftReading draft, Ask ask, ShownTurn shown)
    {
        var topics = draft.Context.GuideKnown && draft.Context.Topic != shown.Topic;
        var start = draft.SentenceOf(ask.First).First;
        var own = Content(draft, draft.Tokens, start, ask.End);
        var text = FoldedText.Of(shown.Text.Length > DraftReading.MostRead ? shown.Text[..DraftReading.MostRead] : shown.Text, draft.Lexicon.Spelling);
        var tokens = Tokenizer.Tokens(text, draft.Lexicon.Spelling);
        var first = 0;
        for (var at = 0; at <= tokens.Count; at++)
        {
            if (at < tokens.Count && !tokens[at].EndsSentence)
            {
                continue;
            }

            // A general probe ("What happened next?") may come again in another topic.
            if (Compare(draft, own, Content(draft, tokens, first, at), Words(draft.Tokens, start, ask.End), Words(tokens, first, at), topics))
            {
                return true;
            }

            first = at + 1;
        }

        return false;
    }

    private static bool Compare(DraftReading draft, HashSet<string> own, HashSet<string> other, List<string> words, List<string> otherWords, bool otherTopic)
    {
        if (otherTopic && IsGeneral(draft, words))
        {
            return false;
        }

        if (words.Count > 2 && words.SequenceEqual(otherWords))
        {
            return true;
        }

        if (own.Count < 2 || other.Count < 2)
        {
            return false;
        }

        var shared = own.Count(other.Contains);
        var share = shared / (double)(own.Count + other.Count - shared);
        return share * (Opener(draft, words) == Opener(draft, otherWords) ? 1 : OtherOpener) >= Same;
    }

    private static bool IsGeneral(DraftReading draft, List<string> words) =>
        words.TrueForAll(word => draft.Lexicon.WordSet("plain-words").Contains(word) || draft.Lexicon.WordSet("function-words").Contains(word));

    private static HashSet<string> Content(DraftReading draft, List<Token> tokens, int first, int end)
    {
        var plain = draft.Lexicon.WordSet("function-words");
        return [.. tokens.Take(end).Skip(first).Where(token => token.IsWord && !plain.Contains(token.Text)).Select(token => token.Stem)];
    }

    private static List<string> Words(List<Token> tokens, int first, int end) =>
        [.. tokens.Take(end).Skip(first).Where(token => token.IsWord).Select(token => token.Text)];

    private static string Opener(DraftReading draft, List<string> words)
    {
        var open = words.Find(word => draft.Lexicon.WordSet("openers-open").Contains(word)) ?? "";
        return open == "which" ? "what" : open;
    }
}
