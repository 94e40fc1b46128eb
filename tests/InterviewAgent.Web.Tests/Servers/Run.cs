using System.Globalization;
using InterviewAgent.Accounts;
using InterviewAgent.Insights.Digests.Sending;
using InterviewAgent.Storage;
using InterviewAgent.Web.Tests.Channels.Connector;
using InterviewAgent.Web.Tests.Channels.Mail;
using InterviewAgent.Web.Tests.Resilience;
using InterviewAgent.Webhooks;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace InterviewAgent.Web.Tests.Servers;

/// <summary>Who takes part in a run on several servers, and what must hold when it is over.</summary>
internal sealed class Run(Stand stand, SignedChannel teams, SmtpPeer mail, HookReceiver hooks)
{
    private readonly List<string> wrong = [];
    private const int Readers = 20;
    private const int Shown = 5;
    private int mailed;

    /// <param name="asShipped">False: a dead server's work is taken over sooner, so that a short run is short.</param>
    public static Dictionary<string, string?> Settings(SignedChannel teams, SmtpPeer mail, bool asShipped)
    {
        Dictionary<string, string?> settings = new()
        {
            ["Connector:ConversationPerSecond"] = "50", ["Connector:Outbound:ConversationPerSecond"] = "50", ["Connector:Outbound:TenantPerSecond"] = "2000",
            ["Invitations:Hours"] = "00:00-24:00", ["Invitations:QuietHours"] = "", ["Invitations:Days"] = "Mon, Tue, Wed, Thu, Fri, Sat, Sun",
            ["Invitations:AccountShare"] = "1", ["Invitations:ClaimSeconds"] = "8", ["Mail:PatienceSeconds"] = "6", ["Digests:ClaimSeconds"] = "8", ["Digests:Automatic"] = "false",
            ["Webhooks:AllowPrivateAddresses"] = "true", ["Webhooks:ClaimSeconds"] = "20", ["Webhooks:TimeoutSeconds"] = "5", ["Links:LifeDays"] = "45",
        };
        if (!asShipped)
        {
            (settings["Connector:LeaseSeconds"], settings["Connector:Outbound:LeaseSeconds"]) = ("5", "15");
        }

        foreach (var (key, value) in teams.Settings.Concat(mail.Settings).Concat(mail.Credentials))
        {
            settings[key] = value;
        }

        for (var reader = 0; reader < Readers; reader++)
        {
            settings[$"Digests:Recipients:{reader}:Mail"] = $"reader{reader}@example.com";
        }

        return settings;
    }

    /// <summary>The links of those who are interviewed on the web; as many are in Teams, and a tenth is invited by mail.</summary>
    public async Task<IReadOnlyList<Uri>> Seed(int interviews, CancellationToken cancellation)
    {
        var links = await Invitations.Send(stand.Settings, Path.ChangeExtension(stand.Servers[^1].Database, ".jsonl"), interviews / 2);
        await TeamsPerson.Invite(stand.Settings, interviews / 2);
        mailed = Math.Max(10, interviews / 10);
        await using var services = stand.Services();
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<Subscriptions>().Add(hooks.Url.ToString(), [.. WebhookEvents.All], null, "test", cancellation);
        var db = scope.ServiceProvider.GetRequiredService<InterviewAgentDb>();
        var today = DateOnly.FromDateTime(DateTime.UtcNow);
        for (var number = 0; number < mailed; number++)
        {
            Account account = new() { ExternalId = $"mailed-{number}", Name = $"Mailed {number}", ContractSignedOn = today.AddDays(-16) };
            Respondent person = new() { AccountId = account.Id, ExternalId = "p1", Email = $"p{number}@example.com", Role = Role.Buyer };
            db.AddRange(account, person, new CheckIn { AccountId = account.Id, RespondentId = person.Id, Checkpoint = Checkpoint.Day14, Due = today.AddDays(-2) });
        }

        await db.SaveChangesAsync(cancellation);
        Assert.Equal(Readers, await scope.ServiceProvider.GetRequiredService<QueueDigests>().Now(null, cancellation));
        return links;
    }

