using InterviewAgent.Accounts.Import.Csv;

namespace InterviewAgent.Accounts.Import.Crm;

/// <summary>A table that a CRM exports, known by its own column names.</summary>
/// <param name="Title">"Salesforce accounts".</param>
/// <param name="Is">Knows it by its header.</param>
/// <param name="Columns">By our name of a column: what the export may call it, the best first.</param>
/// <param name="Needs">Our columns without which nothing can be read of it, and what to add to the export.</param>
/// <param name="People">True: a row is a person, who may come with the account's columns; false: an account.</param>
internal sealed record CrmExport(
    string Title, Func<CsvColumns, bool> Is, IReadOnlyDictionary<string, string[]> Columns, IReadOnlyList<(string Column, string Add)> Needs, bool People)
{
    /// <summary>Null: the header is no CRM's that is known here.</summary>
    public static CrmExport? Of(CsvColumns header) => CrmExports.All.FirstOrDefault(export => export.Is(header));

    /// <exception cref="BadInputException">A column is missing without which nothing can be read.</exception>
    public CsvKind Kind(CsvColumns columns)
    {
        if (Needs.FirstOrDefault(need => !columns.Has(need.Column)) is { Column: { } } missing)
        {
            throw new BadInputException("line 1", $"this looks like {Title} and lacks a column", missing.Add);
        }
        return People
            ? new CsvKind("respondents", "respondents", ["account", "person"], [.. Columns.Keys], ReadCrmRow.Person, MakesAccounts: columns.Has("account_name") && columns.Has("signed"))
            : new CsvKind("accounts", "accounts", ["account"], [.. Columns.Keys], ReadCrmRow.Account, MakesAccounts: true);
    }

    /// <summary>"read as Salesforce accounts: Account ID = account, …".</summary>
    public string ReadAs(CsvColumns columns) =>
        $"{Title}: {string.Join(", ", Columns.Keys.Where(columns.Has).Select(name => $"{columns.Header[columns.Find(name)]} = {name.Replace('_', ' ')}"))}";
}
