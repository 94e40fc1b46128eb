namespace InterviewAgent.Interviewing.Invitations;

/// <summary>What fills the slots of a mail. Names come from imports: one line of limited length, whatever they bring.</summary>
internal static class Slot
{
    private const int LongestName = 80;

    public static IReadOnlyDictionary<string, string> Samples { get; } = new Dictionary<string, string>
    {
        ["vendor"] = "Contoso", ["product"] = "Rotara", ["minutes"] = "8", ["questions"] = "5", ["probes"] = "4", ["contact"] = "Ana Reis",
        ["until"] = "Monday, 7 December 2026", ["code"] = "123456", ["life"] = "15",
    };

    /// <summary>The same with words that break no rule in the place of names.</summary>
    public static IReadOnlyDictionary<string, string> Neutral(IReadOnlyDictionary<string, string> slots) => new Dictionary<string, string>(slots)
    {
        ["vendor"] = "your supplier", ["product"] = "the new system", ["contact"] = "your usual contact",
    };

    public static string Clean(string? name)
    {
        var words = string.Join(' ', string.Concat((name ?? "").Select(letter => char.IsControl(letter) ? ' ' : letter)).Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return words.Length <= LongestName ? words : words[..LongestName];
    }
}
