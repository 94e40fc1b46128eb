using System.Diagnostics;
using System.Globalization;
using InterviewAgent.Accounts;
using InterviewAgent.Interviewing.Delivery;
using InterviewAgent.Interviewing.Invitations;
using InterviewAgent.Storage;
using InterviewAgent.Web.Tests.Channels.Connector;
using InterviewAgent.Web.Tests.Channels.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Xunit.Abstractions;

namespace InterviewAgent.Web.Tests.Resilience;

/// <summary>
/// Due check-ins are invited to by a real SMTP server and by the fake channel while the server dies by SIGKILL.
/// <c>INTERVIEW_AGENT_INVITATIONS=5000 dotnet test tests/InterviewAgent.Web.Tests --filter InvitationRunTests</c> is the long run.
/// </summary>
public class InvitationRunTests(ITestOutputHelper output)
{
    private const int PeopleInAccount = 5;

    // Of each account one person is reached in Teams, the others by mail.
    private const int InTeams = 1;
    private const int Connections = 4;
    private static readonly int People = Setting("INTERVIEW_AGENT_INVITATIONS", 100);
    private static readonly int Kills = Setting("INTERVIEW_AGENT_INVITATION_KILLS", 2);

    [Fact]
    public async Task Everybody_is_invited_once_when_the_server_is_killed_in_the_middle()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(3) + TimeSpan.FromMilliseconds(100 * People));
        await using var peer = await SmtpPeer.Start();
        await using var channel = await SignedChannel.Start();
        await using var server = new ServerProcess();
        foreach (var (key, value) in peer.Settings.Concat(peer.Credentials).Concat(channel.Settings).Concat(AtAnyHour))
        {
            server.Extra[key] = value;
        }
        await Seed(server, channel, limit.Token);

        var clock = Stopwatch.StartNew();
        await server.Start(limit.Token);
        for (var kill = 1; kill <= Kills; kill++)
        {
            var mark = People * kill / (Kills + 1);
            while (await peer.Count() + channel.Channel.Messages.Count < mark)
            {
                await Task.Delay(20, limit.Token);
            }
            await server.Kill();
            await server.Start(limit.Token);
        }
        var rows = await Done(server, limit.Token);
        var took = clock.Elapsed;
        await server.Kill();

        var mails = (await peer.Taken()).Where(mail => mail.To[0].StartsWith('p')).ToLookup(mail => mail.To[0]);
        var asked = channel.Channel.Messages.ToLookup(shown => shown.ConversationId);
        var unknown = rows.Count(row => row.State == InvitationState.Unknown);
        var missing = rows.Where(row => row.Channel == InvitationChannel.Mail && !mails.Contains(row.Address!)).ToList();
        var unasked = rows.Count(row => row.Channel == InvitationChannel.Teams) - asked.Count;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{People} due, {Kills} kills, {took.TotalSeconds:0} s with the restarts: {mails.Sum(mail => mail.Count())} mails to {mails.Count} people, "
            + $"{asked.Sum(one => one.Count())} questions in {asked.Count} chats; {mails.Count(mail => mail.Count() > 1) + asked.Count(one => one.Count() > 1)} twice, "
            + $"{missing.Count} mails and {unasked} questions not at all; {unknown} rows of unknown outcome."));

        Assert.Equal(People, rows.Count);
        Assert.All(mails, mail => Assert.Single(mail));
        Assert.All(asked, one => Assert.Single(one));
        Assert.All(await peer.Taken(), mail => Assert.True(mail.Secure));
        // Whoever got nothing stands where nobody knows, one for each line that was open when the server died; a reminder follows.
        Assert.All(missing, row => Assert.Equal(InvitationState.Unknown, row.State));
        Assert.True(unknown <= Kills * Connections && unasked <= Kills * Connections);
    }

    private static Dictionary<string, string> AtAnyHour => new()
    {
        ["Invitations:Hours"] = "00:00-24:00", ["Invitations:QuietHours"] = "", ["Invitations:Days"] = "Mon, Tue, Wed, Thu, Fri, Sat, Sun",
        ["Invitations:AccountShare"] = "1", ["Invitations:ClaimSeconds"] = "5", ["Mail:PatienceSeconds"] = "4",
        ["Mail:Connections"] = Connections.ToString(CultureInfo.InvariantCulture),
    };

    private static async Task Seed(ServerProcess server, SignedChannel channel, CancellationToken cancellation)
    {
        await using var services = Services(server);
        await services.GetRequiredService<MigrateDatabase>().Run(cancellation);
        var today = DateOnly.FromDateTime(DateTime.UtcNow);
        string[] zones = ["UTC", "Europe/Berlin", "America/New_York", "Asia/Kolkata", "Nowhere/Land"];
        for (var first = 0; first < People; first += 1000)
        {
            await using var scope = services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<InterviewAgentDb>();
            Account account = new() { ExternalId = "", Name = "" };
            for (var number = first; number < Math.Min(People, first + 1000); number++)
            {
                if (number % PeopleInAccount == 0)
                {
                    db.Add(account = new() { ExternalId = $"a{number}", Name = $"Account {number}", ContractSignedOn = today.AddDays(-16) });
                }
                Respondent person = new()
                {
                    AccountId = account.Id, ExternalId = $"p{number}", Email = $"p{number}@example.com", TimeZone = zones[number % zones.Length],
                    Role = number % 2 == 0 ? Role.Buyer : Role.EndUser,
                };
                db.AddRange(person, new CheckIn { AccountId = account.Id, RespondentId = person.Id, Checkpoint = Checkpoint.Day14, Due = today.AddDays(-2) });
                if (number % PeopleInAccount < InTeams)
                {
                    db.Add(new Conversation
                    {
                        Channel = "msteams", ServiceUrl = channel.Channel.ServiceUrl, TenantId = SignedChannel.Tenant, ChannelConversationId = $"a:{number}",
                        UserId = $"29:{number}", BotId = "28:" + SignedChannel.AppId, RespondentId = person.Id, AccountId = account.Id, HeardAt = DateTimeOffset.UtcNow,
                    });
                }
            }
            await db.SaveChangesAsync(cancellation);
        }
    }

    /// <summary>Waits until no row has anything before it, and no message waits in the outbox.</summary>
    private static async Task<IReadOnlyList<Invitation>> Done(ServerProcess server, CancellationToken cancellation)
    {
        await using var services = Services(server);
        while (true)
        {
            await using var scope = services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<InterviewAgentDb>();
            var open = await db.Invitations.CountAsync(row => row.State == InvitationState.Queued || row.State == InvitationState.Claimed
                || row.State == InvitationState.Sending, cancellation);
            if (open == 0 && await db.Invitations.CountAsync(cancellation) == People
                && !await db.Outbox.AnyAsync(row => row.State == OutboxState.Pending || row.State == OutboxState.Sending, cancellation))
            {
                return await db.Invitations.AsNoTracking().ToListAsync(cancellation);
            }
            await Task.Delay(200, cancellation);
        }
    }

    private static ServiceProvider Services(ServerProcess server)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection(server.Settings).Build();
        return new ServiceCollection().AddSingleton<IConfiguration>(settings).AddLogging().AddInterviewAgent(settings).BuildServiceProvider();
    }

    private static int Setting(string name, int usual) => int.Parse(Environment.GetEnvironmentVariable(name) ?? $"{usual}", CultureInfo.InvariantCulture);
}
