using System.Text;

namespace InterviewAgent.Interviewing.Intents;

/// <summary>A message made comparable: lower case, words and apostrophes only, cut into sentences.</summary>
internal sealed record Message(string Whole, IReadOnlyList<MessageSentence> Sentences, int Words)
{
    /// <summary>Longer messages are answers; what would make them something else stands in their first characters.</summary>
    private const int Read = 4000;

    internal bool IsQuestion => Sentences.Count > 0 && Sentences[^1].IsQuestion;

    internal static Message From(string text)
    {
        var words = CountWords.In(text);
        var folded = Fold(text.Length > Read ? text[..Read] : text);
        List<MessageSentence> sentences = [];
        var current = new StringBuilder();
        void Close(bool question)
        {
            var sentence = current.ToString().Trim();
            current.Clear();
            if (sentence.Length > 0)
                sentences.Add(new MessageSentence(sentence, question));
        }
        foreach (var character in folded)
            if (char.IsLetterOrDigit(character) || character == '\'' || char.GetUnicodeCategory(character) is System.Globalization.UnicodeCategory.NonSpacingMark)
                current.Append(character);
            else if (character is '.' or '!' or '?' or '\n' or ';' or '…' or '。' or '？' or '！')
                Close(character is '?' or '？');
            else if (current.Length > 0 && current[^1] != ' ')
                current.Append(' ');
        Close(false);
        return new Message(string.Join(' ', sentences.Select(sentence => sentence.Text)), sentences, words);
    }

    private static string Fold(string text) =>
        NormalForm.Of(text, NormalizationForm.FormKC).ToLowerInvariant().Replace('’', '\'').Replace('`', '\'').Replace('‘', '\'');
}

internal sealed record MessageSentence(string Text, bool IsQuestion);
