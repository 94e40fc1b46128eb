using InterviewAgent.Accounts.Import;
using InterviewAgent.Accounts.Import.Crm;
using InterviewAgent.Interviewing;
using InterviewAgent.Privacy;
using InterviewAgent.Tests.Interviewing.Import;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Tests.Accounts.Import.Crm;

/// <summary>The fifteen and the eighteen characters of one record. The long forms are those that Salesforce's REST API guide shows in its answers.</summary>
public sealed class SalesforceIdTests : IDisposable
{
    private readonly ImportFixture import = new();

    public void Dispose() => import.Dispose();

    private static (string Id, ImportProblems Problems) Read(string text, string prefix = SalesforceId.Account)
    {
        ImportProblems problems = new();
        return (SalesforceId.Read(new Field(text, 2, "column Account ID", problems), prefix, text), problems);
    }

    [Theory]
    [InlineData("001D000000IRFma", "001D000000IRFmaIAH")]
    [InlineData("001D000000INjVe", "001D000000INjVeIAL")]
    [InlineData("0019000000B98de", "0019000000B98deAAB")]
    public void A_short_id_gets_the_ending_of_its_long_form(string brief, string whole)
    {
        Assert.Equal(whole, Read(brief).Id);
        Assert.Equal(whole, Read(whole).Id);
        Assert.True(SalesforceId.Same(brief, whole) && SalesforceId.Same(whole, brief));
    }

    [Theory]
    [InlineData("001D000000IRFMAIAH")]
    [InlineData("001d000000irfmaiah")]
    public void A_long_id_whose_case_was_lost_gets_it_back_from_its_ending(string id) => Assert.Equal("001D000000IRFmaIAH", Read(id).Id);

    [Theory]
    [InlineData("001D000000IRFmaIAG")]
    [InlineData("001D000000IRfmaIAH")]
    [InlineData("001D000000IRFma999")]
    [InlineData("001900000000000AA5")]
    public void A_long_id_whose_ending_does_not_fit_is_refused_with_place_and_mend(string id)
    {
        var problem = Assert.Single(Read(id).Problems.Kept).ToString();
        Assert.Contains("line 2", problem, StringComparison.Ordinal);
        Assert.Contains("Account ID", problem, StringComparison.Ordinal);
        Assert.Contains("export the column again", problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ACME-1")]
    [InlineData("8801")]
    [InlineData("001D000000IRFm")]
    [InlineData("CUSTOMER0000000042")]
    [InlineData("001-4711 north (2)")]
    public void A_customers_own_id_stays_as_it_is(string id)
    {
        var (read, problems) = Read(id);
        Assert.Equal((id, 0), (read, problems.Count));
    }

    [Fact]
    public async Task A_report_and_a_data_export_speak_of_the_same_accounts_and_people()
    {
        Assert.True((await import.Import("Account ID,Account Name,Account Owner,Contract Start Date\n001D000000IRFma,Fenwright Logistics,Asa Lind,9/22/2026\n")).Written);
        Assert.True((await import.Import("Id,AccountId,First Name,Last Name,Role\n003D000000QYVlq,001D000000IRFmaIAH,Tindra,Okonkwo,End User\n")).Written);
        Assert.True((await import.Import("Contact ID,Account ID,Account Name,Last Name,Title,Role\n003D000000QYVlqIAH,001D000000IRFma,Fenwright Logistics,Okonkwo,Planner,End User\n")).Written);
        // Our own files name it as the customer does.
        Assert.True((await import.Import("account,week,active_users\n001D000000IRFma,1,4\n")).Written);
        using var db = import.Database.Open();
        var account = await db.Accounts.Include(one => one.Usage).Include(one => one.Respondents).SingleAsync();
        Assert.Equal("001D000000IRFmaIAH", account.ExternalId);
        Assert.Equal((4, "003D000000QYVlqIAH", "Planner"), (account.Usage.Single().ActiveUsers, account.Respondents.Single().ExternalId, account.Respondents.Single().Title));
    }

    [Fact]
    public async Task An_account_that_was_stored_by_its_short_id_is_found_by_the_long_one()
    {
        Assert.True((await import.Import("id,name,contract_signed_on\n001D000000IRFma,Fenwright Logistics,2026-09-22\n")).Written);
        Assert.True((await import.Import("Account ID,Account Name,Account Owner,Contract Start Date\n001D000000IRFmaIAH,Fenwright,Asa Lind,9/22/2026\n")).Written);
        using var db = import.Database.Open();
        var account = await db.Accounts.SingleAsync();
        Assert.Equal(("001D000000IRFma", "Fenwright", "Asa Lind"), (account.ExternalId, account.Name, account.Owner));
    }

    [Fact]
    public async Task One_record_in_both_forms_in_one_file_is_named()
    {
        var report = await import.Import("Account ID,Account Name,Account Owner,Contract Start Date\n001D000000IRFma,Fenwright,Asa Lind,9/22/2026\n001D000000IRFmaIAH,Fenwright,Bo Ek,9/22/2026\n");
        Assert.False(report.Written);
        Assert.Contains("the same as line 2", Assert.Single(report.Problems).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_was_erased_under_one_form_does_not_come_back_under_the_other()
    {
        const string People = "Contact ID,Account ID,Account Name,Account Owner,Contract Start Date,Last Name,Role\n{0},001D000000IRFma,Fenwright,Asa Lind,9/22/2026,Okonkwo,End User\n";
        Assert.True((await import.Import("id,name,contract_signed_on\n001D000000IRFma,Fenwright Logistics,2026-09-22\n")).Written);
        Assert.True((await import.Import("account,id,role,name\n001D000000IRFma,003D000000QYVlq,end-user,Okonkwo\n")).Written);
        using (var db = import.Database.Open())
        {
            var person = await db.Respondents.SingleAsync();
            db.Tombstones.Add(new Tombstone { RespondentId = person.Id, At = DateTimeOffset.UnixEpoch });
            db.Respondents.Remove(person);
            await db.SaveChangesAsync();
        }
        var again = await import.Import(string.Format(System.Globalization.CultureInfo.InvariantCulture, People, "003D000000QYVlqIAH"));
        Assert.Contains(again.Notices, notice => notice.Contains("was erased", StringComparison.Ordinal));
        using var after = import.Database.Open();
        Assert.Equal(0, await after.Respondents.CountAsync());
    }
}
