using System.Text;
using InterviewAgent.Accounts;
using InterviewAgent.Accounts.Import.Crm;
using InterviewAgent.Storage;
using InterviewAgent.Tests.Interviewing.Import;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Tests.Accounts.Import;

/// <summary>Exports of Salesforce and HubSpot as they come, without a switch.</summary>
public sealed class CrmExportTests : IDisposable
{
    private const string SalesforceAccounts =
        "\"Account ID\",\"Account Name\",\"Account Owner\",\"Type\",\"Industry\",\"Contract Start Date\",\"Contract End Date\"\n"
        + "\"0015g00000Ab1cD\",\"Fenwright Logistics\",\"Asa Lind\",\"Customer - Direct\",\"Transportation\",\"9/22/2026\",\"9/21/2027\"\n"
        + "\"0015g00000Ab1cE\",\"Vale Fibra, north\",\"Bo Ek\",\"Customer - Channel\",\"\",\"10/15/2026\",\"\"\n";

    private const string SalesforceContacts =
        "\"Contact ID\",\"Account ID\",\"Account Name\",\"First Name\",\"Last Name\",\"Email\",\"Title\",\"Role\",\"Mailing Street\"\n"
        + "\"0035g00000Xy1zA\",\"0015g00000Ab1cD\",\"Fenwright Logistics\",\"Ruvendri\",\"Pather\",\"rp@example.org\",\"Dispatcher\",\"Business User\",\"1 Quay\nHarbour\"\n"
        + "\"0035g00000Xy1zB\",\"0015g00000Ab1cD\",\"Fenwright Logistics\",\"Tindra\",\"Okonkwo\",\"to@example.org\",\"COO\",\"Economic Decision Maker\",\"\"\n"
        + "\"0035g00000Xy1zC\",\"0015g00000Ab1cE\",\"Vale Fibra, north\",\"Lumi\",\"Haas\",\"\",\"\",\"Influencer\",\"\"\n"
        + "\"0035g00000Xy1zD\",\"0015g00000Ab1cE\",\"Vale Fibra, north\",\"Ori\",\"Vance\",\"\",\"\",\"\",\"\"\n";

    private const string HubSpotCompanies =
        "Record ID,Company name,Company owner,Create Date,Close Date,Industry,Number of Form Submissions\n"
        + "8801,Norrsken Glas,Bo Ek,2026-01-02 08:00,2026-08-03 09:30,MANUFACTURING,4\n";

    private const string HubSpotContacts =
        "Record ID,First Name,Last Name,Email,Job Title,Buying Role,Contact owner,Create Date,Associated Company,Associated Company IDs\n"
        + "501,Elke,Sund,es@example.org,Buyer,Decision Maker;Budget Holder,Bo Ek,2026-11-22 09:30,Norrsken Glas,8801\n"
        + "502,Jari,Ost,jo@example.org,Planner,End User,Bo Ek,2026-11-22 09:30,Norrsken Glas,8801\n";

    private readonly ImportFixture import = new();

    public void Dispose() => import.Dispose();

    [Fact]
    public async Task Salesforces_accounts_and_contacts_are_read_as_they_are_exported()
    {
        var accounts = await import.Import(SalesforceAccounts);
        Assert.Equal((true, "accounts", 2), (accounts.Written, accounts.Kind, accounts.Counts["accounts"].Added));
        Assert.Equal("Salesforce accounts: Contract Start Date = signed, Contract End Date = renewal, Industry = industry, Account ID = account, Account Name = account name, Account Owner = owner", accounts.ReadAs);
        Assert.Equal(["not read: 'Type'."], accounts.Notices);
        var contacts = await import.Import(SalesforceContacts);
        Assert.Equal(("", true, 2, 0), (string.Join('\n', contacts.Problems), contacts.Written, contacts.Counts["respondents"].Added, contacts.Counts["respondents"].Unchanged));
        Assert.Equal(
            ["not read: 'Mailing Street'.", "line 5: the role 'Influencer' is none that says who bought or who works with it; this person was left out.", "line 6: the role is empty; this person was left out."],
            contacts.Notices);
        using var db = import.Database.Open();
        var fenwright = await db.Accounts.Include(a => a.Respondents).SingleAsync(a => a.ExternalId == "0015g00000Ab1cDAAR");
        Assert.Equal(("Fenwright Logistics", "Asa Lind", "Transportation", new DateOnly(2026, 9, 22), new DateOnly(2027, 9, 21)),
            (fenwright.Name, fenwright.Owner, fenwright.Industry, fenwright.ContractSignedOn, fenwright.RenewalOn));
        Assert.Equal([("Ruvendri Pather", Role.EndUser, "Dispatcher", "rp@example.org"), ("Tindra Okonkwo", Role.Buyer, "COO", "to@example.org")],
            fenwright.Respondents.OrderBy(p => p.Name, StringComparer.Ordinal).Select(p => (p.Name!, p.Role, p.Title!, p.Email!)));
    }

