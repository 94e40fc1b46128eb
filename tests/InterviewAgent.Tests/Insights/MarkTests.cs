using InterviewAgent.Accounts;
using InterviewAgent.Analysis;
using InterviewAgent.Interviewing;
using InterviewAgent.Interviewing.Delivery;
using InterviewAgent.Interviewing.Intents;
using InterviewAgent.Interviewing.Invitations;
using InterviewAgent.Interviewing.Links;
using InterviewAgent.Jobs;
using InterviewAgent.Privacy;
using InterviewAgent.Privacy.Erasures;
using InterviewAgent.Tests.Interviewing;
using InterviewAgent.Tests.Interviewing.Delivery;
using InterviewAgent.Tests.Interviewing.Import;
using InterviewAgent.Tests.Interviewing.Invitations;
using InterviewAgent.Tests.Privacy;
using InterviewAgent.Tests.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace InterviewAgent.Tests.Insights;

/// <summary>Drives each use case of <see cref="Architecture.WriterTests.Writers"/> and looks for its mark.</summary>
public sealed class MarkTests
{
    [Fact]
    public async Task Every_step_of_an_interview_leaves_a_mark()
    {
        using var talk = new Talk();
        await using (var db = talk.Db())
        {
            await Touched.Watch(db);
        }
        Assert.Contains("CheckIns UPDATE OF", await One(talk, () => talk.Open()));
        Assert.Contains("CheckIns UPDATE OF", await One(talk, () => talk.Say("yes")));
        foreach (var n in Enumerable.Range(1, 40))
        {
            await One(talk, () => talk.Last.Offer.ReadBack.Count > 0
                ? talk.Say("1 totals only", choices: new ReadBackChoices(Visibility.AccountOnly, new Dictionary<int, Visibility> { [1] = Visibility.TotalsOnly }))
                : talk.Say($"I copy the weekly plan into my own sheet every Friday, it takes {n + 10} minutes and nobody owns it.", $"a{n}"));
            if (talk.Last.Offer.Ended)
            {
                break;
            }
        }
        Assert.True(talk.Last.Offer.Ended);
        Assert.Contains("Findings INSERT", await One(talk, () => Analyse(talk)));
        Assert.Contains("VisibilityChoices UPDATE", await One(talk, () => Choose(talk, Visibility.TotalsOnly)));
        Assert.Contains("Interviews.Status", await One(talk, () => talk.With((ChangeAnswer change) => change.Edit(talk.InterviewId, "a2", "e", "We stopped using it."))));
        await One(talk, () => Analyse(talk));
        Assert.Contains("Turns UPDATE", await One(talk, () => talk.With((ChangeAnswer change) => change.Delete(talk.InterviewId, "a3"))));
        await One(talk, () => Analyse(talk));
        Assert.Contains("VisibilityChoices UPDATE", await One(talk, () => Choose(talk, Visibility.Delete)));
        await talk.Say("delete my answers");
        Assert.Contains("VisibilityChoices DELETE", await One(talk, () => talk.Say("yes")));
    }

    [Fact]
    public async Task Stopping_half_way_leaves_a_mark()
    {
        using var talk = await HalfWay();
        Assert.Contains("Interviews.Status", await One(talk, () => talk.Say("stop")));
    }

    private static async Task<Talk> HalfWay()
    {
        var talk = new Talk();
        await using (var db = talk.Db())
        {
            await Touched.Watch(db);
        }
        await talk.Open();
        await talk.Say("yes");
        await talk.Say("I copy the weekly plan into my own sheet every Friday.");
        return talk;
    }

    [Fact]
    public async Task Leaving_without_a_word_leaves_a_mark()
    {
        using var talk = await HalfWay();
        talk.Clock.Advance(TimeSpan.FromDays(8));
        Assert.Contains("Interviews.Status", await One(talk, async () =>
        {
            await using var db = talk.Db();
            await new EndAbandoned(db, Options.Create(new CheckInOptions()), talk.Clock).Run(default);
        }));
    }

