using InterviewAgent.Accounts;
using InterviewAgent.Web.Dashboard.Accounts;

namespace InterviewAgent.Web.Tests.Dashboard;

public sealed class TimelineChartTests
{
    [Theory]
    [InlineData(8, 30)]
    [InlineData(53, 30)]
    [InlineData(160, 90)]
    [InlineData(600, 300)]
    public void The_days_of_an_account_of_years_stand_apart(int weeks, int step)
    {
        var account = new Account { ExternalId = "A", Name = "A", ContractSignedOn = new DateOnly(2020, 1, 1) };
        account.Usage.AddRange(Enumerable.Range(1, weeks).Select(week => new UsageWeek { AccountId = account.Id, Week = week }));
        var marks = new TimelineChart(new AccountPicture(account, null!, [], [], [], [], [], [], [], "", null!, null!, null!, null!, null)).Marks.ToList();
        Assert.Equal([0, step, 2 * step], marks.Take(3));
        Assert.InRange(marks.Count, 3, 16);
    }
}
