namespace InterviewAgent.Interviewing.Drafting;

/// <summary>
/// The account's word for its work, as a question takes it: "How is {task} being done". A plural ("store visits") or a thing that is kept
/// or stood at ("the call guide", "returns desk") would read wrong there and becomes "the work on store visits". Pure; English only, as the
/// questions are.
/// </summary>
internal static class TaskName
{
    // Singulars that end like plurals: analysis, basis, status, process, logistics, news.
    private static readonly string[] Singular = ["ss", "us", "is", "ics", "news"];

    // Nobody does a diary: the work is on it. A plan is done, and stays.
    private static readonly string[] Things =
    [
        "guide", "handbook", "manual", "diary", "log", "logbook", "journal", "book", "register", "file", "folder", "archive", "list", "checklist", "sheet",
        "spreadsheet", "table", "board", "dashboard", "calendar", "catalogue", "catalog", "database", "inbox", "mailbox", "portal", "system", "tool", "app", "desk",
        "helpdesk", "counter", "gate", "dock", "yard", "warehouse", "workshop", "floor",
    ];

    public static string? Of(string? task)
    {
        var words = task?.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) ?? [];
        return words.Length == 0 ? task : ReadsWrong(words) ? "the work on " + task : task;
    }

    /// <summary>By the noun that the rest hangs on: the last one before "of", "for", "in" and the like.</summary>
    private static bool ReadsWrong(string[] words)
    {
        var joint = Array.FindIndex(words, 1, word => word is "of" or "for" or "in" or "on" or "at" or "with" or "from" or "to" or "by");
        var noun = (joint > 0 ? words[joint - 1] : words[^1]).ToLowerInvariant();
        return Array.IndexOf(words, "and", 0, joint > 0 ? joint : words.Length) > 0 && words[0] is not ("the" or "our" or "a")
            || Array.IndexOf(Things, noun) >= 0
            || noun.Length > 3 && noun[^1] == 's' && char.IsLetter(noun[^2]) && !Array.Exists(Singular, ending => noun.EndsWith(ending, StringComparison.Ordinal));
    }
}
