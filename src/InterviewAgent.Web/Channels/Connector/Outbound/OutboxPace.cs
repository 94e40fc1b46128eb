using System.Collections.Concurrent;
using InterviewAgent.Interviewing.Delivery;
using InterviewAgent.Storage.Servers;
using Microsoft.Extensions.Options;

namespace InterviewAgent.Web.Channels.Connector.Outbound;

/// <summary>Not faster than the channel takes it (bot-protocol.md §3.4): a conversation, and a tenant where nobody has asked.</summary>
internal sealed class OutboxPace(IOptions<ConnectorOptions> options, ThisServer server, TimeProvider clock) : IPaceOutbox
{
    private readonly Buckets<string> tenants = new(
        options.Value.Outbound.TenantPerSecond, options.Value.Outbound.TenantPerSecond, clock, server);

    private readonly Buckets<Guid> conversations = new(
        options.Value.Outbound.ConversationBurst, options.Value.Outbound.ConversationPerSecond, clock, server);

    public IReadOnlyCollection<string> FullTenants => tenants.Full();

    public bool TenantTakesOne(string tenant) => tenants.Take(tenant) == TimeSpan.Zero;

    public TimeSpan Rest(Guid conversation) => conversations.Take(conversation);

    /// <summary>How long until a tenant that is full now takes another one.</summary>
    public TimeSpan UntilTenantTakesOne => TimeSpan.FromSeconds((double)server.Alive / options.Value.Outbound.TenantPerSecond);
}

/// <summary>
/// Token buckets, each kept as the one time at which it would be full again. Those that are full say nothing and are dropped.
/// </summary>
/// <param name="server">Of several servers each takes its share; together they are no faster than one.</param>
internal sealed class Buckets<TKey>(int inAll, double perSecond, TimeProvider clock, ThisServer server) where TKey : notnull
{
    private const int Many = 10_000;
    private TimeSpan Apart => TimeSpan.FromSeconds(server.Alive / perSecond);
    private int Burst => Math.Max(1, inAll / server.Alive);
    private readonly ConcurrentDictionary<TKey, DateTimeOffset> fullAt = new();

    /// <summary>Zero: taken. Else how long until there is one.</summary>
    public TimeSpan Take(TKey key)
    {
        var now = clock.GetUtcNow();
        if (fullAt.Count > Many)
        {
            Forget(now);
        }

        while (true)
        {
            var at = fullAt.TryGetValue(key, out var held) && held > now ? held : now;
            var rest = at - now - (Apart * (Burst - 1));
            if (rest > TimeSpan.Zero)
            {
                return rest;
            }

            if (held == default ? fullAt.TryAdd(key, at + Apart) : fullAt.TryUpdate(key, at + Apart, held))
            {
                return TimeSpan.Zero;
            }
        }
    }

    /// <summary>Keys that have none to take now.</summary>
    public IReadOnlyCollection<TKey> Full()
    {
        var latest = clock.GetUtcNow() + (Apart * (Burst - 1));
        return [.. fullAt.Where(bucket => bucket.Value > latest).Select(bucket => bucket.Key)];
    }

    private void Forget(DateTimeOffset now)
    {
        foreach (var bucket in fullAt.Where(bucket => bucket.Value <= now))
        {
            fullAt.TryRemove(bucket);
        }
    }
}
