namespace InterviewAgent.Accounts.Import.Crm;

/// <summary>
/// A record's id in Salesforce: 15 letters and digits whose case counts, or 18 whose last three say which of the others are capitals.
/// Reports write the short form, data exports and the API the long one; both are the same record.
/// Source: Salesforce, Object Reference, "ID Field Type".
/// </summary>
internal static class SalesforceId
{
    private const int Short = 15, Long = 18, Group = 5;
    private const string Suffix = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345";

    /// <summary>The ids of accounts begin so, and those of contacts; what begins otherwise is the customer's own and stays as it is.</summary>
    public const string Account = "001", Contact = "003";

    /// <summary>The long form of a Salesforce id, any other text as it is; one whose ending does not fit is named as a problem.</summary>
    public static string Read(Field field, string prefix, string text)
    {
        if (!text.StartsWith(prefix, StringComparison.Ordinal) || !IsWord(text))
        {
            return text;
        }
        if (text.Length != Long)
        {
            return text.Length == Short ? Lengthened(text) : text;
        }
        // A tool that does not tell the cases apart may write all letters in one: the ending still says which are capitals.
        if (Lengthened(text[..Short]) == text)
        {
            return text;
        }
        if (IsOfOneCase(text) && Restored(text) is { } restored)
        {
            return restored;
        }
        field.Problems.Add(field.Line, field.Column, $"{ImportProblems.Show(text)} is no id of Salesforce: its last three characters do not fit the others",
            "A letter or its case was changed: export the column again, or leave the last three away if the fifteen before them are right.");
        return text;
    }

    /// <summary>This id and its other form, where it has one.</summary>
    public static IEnumerable<string> Forms(string id) =>
        id.Length == Short && IsWord(id) ? [id, Lengthened(id)]
        : id.Length == Long && IsWord(id) && Lengthened(id[..Short]) == id ? [id, id[..Short]]
        : [id];

    /// <summary>One record, in whichever form either is written.</summary>
    public static bool Same(string one, string other) => one == other || Forms(one).Contains(other);

    private static string Lengthened(string id) => id + string.Concat(id.Chunk(Group).Select(group => Suffix[Capitals(group)]));

    /// <summary>A bit for each capital, the first letter's the lowest.</summary>
    private static int Capitals(char[] group) => group.Select((letter, at) => char.IsAsciiLetterUpper(letter) ? 1 << at : 0).Sum();

    /// <summary>Null: the ending speaks of a capital where there is a digit, or is none.</summary>
    private static string? Restored(string id)
    {
        var cased = string.Create(Short, id, (to, from) =>
        {
            for (var at = 0; at < Short; at++)
            {
                var bits = Suffix.IndexOf(char.ToUpperInvariant(from[Short + at / Group]), StringComparison.Ordinal);
                to[at] = bits >= 0 && (bits >> at % Group & 1) == 1 ? char.ToUpperInvariant(from[at]) : char.ToLowerInvariant(from[at]);
            }
        });
        return Lengthened(cased) is var whole && whole.Equals(id, StringComparison.OrdinalIgnoreCase) ? whole : null;
    }

    private static bool IsWord(string text) => text.All(char.IsAsciiLetterOrDigit);

    private static bool IsOfOneCase(string text) => !text.Any(char.IsAsciiLetterLower) || !text.Any(char.IsAsciiLetterUpper);
}
