using InterviewAgent.Accounts;
using InterviewAgent.Insights;
using InterviewAgent.Storage;
using InterviewAgent.Storage.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace InterviewAgent.Benchmarks.Insights;

/// <summary>One SQLite file with so many generated accounts, and the product on it.</summary>
internal sealed class AccountStore : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("interview-agent-benchmark-").FullName;
    private readonly ServiceProvider services;
    private readonly List<(Guid Id, Guid AccountId, Role Role)> people = [];
    private readonly Random random = new(11);
    private GenerateAccounts? generate;

    public AccountStore(int accounts)
    {
        Accounts = accounts;
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new("Storage:Path", Path.Combine(folder, "benchmark.db"))]).Build();
        services = new ServiceCollection().AddLogging().AddSingleton<IConfiguration>(settings).AddInterviewAgent(settings).BuildServiceProvider();
    }

    public int Accounts { get; }
    public double Megabytes => new FileInfo(Path.Combine(folder, "benchmark.db")).Length / 1e6;
    public RebuildInsights Rebuild => services.GetRequiredService<RebuildInsights>();

    public async Task Generate(IReadOnlyList<SaidInterview> said)
    {
        await services.GetRequiredService<MigrateDatabase>().Run();
        generate = new GenerateAccounts(services.GetRequiredService<SqliteFile>().ConnectionString, said);
        generate.Add(Accounts);
        await using var db = await services.GetRequiredService<IDbContextFactory<InterviewAgentDb>>().CreateDbContextAsync();
        people.AddRange((await db.Respondents.Select(person => new { person.Id, person.AccountId, person.Role }).ToListAsync())
            .Select(person => (person.Id, person.AccountId, person.Role)));
    }

    /// <summary>One more interview of somebody picked at random, as the analysis leaves it.</summary>
    public void HearOneMore()
    {
        var index = random.Next(people.Count);
        var (id, account, role) = people[index];
        people.RemoveAt(index);
        generate!.Another(account, id, role);
    }

    /// <summary>Reads every marked account, as the server does; how many there were.</summary>
    public async Task<int> Sweep()
    {
        for (var all = 0; ;)
        {
            await using var scope = services.CreateAsyncScope();
            if (await scope.ServiceProvider.GetRequiredService<ReadVoices>().Run(default) is not (> 0 and var read))
            {
                return all;
            }
            all += read;
        }
    }

    public void StopGenerating() => generate?.Dispose();

    public void Dispose()
    {
        generate?.Dispose();
        services.Dispose();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }
}
