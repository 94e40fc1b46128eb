using InterviewAgent.Accounts.Import.Csv;

namespace InterviewAgent.Accounts.Import.Crm;

/// <summary>The exports that are known: reports and data exports of Salesforce, exports of HubSpot's companies and contacts, as their columns are named in English.</summary>
internal static class CrmExports
{
    private static readonly Dictionary<string, string[]> AboutTheContract = new(StringComparer.Ordinal)
    {
        ["signed"] = ["Contract Start Date", "Contract Signed Date", "Contract Signed On", "Contract Date", "Customer Signed Date", "Close Date"],
        ["renewal"] = ["Contract End Date", "Renewal Date", "Contract Renewal Date"],
        ["industry"] = ["Industry", "Account Industry"], ["segment"] = ["Segment", "Account Segment", "Customer Segment"],
        ["seats"] = ["Seats", "Number of Seats", "Licenses", "Number of Licenses"], ["product"] = ["Product", "Product Name"],
    };

    private static readonly Dictionary<string, string[]> SalesforceAccount = new(AboutTheContract, StringComparer.Ordinal)
    {
        ["account"] = ["Account ID", "AccountId", "Account: Account ID"], ["account_name"] = ["Account Name", "Account: Account Name"],
        ["owner"] = ["Account Owner", "Account: Account Owner", "Account Owner: Full Name"],
    };

    private static readonly Dictionary<string, string[]> SalesforcePerson = new(SalesforceAccount, StringComparer.Ordinal)
    {
        ["person"] = ["Contact ID", "Contact: Contact ID", "Id"], ["first"] = ["First Name"], ["last"] = ["Last Name"], ["full"] = ["Full Name", "Contact Name", "Contact: Full Name", "Name"],
        ["email"] = ["Email", "Contact Email", "Email Address"], ["title"] = ["Title", "Contact Title", "Job Title"], ["role"] = ["Role", "Contact Role", "Contact Roles", "Roles", "Buying Role"],
    };

    private static readonly Dictionary<string, string[]> HubSpotCompany = new(AboutTheContract, StringComparer.Ordinal)
    {
        ["account"] = ["Record ID", "Record ID - Company", "Company ID"], ["account_name"] = ["Company name", "Name"], ["owner"] = ["Company owner"],
    };

    // A contact's own Close Date and owner are the deal's and the seller's: neither is read here.
    private static readonly Dictionary<string, string[]> HubSpotPerson = new(StringComparer.Ordinal)
    {
        ["account"] = ["Associated Company IDs (Primary)", "Primary Associated Company ID", "Associated Company IDs", "Associated Company ID", "Record ID - Company"],
        ["person"] = ["Record ID", "Record ID - Contact", "Contact ID"], ["first"] = ["First Name"], ["last"] = ["Last Name"], ["full"] = ["Full Name", "Name"],
        ["email"] = ["Email", "Email Address"], ["title"] = ["Job Title", "Title"], ["role"] = ["Buying Role", "Role"],
    };

    private static readonly string[] OfPersons = ["First Name", "Last Name", "Full Name", "Contact Name", "Email", "Buying Role", "Contact owner", "Role"];

    private static readonly (string, string)[] OfAPerson =
    [
        ("role", $"Add a column Role or Buying Role; known are: {CrmRoles.Names}. The export says nowhere else who bought and who works with it."),
    ];

    public static IReadOnlyList<CrmExport> All { get; } =
    [
        new("Salesforce contacts", header => (header.Names("Contact ID") || header.Names("Contact: Contact ID")) && !header.Names("Record ID") && IsPerson(header)
                || header.Names("AccountId") && header.Names("Id") && header.Names("Last Name"),
            SalesforcePerson, [("account", "Add the column Account ID to the report: an account is known by it and not by its name."), .. OfAPerson], People: true),
        new("HubSpot contacts", header => (header.Names("Record ID") || header.Names("Record ID - Contact")) && !header.Names("Deal Name") && !header.Names("Ticket name") && IsPerson(header),
            HubSpotPerson, [("account", "Export with \"Include associated records\": the column Associated Company IDs says to which company a person belongs."), .. OfAPerson], People: true),
        new("HubSpot companies", header => (header.Names("Record ID") || header.Names("Record ID - Company")) && (header.Names("Company name") || header.Names("Company owner")),
            HubSpotCompany, [], People: false),
        new("Salesforce accounts", header => !header.Names("Contact ID") && (header.Names("Account Name") || header.Names("Account: Account Name"))
                && (header.Names("Account ID") || header.Names("Account Owner") || header.Names("Contract Start Date")),
            SalesforceAccount, [("account", "Add the column Account ID to the report: an account is known by it and not by its name.")], People: false),
    ];

    private static bool IsPerson(CsvColumns header) => Array.Exists(OfPersons, header.Names);
}
