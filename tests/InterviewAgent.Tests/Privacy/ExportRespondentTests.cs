using InterviewAgent.Analysis;
using InterviewAgent.Interviewing;
using InterviewAgent.Privacy;
using InterviewAgent.Tests.Storage;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Tests.Privacy;

public sealed class ExportRespondentTests : IDisposable
{
    private readonly TestDatabase database = new();

    [Fact]
    public async Task A_person_gets_all_they_said_and_what_was_found_in_it_and_nobody_elses()
    {
        var interview = await Spoken.Interview(database, Visibility.TotalsOnly, answers: ["We plan in our own sheet.", "It is slow."]);
        using var db = database.Open();
        var finding = new Finding
        {
            AccountId = interview.AccountId, RespondentId = interview.RespondentId, InterviewId = interview.Id, Kind = FindingKind.Friction,
            Code = "operational.old-workflow", Severity = 2, Origin = "built-in", Verified = true,
        };
        finding.Quotes.Add(new Quote { FindingId = finding.Id, TurnId = interview.Answer().Id, Start = 11, Length = 13 });
        db.Add(finding);
        await db.SaveChangesAsync();

        var export = await new ExportRespondent(db, TimeProvider.System).Run(interview.RespondentId, "admin");
        Assert.Equal("rp@example.org", export!.Person.Email);
        Assert.Equal(["What happened?", "We plan in our own sheet.", "What happened?", "It is slow."], Assert.Single(export.Interviews).Turns.Select(turn => turn.Text));
        Assert.Equal(["our own sheet"], Assert.Single(export.Interviews[0].Findings).Quotes);
        Assert.Single(export.CheckIns);
        Assert.Equal("exported a respondent", (await db.Audit.SingleAsync()).Did);
        Assert.Null(await new ExportRespondent(db, TimeProvider.System).Run(Guid.CreateVersion7(), "admin"));
    }

    [Fact]
    public async Task A_person_is_found_by_id_by_address_and_by_the_customers_own_id()
    {
        var interview = await Spoken.Interview(database, Visibility.AccountOnly, answers: "Yes.");
        using var db = database.Open();
        var find = new FindRespondent(db);
        foreach (var name in new[] { interview.RespondentId.ToString(), "RP@Example.org", "p-1", " p-1 " })
        {
            Assert.Equal(interview.RespondentId, Assert.Single(await find.Called(name)).Id);
        }
        Assert.Empty(await find.Called("P-1 "));
        await db.Respondents.Where(person => person.Id == interview.RespondentId).ExecuteUpdateAsync(set => set.SetProperty(person => person.Name, "Jürgen Ås"));
        Assert.Single(await find.Called("Jürgen Ås"));
        Assert.Empty(await find.Called("Jürgen"));
    }

    public void Dispose() => database.Dispose();
}
