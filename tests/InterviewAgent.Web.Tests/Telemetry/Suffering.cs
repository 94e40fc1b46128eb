using InterviewAgent.Accounts;
using InterviewAgent.Analysis;
using InterviewAgent.Interviewing;
using InterviewAgent.Privacy;

namespace InterviewAgent.Web.Tests.Telemetry;

/// <summary>An account on whose green dashboard two people have said that they still work around the product: one voice more, and it is flagged.</summary>
internal static class Suffering
{
    private const string Words = "We still plan it in our own sheet";

    public static async Task Around(Site site, Guid checkInId) => await site.With(async db =>
    {
        var due = (await db.CheckIns.FindAsync(checkInId))!;
        var account = (await db.Accounts.FindAsync(due.AccountId))!;
        var today = DateOnly.FromDateTime(DateTime.UtcNow);
        db.Add(new HealthReading { AccountId = account.Id, On = today, Status = HealthStatus.Green });
        foreach (var code in new[] { "operational.old-workflow", "trust.output" })
        {
            Respondent person = new() { AccountId = account.Id, ExternalId = code, Name = "Zaphod Quillfeather", Role = Role.EndUser, Email = "zaphod@quill.example" };
            CheckIn held = new() { AccountId = account.Id, RespondentId = person.Id, Checkpoint = Checkpoint.Day60, Due = today.AddDays(-2), CompletedAt = DateTimeOffset.UtcNow.AddDays(-2) };
            Interview interview = new()
            {
                CheckInId = held.Id, AccountId = account.Id, RespondentId = person.Id, Checkpoint = Checkpoint.Day60, HeldOn = today.AddDays(-2), Channel = "web chat",
                Status = InterviewStatus.Analysed, AnalysedAt = DateTimeOffset.UtcNow.AddDays(-2), Visibility = Visibility.AccountOnly,
            };
            Turn said = new() { InterviewId = interview.Id, N = 1, Speaker = Speaker.Participant, Text = Words + "." };
            interview.Turns.Add(said);
            Finding finding = new()
            {
                AccountId = account.Id, RespondentId = person.Id, InterviewId = interview.Id, Code = code, Origin = "built-in", Verified = true, Severity = 2, Kind = FindingKind.Friction,
            };
            finding.Quotes.Add(new Quote { FindingId = finding.Id, TurnId = said.Id, Start = 0, Length = Words.Length });
            db.AddRange(person, held, interview, finding);
            db.Add(new Reading { AccountId = account.Id, RespondentId = person.Id, InterviewId = interview.Id, Dimension = ReadingDimension.Outcome, Value = 0, TurnId = said.Id, Length = 4 });
        }
        await db.SaveChangesAsync();
    });
}
