using InterviewAgent.Insights;
using InterviewAgent.Insights.Digests;
using InterviewAgent.Insights.Digests.Sending;
using InterviewAgent.LanguageModels;
using InterviewAgent.Mail;
using InterviewAgent.Storage;
using InterviewAgent.Tests.Interviewing.Invitations;
using InterviewAgent.Tests.Mail;
using InterviewAgent.Tests.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace InterviewAgent.Tests.Insights.Digests.Sending;

/// <summary>The product on a store with one silent sufferer and two readers, with a mail server that a test tells what to answer. It is Monday, nine o'clock.</summary>
internal sealed class DigestOffice : IDisposable
{
    public const string Leader = "lead@contoso.example", Manager = "asa@contoso.example";
    private readonly ServiceProvider services;

    public DigestOffice(TeamsAddress? teams = null)
    {
        Account = new StoredAccount(Database).SuffersInSilence();
        using (var db = Database.Open())
        {
            new RefreshFlags(db, new GatherVoices(db), Clock).Of(Account.Id).GetAwaiter().GetResult();
        }
        Dictionary<string, string?> settings = new()
        {
            ["Links:Keys:k"] = Convert.ToBase64String(new byte[32]), ["Links:PublicAddress"] = "https://digest.contoso.example",
            ["Digests:Recipients:0:Mail"] = "Lead@contoso.example", ["Digests:Recipients:1:Mail"] = Manager, ["Digests:Recipients:1:Role"] = "manager",
            ["Digests:Recipients:1:Owner"] = "Asa", ["Digests:AllowPrivateAddresses"] = teams is null ? "false" : "true",
        };
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).AddInMemoryCollection(Database.Settings).Build();
        var all = new ServiceCollection().AddSingleton<IConfiguration>(configuration).AddLogging().AddInterviewAgent(configuration);
        all.AddSingleton<TimeProvider>(Clock).AddSingleton(Microsoft.Extensions.Options.Options.Create(Server.Options));
        all.AddSingleton(teams ?? new TeamsAddress(null));
        services = all.BuildServiceProvider(validateScopes: true);
    }

    public TestDatabase Database { get; } = new();
    public ScriptedMailServer Server { get; } = new();
    public SetClock Clock { get; } = new() { Now = new(2026, 6, 1, 9, 0, 0, TimeSpan.Zero) };
    public StoredAccount Account { get; }

    public Task<int> Queue() => Run<QueueDigests>();

    public Task<int> Mails() => Run<SendDigestMails>();

    public Task<int> Cards() => Run<SendDigestCards>();

    public async Task<int> Run<TSweep>() where TSweep : InterviewAgent.Jobs.ISweep
    {
        await using var scope = services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<TSweep>().Run(default);
    }

    public T Get<T>() where T : notnull => services.GetRequiredService<T>();

    public async Task Scoped<T>(Func<T, Task> work) where T : notnull
    {
        await using var scope = services.CreateAsyncScope();
        await work(scope.ServiceProvider.GetRequiredService<T>());
    }

    public IReadOnlyList<DigestSending> Rows()
    {
        using var db = Database.Open();
        return db.DigestSendings.AsNoTracking().OrderBy(row => row.CreatedAt).ThenBy(row => row.Id).ToList();
    }

    public void Dispose()
    {
        services.Dispose();
        Server.Dispose();
        Database.Dispose();
    }
}
