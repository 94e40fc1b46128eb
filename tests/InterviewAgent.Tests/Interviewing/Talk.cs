using InterviewAgent.Accounts;
using InterviewAgent.Analysis;
using InterviewAgent.Interviewing;
using InterviewAgent.Storage;
using InterviewAgent.Tests.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace InterviewAgent.Tests.Interviewing;

/// <summary>One account with one person who is due, the engine on a real database, and a clock that moves 20 seconds a message.</summary>
internal sealed class Talk : IDisposable
{
    private readonly TestDatabase database = new();
    private readonly ServiceProvider services;
    private int messages;

    public Talk(Role role = Role.EndUser, Checkpoint checkpoint = Checkpoint.Day30, string? product = "Rotara", string? task = "the weekly plan")
    {
        var collection = new ServiceCollection();
        collection.AddSingleton<TimeProvider>(Clock);
        collection.AddScoped(_ => database.Open());
        collection.AddSingleton(Options.Create(new InterviewingOptions { Vendor = "Contoso", EscalationContact = "Ana Reis" }));
        collection.AddAnalysis(new ConfigurationBuilder().Build());
        collection.AddInterviewEngine(Prompts.Folder);
        services = collection.BuildServiceProvider(validateScopes: true);
        using var db = database.Open();
        var account = new Account { ExternalId = "a", Name = "Vale Fibra", Product = product };
        account.Respondents.Add(new Respondent { AccountId = account.Id, ExternalId = "p", Name = "Marta Quintela", Role = role });
        if (task is not null)
            account.Promises.Add(new Promise { AccountId = account.Id, ExternalId = "1", Text = "Plan weekly", Workflow = task });
        CheckIn = new CheckIn { AccountId = account.Id, RespondentId = account.Respondents[0].Id, Checkpoint = checkpoint };
        db.Add(account);
        db.Add(CheckIn);
        db.SaveChanges();
    }

    public ManualClock Clock { get; } = new();
    public CheckIn CheckIn { get; }
    public Guid InterviewId { get; private set; }
    public Reply Last { get; private set; } = null!;
    public InterviewAgentDb Db() => database.Open();
    public T Service<T>() where T : notnull => services.GetRequiredService<T>();

    public async Task<Reply> Open(Guid? place = null)
    {
        using var scope = services.CreateScope();
        var open = scope.ServiceProvider.GetRequiredService<OpenInterview>();
        var opened = place is { } there ? await open.For(CheckIn.Id, "msteams", there) : await open.For(CheckIn.Id, "terminal");
        InterviewId = opened.InterviewId;
        return Last = opened.Current;
    }

    public async Task OpenOther(Guid checkInId)
    {
        using var scope = services.CreateScope();
        await scope.ServiceProvider.GetRequiredService<OpenInterview>().For(checkInId, "terminal");
    }

    public async Task<Reply> Say(string text, string? id = null, ReadBackChoices? choices = null, Guid? place = null)
    {
        Clock.Advance(TimeSpan.FromSeconds(20));
        using var scope = services.CreateScope();
        var message = new IncomingMessage(id ?? $"m{++messages}", text, Choices: choices, ConversationId: place);
        return Last = await scope.ServiceProvider.GetRequiredService<ReceiveAnswer>().Handle(InterviewId, message);
    }

    public async Task<TResult> With<T, TResult>(Func<T, Task<TResult>> work) where T : notnull
    {
        using var scope = services.CreateScope();
        return await work(scope.ServiceProvider.GetRequiredService<T>());
    }

    public async Task<Interview> Stored()
    {
        await using var db = Db();
        return await db.Interviews.Include(held => held.Turns).Include(held => held.Choices).SingleAsync(held => held.Id == InterviewId);
    }

    public void Dispose()
    {
        services.Dispose();
        database.Dispose();
    }
}

/// <summary>A clock that stands still until it is moved.</summary>
internal sealed class ManualClock : TimeProvider
{
    private DateTimeOffset now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    public override DateTimeOffset GetUtcNow() => now;
    public void Advance(TimeSpan by) => now += by;
}

internal static class Prompts
{
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "prompts");
}
