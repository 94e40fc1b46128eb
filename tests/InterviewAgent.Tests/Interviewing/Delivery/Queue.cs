using System.Collections.Concurrent;
using InterviewAgent.Accounts;
using InterviewAgent.Interviewing;
using InterviewAgent.Interviewing.Delivery;
using InterviewAgent.Tests.Storage;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Tests.Interviewing.Delivery;

/// <summary>An outbox on a real database: conversations with turns to be sent, and a clock that is moved by hand.</summary>
internal sealed class Queue : IPaceOutbox, IDisposable
{
    private readonly Dictionary<Guid, TimeSpan> resting = [];
    private readonly HashSet<string> full = [];
    private readonly ConcurrentDictionary<Guid, Guid> claims = [];

    public Queue() => Outbox = new(Database, new InterviewAgent.Storage.Servers.ThisServer(), Clock);

    public TestDatabase Database { get; } = new();
    public ManualClock Clock { get; } = new();
    public Outbox Outbox { get; }
    public IReadOnlyCollection<string> FullTenants => full;

    public bool TenantTakesOne(string tenant) => !full.Contains(tenant);

    public TimeSpan Rest(Guid conversation) => resting.GetValueOrDefault(conversation);

    public void MakeFull(string tenant) => full.Add(tenant);

    public void LetRest(Guid conversation, TimeSpan time) => resting[conversation] = time;

    /// <summary>A conversation whose interview has so many turns to be sent, a second apart.</summary>
    public async Task<Conversation> Conversation(int turns, string tenant = "t-1")
    {
        using var db = Database.Open();
        Account account = new() { ExternalId = Guid.NewGuid().ToString(), Name = "A" };
        Respondent person = new() { AccountId = account.Id, ExternalId = "p" };
        CheckIn due = new() { AccountId = account.Id, RespondentId = person.Id, Due = new(2026, 3, 1) };
        Conversation place = new()
        {
            RespondentId = person.Id, Channel = "msteams", TenantId = tenant, ServiceUrl = "https://smba.trafficmanager.net/emea/",
            ChannelConversationId = Guid.NewGuid().ToString(), BotId = "28:app",
        };
        Interview held = new() { CheckInId = due.Id, AccountId = account.Id, RespondentId = person.Id, Channel = "msteams", ConversationId = place.Id };
        db.AddRange(account, person, due, place, held);
        for (var n = 1; n <= turns; n++)
        {
            Turn turn = new() { InterviewId = held.Id, N = n, Speaker = Speaker.Interviewer, Text = $"Turn {n}", Move = MoveKind.CoreQuestion };
            db.Add(turn);
            db.Add(OutboxMessage.OfTurn(place.Id, turn, proactive: true, Clock.GetUtcNow().AddSeconds(n - turns)));
        }

        await db.SaveChangesAsync();
        return place;
    }

    /// <param name="done">Of this queue's own claims, the latest of each message, unless it says of which.</param>
    public async Task<IReadOnlyList<OutgoingMessage>> Next(params Delivered[] done)
    {
        var claimed = await Outbox.Next([.. done.Select(one => one.Claim == Guid.Empty ? one with { Claim = claims[one.MessageId] } : one)], 10, TimeSpan.FromSeconds(30), this);
        foreach (var message in claimed)
        {
            claims[message.Id] = message.Claim;
        }

        return claimed;
    }

    public async Task<IReadOnlyList<OutboxMessage>> Rows()
    {
        using var db = Database.Open();
        return await db.Outbox.AsNoTracking().OrderBy(row => row.At).ToListAsync();
    }

    public async Task<OutboxMessage> Row(Guid id) => (await Rows()).Single(row => row.Id == id);

    public void Dispose() => Database.Dispose();
}