    public async Task<bool> HasEnded(string who) => await stand.Number("""
        SELECT COUNT(*) FROM "Interviews" JOIN "Respondents" ON "Respondents"."Id" = "Interviews"."RespondentId"
        WHERE "Respondents"."AadObjectId" = $1 AND "Interviews"."Status" NOT IN ('Consenting', 'Open', 'Paused')
        """, who) > 0;

    /// <summary>Nothing is under way any more.</summary>
    public async Task Settled(CancellationToken cancellation)
    {
        while (await stand.Number("""
            SELECT (SELECT COUNT(*) FROM "Outbox" WHERE "State" IN ('Pending', 'Sending')) + (SELECT COUNT(*) FROM "Arrivals" WHERE "NextAt" IS NOT NULL)
              + (SELECT COUNT(*) FROM "Interviews" WHERE "Status" = 'AwaitingAnalysis' OR ("Status" = 'BrokenOff' AND "AnalysedAt" IS NULL))
              + (SELECT COUNT(*) FROM "OutdatedAccounts") + (SELECT COUNT(*) FROM "WebhookDeliveries" WHERE "State" IN ('Queued', 'Claimed'))
              + (SELECT COUNT(*) FROM "DigestSendings" WHERE "State" IN ('Queued', 'Claimed', 'Sending'))
              + (SELECT COUNT(*) FROM "Invitations" WHERE "State" IN ('Queued', 'Claimed', 'Sending')) + (SELECT COUNT(*) FROM "CheckIns" WHERE "AskAt" IS NOT NULL AND "AskAt" = 0)
            """) > 0)
        {
            await Task.Delay(500, cancellation);
        }
    }

    /// <returns>What was found, in words.</returns>
    /// <param name="disturbances">What was done to the servers, and when; for the message of a run that fails.</param>
    public async Task<IReadOnlyList<string>> Check(List<(string Id, string Text)> acknowledged, int kills, Func<IEnumerable<string>> disturbances)
    {
        Explain explain = new(stand, teams, disturbances);
        var stored = (await stand.Read("""SELECT "MessageId" || chr(10) || "Text" FROM "Turns" WHERE "Speaker" = 'Participant'"""))
            .Select(row => row.Split('\n', 2)).ToLookup(row => row[0][(row[0].LastIndexOf(':') + 1)..], row => row[1]);
        foreach (var (id, text) in acknowledged)
        {
            if (!stored[id].SequenceEqual([text]))
            {
                wrong.Add(await explain.Lost(id, text));
            }
        }

        Assert.True(wrong.Count == 0, $"{wrong.Count} of {acknowledged.Count} acknowledged answers:\n{string.Join("\n\n", wrong.Take(Shown))}");

        Assert.Equal(acknowledged.Count, stored.Count);
        Assert.Equal(0, await stand.Number("""SELECT COUNT(*) FROM (SELECT 1 FROM "Turns" GROUP BY "InterviewId", "N" HAVING COUNT(*) > 1) AS twice"""));
        return
        [
            $"{acknowledged.Count} answers acknowledged, each stored once, and none beside them.", await Questions(kills, explain), await Analyses(), await Mails(kills), await Webhooks(),
        ];
    }

