using System.Globalization;
using System.Text.RegularExpressions;
using InterviewAgent.Insights.Digests;
using InterviewAgent.Insights.Digests.Sending;
using InterviewAgent.Storage;
using InterviewAgent.Web.Tests.Channels.Mail;
using InterviewAgent.Web.Tests.Dashboard;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Xunit.Abstractions;

namespace InterviewAgent.Web.Tests.Resilience;

/// <summary>The week's digests to sixty readers by a real SMTP server, while the sending server dies by SIGKILL.</summary>
public class DigestRunTests(ITestOutputHelper output)
{
    private const int Readers = 60, Kills = 2, Connections = 2;

    [Fact]
    public async Task Each_reader_gets_one_mail_when_the_server_is_killed_in_the_middle()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(4));
        await using var peer = await SmtpPeer.Start();
        await using var server = new ServerProcess();
        foreach (var (key, value) in peer.Settings.Concat(peer.Credentials))
        {
            server.Extra[key] = value;
        }
        (server.Extra["Mail:Connections"], server.Extra["Mail:PatienceSeconds"]) = (Connections.ToString(CultureInfo.InvariantCulture), "4");
        (server.Extra["Digests:Automatic"], server.Extra["Digests:ClaimSeconds"], server.Extra["Invitations:Automatic"]) = ("false", "5", "false");
        for (var n = 0; n < Readers; n++)
        {
            server.Extra[$"Digests:Recipients:{n}:Mail"] = $"reader{n}@contoso.example";
        }
        await using var services = Services(server);
        await services.GetRequiredService<MigrateDatabase>().Run(limit.Token);
        await With(services, db => Portfolio.Seed(db));
        await using (var scope = services.CreateAsyncScope())
        {
            Assert.Equal(Readers, await scope.ServiceProvider.GetRequiredService<QueueDigests>().Now(null, limit.Token));
        }

        await server.Start(limit.Token);
        for (var kill = 1; kill <= Kills; kill++)
        {
            while (await peer.Count() < Readers * kill / (Kills + 1))
            {
                await Task.Delay(10, limit.Token);
            }
            await server.Kill();
            await server.Start(limit.Token);
        }
        var rows = await Done(services, limit.Token);
        await server.Kill();

        var mails = (await peer.Taken()).ToLookup(mail => mail.To[0]);
        var unknown = rows.Count(row => row.State == SendingState.Unknown);
        output.WriteLine($"{Readers} readers, {Kills} kills: {mails.Sum(mail => mail.Count())} mails to {mails.Count} readers, {unknown} rows of unknown outcome.");
        Assert.All(mails, mail => Assert.Single(mail));
        Assert.All(rows.Where(row => !mails.Contains(row.Address)), row => Assert.Equal(SendingState.Unknown, row.State));
        Assert.True(unknown <= Kills * Connections);
        Looks(mails.First().Single());
    }

    private static void Looks(PeerMail mail)
    {
        Assert.True(mail.Secure);
        Assert.Contains("Content-Type: multipart/alternative", mail.Mail, StringComparison.Ordinal);
        Assert.Matches("Subject: =\\?utf-8\\?B\\?", mail.Mail);
        Assert.Contains("List-Unsubscribe: <http", mail.Mail, StringComparison.Ordinal);
        var words = Regex.Replace(mail.Mail, "=\r\n", "");
        Assert.Contains("Vale Fibra", words, StringComparison.Ordinal);
        Assert.DoesNotContain(Portfolio.OpenWords, words, StringComparison.Ordinal);
    }

    private static async Task<IReadOnlyList<DigestSending>> Done(IServiceProvider services, CancellationToken cancellation)
    {
        while (true)
        {
            List<DigestSending> rows = [];
            await With(services, async db => rows = await db.DigestSendings.AsNoTracking().ToListAsync(cancellation));
            if (rows.TrueForAll(row => row.State is SendingState.Sent or SendingState.Unknown or SendingState.Refused))
            {
                return rows;
            }
            await Task.Delay(200, cancellation);
        }
    }

    private static async Task With(IServiceProvider services, Func<InterviewAgentDb, Task> work)
    {
        await using var scope = services.CreateAsyncScope();
        await work(scope.ServiceProvider.GetRequiredService<InterviewAgentDb>());
    }

    private static ServiceProvider Services(ServerProcess server)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection(server.Settings).Build();
        return new ServiceCollection().AddSingleton<IConfiguration>(settings).AddLogging().AddInterviewAgent(settings).BuildServiceProvider();
    }
}
