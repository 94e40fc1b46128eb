using System.Globalization;
using System.Text.Json;
using InterviewAgent.Storage;
using InterviewAgent.Webhooks;
using InterviewAgent.Web.Tests.Channels.Conformance;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Xunit.Abstractions;

namespace InterviewAgent.Web.Tests.Resilience;

/// <summary>Forty events to a receiver in another language that fails five times, while the sending server dies by SIGKILL.</summary>
public class WebhookRunTests(ITestOutputHelper output)
{
    private const int Events = 40, Kills = 2;

    [Fact]
    public async Task Each_event_arrives_under_one_id_whatever_the_receiver_does_and_whenever_the_server_is_killed()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(8));
        var file = Path.GetTempFileName();
        using var receiver = Node.Start("webhooks.mjs", "receive", file);
        try
        {
            var port = int.Parse((await receiver.StandardOutput.ReadLineAsync(limit.Token))!, CultureInfo.InvariantCulture);
            await using var server = new ServerProcess();
            (server.Extra["Webhooks:AllowPrivateAddresses"], server.Extra["Webhooks:TimeoutSeconds"], server.Extra["Webhooks:ClaimSeconds"]) = ("true", "2", "5");
            await using var services = Services(server);
            await services.GetRequiredService<MigrateDatabase>().Run(limit.Token);
            var secret = await Seed(services, $"http://127.0.0.1:{port}/hook");

            await server.Start(limit.Token);
            for (var kill = 1; kill <= Kills; kill++)
            {
                while (Ids(file).Distinct().Count() < Events * kill / (Kills + 1))
                {
                    await Task.Delay(5, limit.Token);
                }
                await server.Kill();
                await server.Start(limit.Token);
            }
            await Done(services, limit.Token);
            await server.Kill();

            var ids = Ids(file);
            output.WriteLine($"{Events} events, {Kills} kills, 5 faults: {ids.Count} requests, {ids.Distinct().Count()} ids.");
            Assert.Equal(Events, ids.Distinct().Count());
            await Node.Run("webhooks.mjs verify " + file, ("SECRET", secret));
        }
        finally
        {
            receiver.Kill();
            File.Delete(file);
        }
    }

    private static async Task<string> Seed(IServiceProvider services, string url)
    {
        await using var scope = services.CreateAsyncScope();
        var (_, secret) = await scope.ServiceProvider.GetRequiredService<Subscriptions>().Add(url, WebhookEvents.All, null, "test");
        var db = scope.ServiceProvider.GetRequiredService<InterviewAgentDb>();
        var webhook = await db.Webhooks.SingleAsync();
        var now = DateTimeOffset.UtcNow;
        db.AddRange(Enumerable.Range(1, Events).Select(n => new WebhookDelivery
        {
            WebhookId = webhook.Id, EventId = Guid.CreateVersion7(), Type = WebhookEvents.FlagOpened, Data = $$"""{"n":{{n}},"account":{"name":"Vale Fibra – Ærø"},"place":"/accounts/x"}""", At = now, NextAt = now,
        }));
        await db.SaveChangesAsync();
        return secret;
    }

    private static async Task Done(IServiceProvider services, CancellationToken cancellation)
    {
        while (true)
        {
            await using (var scope = services.CreateAsyncScope())
            {
                if (!await scope.ServiceProvider.GetRequiredService<InterviewAgentDb>().WebhookDeliveries.AnyAsync(row => row.State != DeliveryState.Sent, cancellation))
                {
                    return;
                }
            }
            await Task.Delay(100, cancellation);
        }
    }

    private static List<string> Ids(string file)
    {
        using StreamReader reader = new(new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        return [.. reader.ReadToEnd().Split('\n').SkipLast(1).Select(line => JsonDocument.Parse(line).RootElement.GetProperty("headers").GetProperty("webhook-id").GetString()!)];
    }

    private static ServiceProvider Services(ServerProcess server)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection(server.Settings).Build();
        return new ServiceCollection().AddSingleton<IConfiguration>(settings).AddLogging().AddInterviewAgent(settings).BuildServiceProvider();
    }
}
