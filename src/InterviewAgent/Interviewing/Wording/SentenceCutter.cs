namespace InterviewAgent.Interviewing.Wording;

/// <summary>Cuts tokens into sentences. Marks inside the respondent's quoted words cut nothing.</summary>
internal static class SentenceCutter
{
    public static List<Sentence> Cut(IReadOnlyList<Token> tokens, bool[] ownWords)
    {
        var sentences = new List<Sentence>();
        var first = 0;
        var words = 0;
        for (var at = 0; at < tokens.Count; at++)
        {
            if (tokens[at].IsWord)
            {
                words++;
            }
            else if (tokens[at].EndsSentence && !ownWords[at])
            {
                // Closing marks without words of their own ("…?)") belong to nobody.
                if (words > 0)
                {
                    sentences.Add(new Sentence(first, at + 1, tokens[at].Is("?")));
                }

                first = at + 1;
                words = 0;
            }
        }

        if (words > 0)
        {
            sentences.Add(new Sentence(first, tokens.Count, false));
        }

        return sentences;
    }
}
