namespace InterviewAgent.Accounts.Import.Csv;

/// <summary>The header of a CSV file: columns found by name, whatever the case, the spaces and the underscores.</summary>
/// <param name="names">What an export calls our columns, the best first; null: our own names.</param>
/// <param name="dates">Which comes first in its dates, where somebody said so.</param>
internal sealed class CsvColumns(IReadOnlyList<string> header, IReadOnlyDictionary<string, string[]>? names = null, Crm.DateOrder? dates = null)
{
    // Names that exports of CRM and survey tools give to the same thing.
    private static readonly Dictionary<string, string[]> Also = new(StringComparer.Ordinal)
    {
        ["account"] = ["accountid"], ["id"] = ["externalid"], ["respondent"] = ["respondentid", "participant", "participantid", "person"],
        ["on"] = ["date"], ["status"] = ["health"], ["text"] = ["promise"], ["contractsignedon"] = ["contractsigned", "signedon"],
        ["renewalon"] = ["renewal", "renewaldate"], ["activeusers"] = ["users"], ["timezone"] = ["tz"], ["email"] = ["mail"],
    };

    private readonly string[] plain = [.. header.Select(Plain)];

    public int Count => plain.Length;
    public IReadOnlyList<string> Header => header;
    public Crm.DateOrder? Dates => dates;
    public bool Has(string column) => Find(column) >= 0;

    /// <summary>There is a column of this very name, whatever the case, the spaces and the underscores.</summary>
    public bool Names(string column) => Array.IndexOf(plain, Plain(column)) >= 0;

    /// <summary>The same header read by the names that an export gives.</summary>
    public CsvColumns As(IReadOnlyDictionary<string, string[]> others, Crm.DateOrder? order) => new(header, others, order);

    /// <summary>Index of the column, by its own or another of its names; -1 when there is none.</summary>
    public int Find(string column)
    {
        if (names is not null)
        {
            return names.TryGetValue(column, out var called) ? called.Select(other => Array.IndexOf(plain, Plain(other))).FirstOrDefault(index => index >= 0, -1) : -1;
        }
        var name = Plain(column);
        var at = Array.IndexOf(plain, name);
        return at >= 0 || !Also.TryGetValue(name, out var others) ? at : Array.FindIndex(plain, others.Contains);
    }

    /// <summary>Headers that none of these columns uses.</summary>
    public IEnumerable<string> Beside(IEnumerable<string> columns)
    {
        HashSet<int> used = [.. columns.Select(Find)];
        return header.Where((_, index) => !used.Contains(index) && plain[index].Length > 0);
    }

    private static string Plain(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