    [Fact]
    public async Task HubSpots_companies_and_contacts_are_read_as_they_are_exported()
    {
        Assert.True((await import.Import(HubSpotCompanies)).Written);
        var contacts = await import.Import(HubSpotContacts);
        Assert.StartsWith("HubSpot contacts: Associated Company IDs = account, Record ID = person", contacts.ReadAs, StringComparison.Ordinal);
        using var db = import.Database.Open();
        var account = await db.Accounts.Include(a => a.Respondents).SingleAsync();
        Assert.Equal(("8801", "Norrsken Glas", "Bo Ek", new DateOnly(2026, 8, 3)), (account.ExternalId, account.Name, account.Owner, account.ContractSignedOn));
        Assert.Equal([("501", Role.Buyer), ("502", Role.EndUser)], account.Respondents.OrderBy(p => p.ExternalId).Select(p => (p.ExternalId, p.Role)));
        Assert.All((await import.Import(HubSpotContacts)).Counts.Values, count => Assert.Equal((0, 0), (count.Added, count.Changed)));
    }

    [Fact]
    public async Task One_report_of_contacts_and_accounts_brings_both()
    {
        var report = await import.Import(
            "Account ID,Account Name,Account Owner,Contact ID,First Name,Last Name,Email,Title,Contact Role,Contract Start Date\n"
            + "a1,Harbour,Asa,c1,Ana,Reis,,,Executive Sponsor,2026-03-02\na2,Mill,Bo,c3,Per,Alm,,,Champion,2026-04-01\na1,Harbour,Asa,c2,Ivo,Dal,,,System Administrator,2026-03-02\na3,Empty,Bo,,,,,,,2026-05-01\n");
        Assert.Equal(("", true), (string.Join('\n', report.Problems), report.Written));
        using var db = import.Database.Open();
        Assert.Equal(["a1", "a2", "a3"], await db.Accounts.Select(a => a.ExternalId).OrderBy(id => id).ToListAsync());
        Assert.Equal([Role.Sponsor, Role.Admin, Role.Champion], await db.Respondents.OrderBy(p => p.ExternalId).Select(p => p.Role).ToListAsync());
    }

    [Theory]
    [InlineData("03/04/2026", null, "may be 3 April or 4 March", 0)]
    [InlineData("3.4.2026", null, "may be 3 April or 4 March", 0)]
    [InlineData("03/04/2026", DateOrder.DayFirst, null, 4)]
    [InlineData("03/04/2026", DateOrder.MonthFirst, null, 3)]
    [InlineData("04/04/2026", null, null, 4)]
    [InlineData("11/22/2026", null, null, 11)]
    [InlineData("22/11/2026, 09:30", null, null, 11)]
    [InlineData("22.11.2026", null, null, 11)]
    [InlineData("22/11/2026", DateOrder.MonthFirst, "with the month first", 0)]
    [InlineData("2026-11-22 09:30", null, null, 11)]
    [InlineData("2026-11-22T09:30:00.000+0000", null, null, 11)]
    [InlineData("2026/3/2", null, null, 3)]
    [InlineData("11/22/26", null, "is not a date", 0)]
    [InlineData("22/22/2026", null, "is not a date", 0)]
    [InlineData("02/30/2026", null, "is not a date", 0)]
    [InlineData("00/13/2026", null, "is not a date", 0)]
    public async Task A_date_that_leaves_day_and_month_open_is_asked_for_and_never_guessed(string date, DateOrder? order, string? problem, int month)
    {
        // Another date of the file that is certain decides nothing for this one.
        var report = await import.Import($"Account ID,Account Name,Account Owner,Contract Start Date\na1,Harbour,Asa,\"{date}\"\n{(order is null ? "a2,Mill,Asa,11/22/2026\n" : "")}", dates: order);
        using var db = import.Database.Open();
        if (problem is null)
        {
            Assert.Equal(("", month), (string.Join('\n', report.Problems), (await db.Accounts.SingleAsync(a => a.ExternalId == "a1")).ContractSignedOn.Month));
        }
        else
        {
            Assert.Contains(problem, Assert.Single(report.Problems).Problem, StringComparison.Ordinal);
            Assert.Equal((2, "column Contract Start Date"), (report.Problems[0].Line, report.Problems[0].Column));
            Assert.Empty(await db.Accounts.ToListAsync());
        }
    }

