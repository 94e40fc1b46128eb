using InterviewAgent.Accounts;
using InterviewAgent.Benchmarks.Insights;
using InterviewAgent.Insights;
using InterviewAgent.Insights.Digests;
using InterviewAgent.Privacy;
using InterviewAgent.Privacy.Staff;
using InterviewAgent.Privacy.Totals;
using InterviewAgent.Storage;
using InterviewAgent.Storage.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace InterviewAgent.Benchmarks.Load;

/// <summary>
/// One store with so many generated accounts. What can be derived is derived by the product itself: readings, flags and themes by its sweep, totals by their
/// release, last week's digest by its writer.
/// </summary>
internal sealed class PortfolioStore : IDisposable
{
    private const int AnotherIn = 20, ClosedOf = 3;
    private static readonly FlagOutcome[] Outcomes = Enum.GetValues<FlagOutcome>();
    private readonly ServiceProvider services;
    private readonly GivenClock clock = new();

    /// <param name="settings">Of the section Storage, as for the server.</param>
    public PortfolioStore(string file, int accounts, IReadOnlyDictionary<string, string>? settings = null)
    {
        (File, Accounts, Settings) = (file, accounts, settings ?? new Dictionary<string, string> { ["Storage:Path"] = file });
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(Settings.Select(one => KeyValuePair.Create(one.Key, (string?)one.Value))).Build();
        services = new ServiceCollection().AddLogging().AddSingleton<IConfiguration>(configuration).AddSingleton<TimeProvider>(clock).AddInterviewAgent(configuration).BuildServiceProvider();
    }

    public string File { get; }
    public int Accounts { get; }
    public IReadOnlyDictionary<string, string> Settings { get; }
    public double Megabytes => new FileInfo(File).Length / 1e6;

    /// <summary>A store that was made before, brought to this version.</summary>
    public async Task Update()
    {
        await services.GetRequiredService<MigrateDatabase>().Run();
        await Sweep();
    }

    public async Task Generate(IReadOnlyList<SaidInterview> said)
    {
        await services.GetRequiredService<MigrateDatabase>().Run();
        using var generate = new GeneratePortfolio(services.GetRequiredService<SqliteFile>().ConnectionString, said, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));
        generate.Add(Accounts);
        // Three weeks ago, a week ago, now: flags have an age, the digest has something to compare with.
        await At(-21, Sweep);
        await With(CloseSome);
        await At(-7, () => With(async scope =>
        {
            await scope.GetRequiredService<ReleaseTotals>().Run(default);
            foreach (var owner in new[] { null, GeneratePortfolio.OwnerOf(1) })
            {
                await scope.GetRequiredService<KeepDigest>().Of(owner);
            }
        }));
        await With(async scope => generate.Another((await scope.GetRequiredService<InterviewAgentDb>().Respondents
            .Where(person => person.Role == Role.Champion).OrderBy(person => person.Id).Select(person => new { person.AccountId, person.Id, person.Role }).ToListAsync())
            .Where((_, n) => n % AnotherIn == 0).Select(person => (person.AccountId, person.Id, person.Role))));
        await Sweep();
        await With(async scope => await scope.GetRequiredService<ReleaseTotals>().Run(default));
    }

    /// <summary>Whether the product comes to the same again from the stored findings, or from the transcripts.</summary>
    public Task<RebuildReport> Check(bool transcripts) => services.GetRequiredService<RebuildInsights>().Check(transcripts, (_, _) => { });

    /// <summary>The sums over all accounts, counted anew from the accounts.</summary>
    public Task Recount() => With(async scope =>
    {
        var db = scope.GetRequiredService<InterviewAgentDb>();
        await using var work = await db.Database.BeginTransactionAsync();
        await new InterviewAgent.Insights.SubThemes.RecountThemes(db).Run(default);
        await work.CommitAsync();
    });

    public async Task<string> SignInToken(string who, ViewerRole role, string? owner)
    {
        var token = "";
        await With(async scope => token = await scope.GetRequiredService<IssueSignInLink>().For(new StaffMember(who, role, owner), "load", default));
        return token;
    }

    public async Task With(Func<IServiceProvider, Task> work)
    {
        await using var scope = services.CreateAsyncScope();
        await work(scope.ServiceProvider);
    }

    public async Task Sweep()
    {
        for (var read = 1; read > 0;)
        {
            await using var scope = services.CreateAsyncScope();
            read = await scope.ServiceProvider.GetRequiredService<ReadVoices>().Run(default);
        }
    }

    private async Task CloseSome(IServiceProvider scope)
    {
        var db = scope.GetRequiredService<InterviewAgentDb>();
        var flags = await db.Flags.Where(flag => flag.ClosedAt == null).OrderBy(flag => flag.Id).ToListAsync();
        foreach (var (flag, n) in flags.Select((flag, n) => (flag, n)).Where(one => one.n % ClosedOf == 0))
        {
            (flag.Outcome, flag.ClosedAt) = (Outcomes[n / ClosedOf % Outcomes.Length], clock.GetUtcNow().AddDays(-(n % 18)));
            OutdatedAccount.Mark(db, flag.AccountId);
        }
        await db.SaveChangesAsync();
    }

    private async Task At(int days, Func<Task> work)
    {
        clock.Days = days;
        await work();
        clock.Days = 0;
    }

    public void Dispose()
    {
        services.Dispose();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
    }

    private sealed class GivenClock : TimeProvider
    {
        public int Days { get; set; }
        public override DateTimeOffset GetUtcNow() => base.GetUtcNow().AddDays(Days);
    }
}