    [Fact]
    public async Task An_import_leaves_a_mark_where_it_changes_something_and_only_there()
    {
        using var import = new ImportFixture();
        await using (var db = import.Database.Open())
        {
            await Touched.Watch(db);
        }
        const string Journey = """{"id":"j1","account":{"name":"Fenwright","contractSignedOn":"2026-01-05","health":[{"on":"2026-02-02","status":"green"}],"usage":[{"week":1,"activeUsers":3,"logins":9,"keyActions":4}]},"interviews":[{"id":"i1","heldOn":"2026-02-04","checkpoint":"day-30","participant":{"id":"p1","role":"end-user"},"turns":[{"n":1,"speaker":"interviewer","text":"How is it going?"},{"n":2,"speaker":"participant","text":"I keep my own sheet."}]}]}""";
        Assert.Contains("Usage INSERT", string.Join(',', await Touched.By(import.Database, () => import.Import(Journey))));
        Assert.Contains("Health UPDATE", string.Join(',', await Touched.By(import.Database, () => import.Import("account,on,status\nj1,2026-02-02,red\n"))));
        Assert.Empty(await Touched.By(import.Database, () => import.Import("account,on,status\nj1,2026-02-02,red\n")));
        await using var stored = import.Database.Open();
        Assert.Empty(await stored.OutdatedAccounts.ToListAsync());
    }

    [Fact]
    public async Task Invitations_and_their_links_leave_marks()
    {
        using var office = new InvitedOffice();
        await using (var db = office.Database.Open())
        {
            await Touched.Watch(db);
        }
        var checkIn = office.Due();
        Assert.Contains("CheckIns UPDATE OF", string.Join(',', await Touched.By(office.Database, office.PlanAndSend)));
        Assert.Contains("CheckIns UPDATE OF", string.Join(',', await Touched.By(office.Database, async () =>
        {
            await using var db = office.Database.Open();
            await new OpenLink(db, Tokens, office.Clock).Open(await db.Links.FirstAsync(link => link.CheckInId == checkIn.Id), default);
        })));
        Assert.Contains("CheckIns UPDATE OF", string.Join(',', await Touched.By(office.Database, () => office.Choose(Choice.Never))));
        var other = office.Due("ben@example.com");
        Assert.Contains("CheckIns UPDATE OF", string.Join(',', await Touched.By(office.Database, async () =>
        {
            await using var db = office.Database.Open();
            await new IssueLink(db, Tokens, Options.Create(new LinkOptions()), office.Clock).For(other.Id, default);
        })));
    }

    [Fact]
    public async Task A_recovered_invitation_leaves_a_mark()
    {
        using var office = new InvitedOffice();
        await using (var db = office.Database.Open())
        {
            await Touched.Watch(db);
        }
        office.Due();
        await office.Plan();
        office.Change(db =>
        {
            var row = db.Invitations.Single();
            (row.State, row.ClaimedUntil) = (InvitationState.Sending, office.Clock.Now.AddMinutes(-5));
        });
        Assert.Contains("CheckIns UPDATE OF", string.Join(',', await Touched.By(office.Database, () =>
            new RecoverInvitations(office.Database, office.Clock, NullLogger<RecoverInvitations>.Instance).Run(default))));
    }

    [Fact]
    public async Task A_question_that_arrived_in_a_chat_leaves_a_mark()
    {
        using var queue = new Queue();
        await queue.Conversation(1);
        await using (var db = queue.Database.Open())
        {
            await Touched.Watch(db);
        }
        var sent = Assert.Single(await queue.Next());
        Assert.Contains("CheckIns UPDATE OF", string.Join(',', await Touched.By(queue.Database, () =>
            queue.Next(new Delivered(sent.Id, DeliveryOutcome.Sent, "activity")))));
    }