    [Theory]
    [InlineData("utf-8", false, ',')]
    [InlineData("utf-8", true, ';')]
    [InlineData("utf-16", true, '\t')]
    [InlineData("utf-16", false, '\t')]
    [InlineData("utf-16BE", true, ',')]
    public async Task What_Excel_saved_is_read(string encoding, bool mark, char separator)
    {
        var text = SalesforceAccounts.Replace("Fenwright Logistics", "Fænwright Łogistik", StringComparison.Ordinal).Replace("\",\"", $"\"{separator}\"", StringComparison.Ordinal).Replace("\n", "\r\n", StringComparison.Ordinal);
        var way = Encoding.GetEncoding(encoding);
        var report = await import.Import([.. mark ? way.GetPreamble() : [], .. way.GetBytes(text)]);
        Assert.Equal(("", true), (string.Join('\n', report.Problems), report.Written));
        using var db = import.Database.Open();
        Assert.True(await db.Accounts.AnyAsync(a => a.Name == "Fænwright Łogistik"));
    }

    [Fact]
    public async Task The_lines_about_a_printable_report_are_no_records()
    {
        const string Footer = "\n\n\"Customers 2026\"\n\"Copyright (c) 2000-2026 salesforce.com, inc. All rights reserved.\"\n\"Confidential Information - Do Not Distribute\"\n\"Generated By:  Asa Lind  11/22/2026 9:30 AM\"\n\"Contoso\"\n";
        Assert.Equal(2, (await import.Import(SalesforceAccounts + Footer)).Rows);
        Assert.Equal([4], (await import.Import(SalesforceAccounts + "\"Customers 2026\"\n")).Problems.Select(problem => problem.Line));
    }

    [Theory]
    [InlineData("Account Name,Account Owner,Contract Start Date\nHarbour,Asa,2026-03-02\n", "Account ID")]
    [InlineData("Contact ID,Account ID,First Name,Last Name\nc1,a1,Ana,Reis\n", "Role")]
    [InlineData("Record ID,First Name,Last Name,Email,Buying Role\n1,Ana,Reis,,End User\n", "Associated Company IDs")]
    public async Task An_export_that_lacks_a_column_is_refused_and_the_column_named(string csv, string column)
    {
        var refused = await Assert.ThrowsAsync<BadInputException>(() => import.Import(csv));
        Assert.Contains(column, refused.Mend, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Record ID,Company name,Company owner,Close Date\n1,Harbour,Asa,2026-03-02\n2,Mill,Bo,\n", "3 column Close Date")]
    [InlineData("Record ID,Company name,Company owner,Close Date\n1,Harbour,Asa,2026-03-02\n2,,Bo,2026-03-02\n", "3 column Company name")]
    [InlineData("Record ID,Company name,Company owner,Close Date\n1,Harbour,Asa,2026-03-02\n,Mill,Bo,2026-03-02\n", "3 column Record ID")]
    [InlineData("Record ID,First Name,Buying Role,Associated Company IDs\n1,Ana,End User,7\n", "2 column account")]
    [InlineData("Record ID,First Name,Buying Role,Associated Company IDs\n1,Ana,End User,7;8\n", "2 column Associated Company IDs")]
    public async Task Nothing_is_half_imported(string csv, string place)
    {
        var report = await import.Import(csv);
        Assert.Equal([place], report.Problems.Select(problem => $"{problem.Line} {problem.Column}").Distinct());
        Assert.False(report.Written);
        using var db = import.Database.Open();
        Assert.Empty(await db.Accounts.ToListAsync());
    }

    [Fact]
    public async Task A_role_that_says_nothing_leaves_the_one_known_here()
    {
        await import.Import(SalesforceAccounts);
        await import.Import(SalesforceContacts);
        await import.Import(SalesforceContacts.Replace("Business User", "Other", StringComparison.Ordinal).Replace("Dispatcher", "Lead dispatcher", StringComparison.Ordinal));
        using var db = import.Database.Open();
        var person = await db.Respondents.SingleAsync(p => p.ExternalId == "0035g00000Xy1zAAAR");
        Assert.Equal((Role.EndUser, "Lead dispatcher"), (person.Role, person.Title));
    }

    [Fact]
    public async Task Our_own_files_are_read_as_before()
    {
        Assert.Null((await import.Import("id,name,contract_signed_on\na1,Harbour,2026-03-02\n")).ReadAs);
        Assert.Null((await import.Import("account_id,id,role,name,email\na1,p1,buyer,Ana,\n")).ReadAs);
        Assert.NotEmpty((await import.Import("account,on,status\na1,6.4.2026,green\n", dates: DateOrder.DayFirst)).Problems);
    }
}
