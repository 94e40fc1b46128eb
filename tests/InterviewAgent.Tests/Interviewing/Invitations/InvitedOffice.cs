using System.Globalization;
using InterviewAgent.Accounts;
using InterviewAgent.Analysis;
using InterviewAgent.Interviewing;
using InterviewAgent.Interviewing.Guides;
using InterviewAgent.Interviewing.Invitations;
using InterviewAgent.Interviewing.Links;
using InterviewAgent.Jobs;
using InterviewAgent.Mail;
using InterviewAgent.Storage;
using InterviewAgent.Tests.Mail;
using InterviewAgent.Tests.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace InterviewAgent.Tests.Interviewing.Invitations;

/// <summary>People with due check-ins, a mail server that a test tells what to answer, and a clock. It is Monday, ten o'clock.</summary>
internal sealed class InvitedOffice : IDisposable
{
    private static readonly NeutralityGate Gate = Interviewing.Gate.Real;
    private static readonly GuideLibrary Guides = GuideLibrary.Load(Interviewing.Gate.Prompts, Gate);
    private static readonly InvitationTexts Texts = InvitationTexts.Load(Interviewing.Gate.Prompts, Gate);
    private readonly LinkToken tokens = new(new LinkKeys(new Dictionary<string, string> { ["k"] = Convert.ToBase64String(new byte[32]) }, "", ""));
    private readonly MailRest rest;

    public InvitedOffice() => rest = new(Clock);

    public TestDatabase Database { get; } = new();
    public ScriptedMailServer Server { get; } = new();
    public SetClock Clock { get; } = new() { Now = new(2026, 11, 23, 10, 0, 0, TimeSpan.Zero) };
    public InvitationOptions Options { get; } = new();

    /// <summary>One person, alone in their account, whose day-14 check-in is due today.</summary>
    public CheckIn Due(string? email = "ana@example.com", string zone = "UTC")
    {
        Account account = new() { ExternalId = Guid.NewGuid().ToString(), Name = "Vale Fibra", ContractSignedOn = new(2026, 11, 9) };
        Respondent person = new() { AccountId = account.Id, ExternalId = "p", Name = "Ana Prado", Email = email, TimeZone = zone, Role = Role.EndUser };
        CheckIn checkIn = new() { AccountId = account.Id, RespondentId = person.Id, Checkpoint = Checkpoint.Day14, Due = new(2026, 11, 23) };
        using var db = Database.Open();
        db.AddRange(account, person, checkIn);
        db.SaveChanges();
        return checkIn;
    }

    public async Task<int> Plan()
    {
        await using var db = Database.Open();
        GatherCandidates gather = new(db, Settings(Server.Options));
        return await new PlanInvitations(db, gather, Settings(Options), Settings(new CheckInOptions()), new Wake(), Clock).Run(default);
    }

    public Task<int> Send() => new SendInvitations(
        Claim, Note, new RecoverInvitations(Database, Clock, NullLogger<RecoverInvitations>.Instance), Compose,
        new SendClaimed(rest, Settings(Server.Options), Clock, NullLogger<SendClaimed>.Instance)).Run(default);

    /// <summary>What is queued for a chat, by the whole engine, since it opens the check-in there.</summary>
    public async Task InTeams()
    {
        ServiceCollection engine = new();
        engine.AddSingleton<TimeProvider>(Clock).AddScoped(_ => Database.Open()).AddScoped<DueCheckIns>().AddScoped<InviteInTeams>();
        engine.AddSingleton(Settings(Options)).AddSingleton(Settings(new InterviewingOptions())).AddSingleton(Settings(new CheckInOptions())).AddSingleton<StillWanted>();
        engine.AddAnalysis(new ConfigurationBuilder().Build()).AddInterviewEngine(Interviewing.Gate.Prompts);
        await using var services = engine.BuildServiceProvider(validateScopes: true);
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<InviteInTeams>().Run(default);
    }

    public async Task PlanAndSend()
    {
        await Plan();
        await Send();
    }

    public ClaimMail Claim => new(Database, new(Settings(Options), Settings(new CheckInOptions())), Settings(Options), Settings(new LinkOptions()), Clock);

    public NoteInvitation Note => new(Database, Settings(Options), Clock);

    public RecordChoice Choices(InterviewAgentDb db) => new(db, tokens, Settings(Options), Clock);

    private ComposeInvitation Compose => new(Texts, Guides, tokens, Settings(new LinkOptions { PublicAddress = "https://check-ins.contoso.example" }),
        Settings(new InterviewingOptions()), Settings(Server.Options));

    public async Task Choose(Choice choice)
    {
        var link = Server.Taken[^1].Link(choice);
        await using var db = Database.Open();
        var choices = Choices(db);
        await choices.Run((await choices.Find(link[(link.LastIndexOf('/') + 1)..], default))!, choice, default);
    }

    public List<Invitation> Rows()
    {
        using var db = Database.Open();
        return [.. db.Invitations.AsNoTracking().OrderBy(row => row.CreatedAt)];
    }

    public CheckIn CheckIn(Guid id)
    {
        using var db = Database.Open();
        return db.CheckIns.AsNoTracking().Single(row => row.Id == id);
    }

    public Respondent Person()
    {
        using var db = Database.Open();
        return db.Respondents.AsNoTracking().Single();
    }

    public void Change(Action<InterviewAgentDb> change)
    {
        using var db = Database.Open();
        change(db);
        db.SaveChanges();
    }

    public void ItIs(string time) => Clock.Now = DateTimeOffset.Parse(time, CultureInfo.InvariantCulture);

    public void Dispose()
    {
        Server.Dispose();
        Database.Dispose();
    }

    private static IOptions<T> Settings<T>(T options) where T : class => Microsoft.Extensions.Options.Options.Create(options);
}

internal static class TakenMails
{
    /// <summary>The text as a mail program shows it.</summary>
    public static string Text(this TakenMail mail) => mail.Content.Replace("=\r\n", "", StringComparison.Ordinal).Replace("=3D", "=", StringComparison.Ordinal);

    public static string Link(this TakenMail mail, Choice choice) => mail.Text().Split('\n', ' ').First(
        word => word.Contains($"/m/{choice.Name()}/", StringComparison.Ordinal) && word.StartsWith("https", StringComparison.Ordinal)).Trim();
}

/// <summary>A clock that a test sets.</summary>
internal sealed class SetClock : TimeProvider
{
    public DateTimeOffset Now { get; set; }

    public override DateTimeOffset GetUtcNow() => Now;
}
