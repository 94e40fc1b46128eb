using InterviewAgent.Accounts;
using InterviewAgent.Tests.Interviewing.Import;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Tests.Accounts;

public sealed class ImportAccountsTests : IDisposable
{
    private const string Two = "id,name,contract_signed_on,seats\na1,Harbour,2026-03-02,12\na2,\"Mill, north\",2026-04-01,\n";

    private readonly ImportFixture import = new();

    public void Dispose() => import.Dispose();

    [Fact]
    public async Task Every_kind_of_table_is_known_by_its_header()
    {
        (string Kind, string Csv)[] files =
        [
            ("accounts", Two),
            ("respondents", "Account;Id;Role;Name;Time zone\r\na1;p1;End user;Ana;Europe/Lisbon\r\na1;p2;buyer;=1+1;\r\n"),
            ("promises", "\uFEFFaccount,text,kind,on\na1,\"Half the queue,\nby summer\",outcome,2026-02-01\n"),
            ("usage", "account\tweek\tactive_users\tlogins\tkey_actions\na1\t1\t3\t9\t2\n"),
            ("health", "sep=;\naccount;on;status\na1;2026-04-06;Green\n"),
            ("check-ins", "account,respondent,due,invited,declined\na1,p2,2026-03-16,2026-03-16,2026-03-17\n"),
        ];
        foreach (var (kind, csv) in files)
        {
            var report = await import.Import(csv);
            Assert.Equal((kind, ""), (report.Kind, string.Join('\n', report.Problems)));
            Assert.True(report.Written);
            Assert.All((await import.Import(csv)).Counts.Values, count => Assert.Equal((0, 0), (count.Added, count.Changed)));
        }

        using var db = import.Database.Open();
        var account = await db.Accounts.Include(a => a.Respondents).Include(a => a.Promises).SingleAsync(a => a.ExternalId == "a1");
        Assert.Equal(["=1+1", "Ana"], account.Respondents.Select(person => person.Name).Order(StringComparer.Ordinal));
        Assert.Equal("Half the queue,\nby summer", Assert.Single(account.Promises).Text);
        Assert.Equal(17, (await db.CheckIns.SingleAsync()).DeclinedAt!.Value.Day);
    }

    [Fact]
    public async Task An_empty_cell_takes_nothing_away()
    {
        await import.Import(Two);
        await import.Import("id,name,seats,owner\na1,,,Ines\n");
        using var db = import.Database.Open();
        var account = await db.Accounts.SingleAsync(a => a.ExternalId == "a1");
        Assert.Equal(("Harbour", 12, "Ines"), (account.Name, account.Seats, account.Owner));
    }

    [Theory]
    [InlineData("account,week,logins\na1,1,5\na1,2,-5\na1,x,5\n", "3 column logins", "4 column week")]
    [InlineData("account,on,status\na1,6.4.2026,green\na1,2026-04-06,blue\n", "2 column on", "3 column status")]
    [InlineData("account,id,role\na1,p1,boss\n,p2,buyer\n", "2 column role", "3 column account")]
    [InlineData("account,week,logins\na1,1\n\na1,\"2\n", "2 the record", "4 the record")]
    [InlineData("account,week,logins\na1,1,5\na1,1,6\nzz,1,6\n", "3 the record")]
    [InlineData("account,week,logins\nzz,1,6\n", "2 column account")]
    [InlineData("account,respondent,due\na1,p9,2026-03-16\n", "2 column respondent")]
    [InlineData("id,name,contract_signed_on\na1,Harbour,\na3,New,\n", "3 column contract_signed_on")]
    public async Task Every_bad_row_is_named_and_nothing_is_changed(string csv, params string[] places)
    {
        await import.Import(Two);
        var report = await import.Import(csv);
        Assert.Equal(places, report.Problems.Select(problem => $"{problem.Line} {problem.Column}").Distinct());
        Assert.False(report.Written);
        using var db = import.Database.Open();
        Assert.Equal((2, 0, 0), (await db.Accounts.CountAsync(), await db.Usage.CountAsync(), await db.Respondents.CountAsync()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("  \n\n")]
    [InlineData("foo,bar\n1,2\n")]
    [InlineData("[{\"id\":1}]")]
    public async Task A_file_of_no_known_kind_is_refused_with_a_way_on(string text)
    {
        var refused = await Assert.ThrowsAsync<BadInputException>(() => import.Import(text));
        Assert.NotEmpty(refused.Mend);
    }

    [Fact]
    public async Task Problems_are_kept_to_a_hundred_and_counted_beyond()
    {
        await import.Import(Two);
        var report = await import.Import("account,week\n" + string.Concat(Enumerable.Range(1, 250).Select(_ => "a1,-1\n")));
        Assert.Equal(100, report.Problems.Count);
        Assert.True(report.ProblemCount >= 250);
    }
}
