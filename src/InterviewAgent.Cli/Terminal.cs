namespace InterviewAgent.Cli;

/// <summary>Text of others as a terminal may show it.</summary>
internal static class Terminal
{
    /// <summary>Without control characters: a name in a file must not move the cursor or colour the screen.</summary>
    public static string Plain(string? text) => text is null ? "" : string.Concat(text.Select(letter => char.IsControl(letter) ? ' ' : letter));
}
