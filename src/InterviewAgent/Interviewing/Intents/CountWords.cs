namespace InterviewAgent.Interviewing.Intents;

/// <summary>Words as the budget counts them: runs of letters and digits; in scripts without spaces two characters are a word.</summary>
internal static class CountWords
{
    internal static int In(string text)
    {
        var (words, dense, inside) = (0, 0, false);
        foreach (var character in text)
        {
            var dash = character is '\'' or '’' or '-' or '_';
            if (character is >= '\u3040' and <= '\u9fff' or >= '\uac00' and <= '\ud7a3')
                dense++;
            var letter = char.IsLetterOrDigit(character);
            if (letter && !inside)
                words++;
            inside = letter || inside && dash;
        }
        return words + dense / 2;
    }
}
