using InterviewAgent.Jobs;
using InterviewAgent.Storage;
using InterviewAgent.Tests.Insights;
using InterviewAgent.Tests.Interviewing.Invitations;
using InterviewAgent.Tests.Storage;
using InterviewAgent.Webhooks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace InterviewAgent.Tests.Webhooks;

/// <summary>The product on a store with one silent sufferer, a receiver that a test tells what to answer, and a clock that stands still.</summary>
internal sealed class WebhookOffice : IDisposable
{
    private readonly ServiceProvider services;

    public WebhookOffice(params (string Key, string Value)[] settings)
    {
        Account = new StoredAccount(Database).SuffersInSilence();
        Dictionary<string, string?> all = new()
        {
            ["Links:Keys:k1"] = Convert.ToBase64String(new byte[32]), ["Links:PublicAddress"] = "https://checkin.contoso.example/",
            ["Webhooks:AllowPrivateAddresses"] = "true", ["Webhooks:TimeoutSeconds"] = "2", ["Jobs:Run"] = "false",
        };
        foreach (var (key, value) in settings)
        {
            all[key] = value;
        }
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(all).AddInMemoryCollection(Database.Settings).Build();
        services = new ServiceCollection().AddSingleton<IConfiguration>(configuration).AddLogging().AddInterviewAgent(configuration)
            .AddSingleton<TimeProvider>(Clock).BuildServiceProvider(validateScopes: true);
    }

    public TestDatabase Database { get; } = new();
    public Receiver Receiver { get; } = new();
    public SetClock Clock { get; } = new() { Now = new(2026, 6, 1, 9, 0, 0, TimeSpan.Zero) };
    public StoredAccount Account { get; }

    public Task<(Guid Id, string Secret)> Subscribe(string? owner = null, params string[] events) =>
        With((Subscriptions webhooks) => webhooks.Add(Receiver.Url, events.Length == 0 ? WebhookEvents.All : events, owner, "test"));

    /// <summary>An event as a slice raises one.</summary>
    public async Task Raise(string owner = "Asa", Guid? interview = null)
    {
        using var db = Database.Open();
        await RaiseEvent.Run(db, WebhookEvents.FlagOpened, owner, () => new { Place = "/accounts/x" }, Clock.Now, default, interview);
        await db.SaveChangesAsync();
    }

    public Task<int> Send() => With((SendWebhooks sweep) => sweep.Run(default));

    public async Task<TResult> With<T, TResult>(Func<T, Task<TResult>> work) where T : notnull
    {
        await using var scope = services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<T>());
    }

    public T Get<T>() where T : notnull => services.GetRequiredService<T>();

    public IReadOnlyList<WebhookDelivery> Rows()
    {
        using var db = Database.Open();
        return db.WebhookDeliveries.AsNoTracking().OrderBy(row => row.At).ThenBy(row => row.Id).ToList();
    }

    public async Task<WebhookStatus> Status() => Assert.Single(await With((Subscriptions webhooks) => webhooks.List()));

    public void Dispose()
    {
        services.Dispose();
        Receiver.Dispose();
        Database.Dispose();
    }
}