    /// <summary>What the channel acknowledged beyond one for each row is an acknowledgement that a kill, or the cut, kept from being noted.</summary>
    private async Task<string> Questions(int kills, Explain explain)
    {
        var acknowledged = teams.Channel.Calls.Where(call => call.Method == "POST" && call.Answered < 300
            && call.Path.Contains("/activities", StringComparison.Ordinal) && call.Body.GetProperty("type").GetString() == "message").ToList();
        var rows = (await stand.Read("""
            SELECT "ChannelConversationId" FROM "Outbox" JOIN "Conversations" ON "Conversations"."Id" = "Outbox"."ConversationId"
            """)).CountBy(chat => chat).ToDictionary(StringComparer.Ordinal);
        var doubled = 0;
        foreach (var chat in acknowledged.GroupBy(call => Uri.UnescapeDataString(call.Path.Split("/v3/conversations/")[1].Split('/')[0])))
        {
            if (chat.Count() - rows.GetValueOrDefault(chat.Key) is > 0 and var more)
            {
                doubled += more;
                wrong.Add(await explain.Doubled(chat.Key));
            }
        }

        Assert.Equal(0, await stand.Number("""
            SELECT COUNT(*) FROM (SELECT 1 FROM "Outbox" WHERE "TurnN" IS NOT NULL GROUP BY "ConversationId", "InterviewId", "TurnN" HAVING COUNT(*) > 1) AS twice
            """));
        Assert.True(doubled == 0, $"{doubled} of {acknowledged.Count} messages were shown twice:\n{string.Join("\n\n", wrong.Take(Shown))}");
        var unknown = await stand.Number("""SELECT COUNT(*) FROM "Outbox" WHERE "State" = 'Unknown'""");
        return $"{acknowledged.Count} messages shown in Teams, {doubled} of them twice; of {unknown} the outcome stayed unknown to the servers ({kills} kills).";
    }

    private async Task<string> Analyses()
    {
        var ended = await stand.Number("""SELECT COUNT(*) FROM "Interviews" WHERE "Status" IN ('Analysed', 'BrokenOff', 'AwaitingAnalysis')""");
        Assert.Equal(ended, await stand.Number("""SELECT COUNT(*) FROM "Interviews" WHERE "Status" IN ('Analysed', 'BrokenOff') AND "AnalysedAt" IS NOT NULL"""));
        Assert.Equal(0, await stand.Number("""
            SELECT COUNT(*) FROM (SELECT 1 FROM "Readings" GROUP BY "InterviewId", "Dimension" HAVING COUNT(*) > 1) AS twice
            """));
        Assert.Equal(0, await stand.Number("""
            SELECT COUNT(*) FROM (SELECT 1 FROM "TurnSentiments" GROUP BY "TurnId" HAVING COUNT(*) > 1) AS twice
            """));
        Assert.Equal(0, await stand.Number("""SELECT COUNT(*) FROM (SELECT 1 FROM "Flags" WHERE "ClosedAt" IS NULL GROUP BY "AccountId" HAVING COUNT(*) > 1) AS twice"""));
        return $"{ended} interviews ended, each analysed once.";
    }

    /// <summary>A mail may be missing where a server was killed between giving it away and the answer: its outcome is unknown. None goes out twice.</summary>
    private async Task<string> Mails(int kills)
    {
        var taken = (await mail.Taken()).CountBy(one => one.To[0]).ToDictionary(StringComparer.Ordinal);
        Assert.All(taken, one => Assert.Equal(1, one.Value));
        var unknown = await stand.Number("""
            SELECT (SELECT COUNT(*) FROM "Invitations" WHERE "State" = 'Unknown') + (SELECT COUNT(*) FROM "DigestSendings" WHERE "State" = 'Unknown')
            """);
        Assert.InRange(mailed + Readers - taken.Count, 0, unknown);
        Assert.Equal(mailed, await stand.Number("""SELECT COUNT(*) FROM "Invitations" WHERE "Channel" = 'Mail'"""));
        Assert.InRange(unknown, 0, 8 * kills);
        return string.Create(CultureInfo.InvariantCulture, $"{mailed} invitations and {Readers} digests by mail: {taken.Count} taken by the mail server, none twice, {unknown} of unknown outcome.");
    }

    /// <summary>An event is one row; a receiver knows a second attempt by its id.</summary>
    private async Task<string> Webhooks()
    {
        var rows = await stand.Number("""SELECT COUNT(*) FROM "WebhookDeliveries" WHERE "State" = 'Sent'""");
        Assert.Equal(0, await stand.Number("""SELECT COUNT(*) FROM "WebhookDeliveries" WHERE "State" <> 'Sent'"""));
        Assert.Equal(rows, hooks.Heard.Count);
        return $"{rows} webhook events, each taken; {hooks.Heard.Values.Count(times => times > 1)} sent again under the same id after a kill or a time-out.";
    }
}
