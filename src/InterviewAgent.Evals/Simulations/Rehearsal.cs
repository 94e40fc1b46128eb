using InterviewAgent.Accounts;
using InterviewAgent.Analysis;
using InterviewAgent.Interviewing;
using InterviewAgent.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace InterviewAgent.Evals.Simulations;

/// <summary>
/// The real engine on a database that is thrown away: where the terminal and the simulation hold their interviews. The file is
/// in memory where the system offers that, so that durable commits cost what the engine costs and not what the disk does.
/// </summary>
public sealed class Rehearsal : IAsyncDisposable
{
    private readonly string folder;
    private readonly ServiceProvider services;

    private Rehearsal(string folder, ServiceProvider services) => (this.folder, this.services) = (folder, services);

    /// <param name="settings">The product's settings; where the store is kept is overridden.</param>
    /// <param name="clock">Null: the system's.</param>
    /// <param name="prompts">Null: the product's own, beside the program.</param>
    public static async Task<Rehearsal> Open(IConfiguration settings, TimeProvider? clock = null, string? prompts = null, CancellationToken cancellation = default)
    {
        var memory = Directory.Exists("/dev/shm") ? "/dev/shm" : Path.GetTempPath();
        var folder = Path.Combine(memory, "interview-agent-" + Path.GetRandomFileName());
        Directory.CreateDirectory(folder);
        var configuration = new ConfigurationBuilder().AddConfiguration(settings)
            .AddInMemoryCollection([new("Storage:Provider", nameof(StorageProvider.Sqlite)), new("Storage:Path", Path.Combine(folder, "rehearsal.db"))]).Build();
        var services = new ServiceCollection()
            .AddSingleton<IConfiguration>(configuration)
            .AddLogging(logging => logging.SetMinimumLevel(LogLevel.None))
            .AddSingleton(clock ?? TimeProvider.System)
            .AddStorage(configuration).AddInterviewing(configuration, prompts).AddAnalysis(configuration)
            .BuildServiceProvider();
        await services.GetRequiredService<MigrateDatabase>().Run(cancellation);
        return new Rehearsal(folder, services);
    }

    /// <summary>An account with one person who is due, and the interview opened.</summary>
    public async Task<OpenedInterview> Begin(Rehearsed person, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(person);
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<InterviewAgentDb>();
        var account = new Account { ExternalId = Guid.CreateVersion7().ToString(), Name = person.Account, Product = person.Product };
        account.Respondents.Add(new Respondent { AccountId = account.Id, ExternalId = "1", Role = person.Role });
        if (person.Task is { } task)
            account.Promises.Add(new Promise { AccountId = account.Id, ExternalId = "1", Text = task, Workflow = task });
        var checkIn = new CheckIn
        {
            Id = person.CheckInId ?? Guid.CreateVersion7(),
            AccountId = account.Id, RespondentId = account.Respondents[0].Id, Checkpoint = person.Checkpoint,
        };
        db.Add(account);
        db.Add(checkIn);
        await db.SaveChangesAsync(cancellation);
        return await Return(checkIn.Id, cancellation);
    }

    /// <summary>What the same link shows again.</summary>
    public async Task<OpenedInterview> Return(Guid checkInId, CancellationToken cancellation = default)
    {
        await using var scope = services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<OpenInterview>().For(checkInId, "terminal", cancellation);
    }

    public async Task<Reply> Say(Guid interviewId, IncomingMessage message, CancellationToken cancellation = default)
    {
        await using var scope = services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ReceiveAnswer>().Handle(interviewId, message, cancellation);
    }

    public async Task<IReadOnlyList<OwnTurn>> Read(Guid interviewId, CancellationToken cancellation = default)
    {
        await using var scope = services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<OwnConversation>().Read(interviewId, cancellation);
    }

    public async Task<IReadOnlyList<ShownBreach>> Recheck(Guid interviewId, CancellationToken cancellation = default)
    {
        await using var scope = services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<RecheckInterview>().Run(interviewId, cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}

/// <summary>Who is interviewed in a rehearsal. A given check-in id also fixes the seed of the interview.</summary>
public sealed record Rehearsed(
    Role Role, Checkpoint Checkpoint, string Account = "an account", string? Product = null, string? Task = null, Guid? CheckInId = null);
