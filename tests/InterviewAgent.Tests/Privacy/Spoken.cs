using InterviewAgent.Accounts;
using InterviewAgent.Interviewing;
using InterviewAgent.Privacy;
using InterviewAgent.Tests.Storage;

namespace InterviewAgent.Tests.Privacy;

/// <summary>One account with one stored interview, for tests of who may read it.</summary>
internal static class Spoken
{
    public static async Task<Interview> Interview(
        TestDatabase database, Visibility forAll, InterviewStatus status = InterviewStatus.Analysed,
        Action<Interview>? with = null, params string[] answers)
    {
        var account = new Account { ExternalId = "a-1", Name = "Fenwright", ContractSignedOn = new(2026, 1, 5) };
        var person = new Respondent
        {
            AccountId = account.Id, ExternalId = "p-1", Name = "Ruvendri Pather", Role = Role.EndUser, Email = "rp@example.org",
        };
        account.Respondents.Add(person);
        account.Respondents.Add(new Respondent { AccountId = account.Id, ExternalId = "p-2", Name = "Tindra Okonkwo", Role = Role.Champion });
        var checkIn = new CheckIn { AccountId = account.Id, RespondentId = person.Id, Checkpoint = Checkpoint.Day30, Due = new(2026, 2, 4) };
        var interview = new Interview
        {
            CheckInId = checkIn.Id, AccountId = account.Id, RespondentId = person.Id, Checkpoint = Checkpoint.Day30,
            HeldOn = new(2026, 2, 4), Channel = "web", Status = status, Visibility = forAll,
        };
        var n = 0;
        foreach (var answer in answers)
        {
            interview.Turns.Add(new Turn { InterviewId = interview.Id, N = ++n, Speaker = Speaker.Interviewer, Text = "What happened?", Move = MoveKind.CoreQuestion });
            interview.Turns.Add(new Turn { InterviewId = interview.Id, N = ++n, Speaker = Speaker.Participant, Text = answer, MessageId = $"m{n}" });
        }
        with?.Invoke(interview);
        using var db = database.Open();
        db.AddRange(account, checkIn, interview);
        await db.SaveChangesAsync();
        return interview;
    }

    public static Turn Answer(this Interview interview, int number = 1) =>
        interview.Turns.Where(turn => turn.Speaker == Speaker.Participant).ElementAt(number - 1);

    public static WordSpan Whole(this Turn turn) => new(turn.Id, 0, turn.Text.Length);
}