    [Fact]
    public async Task Planned_check_ins_leave_marks()
    {
        using var database = new TestDatabase();
        await using (var db = database.Open())
        {
            await Touched.Watch(db);
            Account account = new() { ExternalId = "a", Name = "A", ContractSignedOn = new(2026, 3, 1) };
            account.Respondents.Add(new Respondent { AccountId = account.Id, ExternalId = "p", Role = Role.EndUser });
            db.Add(account);
            await db.SaveChangesAsync();
        }
        var plan = new PlanCheckIns(database, Options.Create(new CheckInOptions()), new SetClock { Now = new(2026, 3, 14, 9, 0, 0, TimeSpan.Zero) });
        Assert.Contains("CheckIns INSERT", await Touched.By(database, () => plan.Run(default)));
        Assert.Empty(await Touched.By(database, () => plan.Run(default)));
    }

    [Fact]
    public async Task An_erased_respondent_leaves_a_mark()
    {
        using var database = new TestDatabase();
        var interview = await Spoken.Interview(database, Visibility.AccountOnly, answers: ["I keep my own sheet."]);
        await using (var db = database.Open())
        {
            await Touched.Watch(db);
        }
        Assert.Contains("Respondents DELETE", await Touched.By(database, async () =>
        {
            await using var db = database.Open();
            await new EraseRespondent(db, TimeProvider.System).Run(interview.RespondentId, "admin");
        }));
    }

    [Fact]
    public async Task A_purged_check_in_leaves_a_mark()
    {
        using var office = new InvitedOffice();
        await using (var setup = office.Database.Open())
        {
            await Touched.Watch(setup);
        }
        office.Due();
        office.ItIs("2028-11-23T10:00Z");
        Assert.Contains("CheckIns DELETE", await Touched.By(office.Database, async () =>
        {
            await using var db = office.Database.Open();
            await new PurgeOld(db, new KeepErasures(db, new ErasedFile(office.Database.Path + ".erased.jsonl")),
                Options.Create(new PrivacyOptions { RetentionDays = 365 }), office.Clock).Run(default);
        }));
    }

    [Fact]
    public async Task A_sentence_erased_again_after_a_restore_leaves_a_mark()
    {
        using var database = new TestDatabase();
        var interview = await Spoken.Interview(database, Visibility.AccountOnly, answers: ["I keep my own sheet."]);
        await using (var db = database.Open())
        {
            await Touched.Watch(db);
        }
        var file = new ErasedFile(database.Path + ".erased.jsonl");
        await file.Append([new Erasure(interview.RespondentId, interview.Id, interview.Answer().Id, 0, 6)], default);
        Assert.Contains("Turns UPDATE OF Text", await Touched.By(database, () => new ReplayErasures(database, file, TimeProvider.System).Run()));
    }

    private static LinkToken Tokens { get; } = new(new LinkKeys(new Dictionary<string, string> { ["k"] = Convert.ToBase64String(new byte[32]) }, "", ""));

    private static async Task<string> One(Talk talk, Func<Task> step) => string.Join(',', await Touched.By(talk.Db, step));

    private static async Task Analyse(Talk talk)
    {
        await using var db = talk.Db();
        await new AnalyseInterviews(new Opened(talk), InterviewAgent.Tests.Analysis.Interviews.Coder.Code, new AnalysisFailures(), talk.Clock, NullLogger<AnalyseInterviews>.Instance).Run(default);
    }

    private static async Task Choose(Talk talk, Visibility visibility)
    {
        await using var db = talk.Db();
        await new OwnChoices(db).Change(talk.InterviewId, new ReadBackChoices(visibility, new Dictionary<int, Visibility>()), "respondent", talk.Clock.GetUtcNow(), default);
    }

    private sealed class Opened(Talk talk) : IDbContextFactory<InterviewAgent.Storage.InterviewAgentDb>
    {
        public InterviewAgent.Storage.InterviewAgentDb CreateDbContext() => talk.Db();
    }
}
