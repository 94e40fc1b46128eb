using InterviewAgent.Accounts.Import.Csv;

namespace InterviewAgent.Accounts.Import.Crm;

/// <summary>A row of a CRM's export as a change of ours.</summary>
internal static class ReadCrmRow
{
    public static CsvChange Account(CsvRow row)
    {
        var account = AccountOf(row, SalesforceId.Read(row["account"], SalesforceId.Account, row["account"].Required()));
        return new CsvChange(account.Id, "", (_, loaded) => Onto(account, row, loaded));
    }

    /// <summary>A report of contacts and accounts says both in each row; of a person without an id it says the account alone.</summary>
    public static CsvChange Person(CsvRow row)
    {
        var account = AccountOf(row, SalesforceId.Read(row["account"], SalesforceId.Account, Company(row["account"])));
        var (id, role) = (row["person"].Text() is { } written ? SalesforceId.Read(row["person"], SalesforceId.Contact, written) : null, row["role"].Text());
        RespondentRow person = new(id ?? "", CrmRoles.Find(role), Name(row), row["title"].Text(), row["email"].Text());
        return new CsvChange(account.Id, id ?? "", (_, loaded) =>
        {
            Onto(account, row, loaded);
            if (id is not null && (person.Role is not null || IsKnown(loaded, person)))
            {
                person.Onto(loaded.Account, []);
            }
        }, id)
        {
            LeftOut = loaded => id is null ? "there is no person in it."
                : person.Role is not null ? null
                : $"{(role is null ? "the role is empty" : $"the role {ImportProblems.Show(role)} is none that says who bought or who works with it")}; "
                    + (IsKnown(loaded, person) ? "the one known here was left." : "this person was left out."),
        };
    }

    private static AccountRow AccountOf(CsvRow row, string id) => new(
        id, row["account_name"].Text(), row["industry"].Text(), row["seats"].Number(0), ExportedDay.Read(row["signed"], row.Columns.Dates),
        ExportedDay.Read(row["renewal"], row.Columns.Dates), row["owner"].Text(), row["segment"].Text(), row["product"].Text());

    private static void Onto(AccountRow account, CsvRow row, LoadedAccount loaded)
    {
        if (loaded.IsNew)
        {
            row["account_name"].Required();
            if (account.ContractSignedOn is null && row["signed"].Text() is null)
            {
                row.Problems.Add(row.Line, "column " + (row.Columns.Has("signed") ? row.Columns.Header[row.Columns.Find("signed")] : "Contract Start Date"),
                    "it is missing", "The check-ins are counted from the day of the contract: add it (HubSpot: Close Date).");
            }
        }
        account.Onto(loaded.Account);
    }

    /// <summary>HubSpot writes the ids of all companies of a person into one cell.</summary>
    private static string Company(Field field)
    {
        var ids = field.Text()?.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct().ToList() ?? [];
        if (ids.Count > 1)
        {
            field.Problems.Add(field.Line, field.Column, "the person belongs to several companies", "Export the column Associated Company IDs (Primary), or leave one id.");
        }
        return ids.Count > 0 ? ids[0] : field.Required();
    }

    private static string? Name(CsvRow row) => string.Join(' ', new[] { row["first"].Text(), row["last"].Text() }.OfType<string>()) is { Length: > 0 } name ? name : row["full"].Text();

    private static bool IsKnown(LoadedAccount loaded, RespondentRow person) => loaded.Account.Person(person.Id) is not null;
}
