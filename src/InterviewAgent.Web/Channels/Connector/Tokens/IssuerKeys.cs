using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace InterviewAgent.Web.Channels.Connector.Tokens;

/// <summary>
/// The published keys of one issuer, and of no other. What is known survives an outage of the issuer; a key that is not known is
/// asked for at once, so that a rotation is noticed with the first message that needs it. A made-up key id is asked for once a
/// minute, and however many are made up, the issuer is called a few times a minute at most. (The library's own
/// ConfigurationManager refuses that first message, and any caller's made-up id delays the next real rotation: bot-protocol.md, I8.)
/// </summary>
internal sealed partial class IssuerKeys(string metadata, HttpClient http, TimeProvider clock, ILogger logger) : IDisposable
{
    private const int MostFetchesAMinute = 6;
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Fresh = TimeSpan.FromHours(12);
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(5);

    private readonly HttpDocumentRetriever documents = new(http) { RequireHttps = !new Uri(metadata).IsLoopback };
    private readonly SemaphoreSlim alone = new(1);
    private readonly Queue<DateTimeOffset> fetches = new();
    private readonly Dictionary<string, DateTimeOffset> absent = new(StringComparer.Ordinal);
    private volatile Known? known;
    private DateTimeOffset? failed;

    /// <summary>Null: the issuer does not publish such a key.</summary>
    /// <exception cref="IssuerUnreachableException">It could not be asked, so nobody knows.</exception>
    public async Task<JsonWebKey?> Find(string keyId, CancellationToken cancellation)
    {
        if (known is { } now && now.Keys.TryGetValue(keyId, out var key))
        {
            if (clock.GetUtcNow() - now.At > Fresh && alone.CurrentCount > 0)
            {
                _ = Task.Run(() => Ask(keyId, evenIfKnown: true, CancellationToken.None), CancellationToken.None);
            }
            return key;
        }
        return await Ask(keyId, evenIfKnown: false, cancellation);
    }

    public void Dispose() => alone.Dispose();

    private async Task<JsonWebKey?> Ask(string keyId, bool evenIfKnown, CancellationToken cancellation)
    {
        await alone.WaitAsync(cancellation);
        try
        {
            var now = clock.GetUtcNow();
            var key = known?.Keys.GetValueOrDefault(keyId);
            if ((key is null ? !IsAbsent(keyId, now) : evenIfKnown) && await Fetch(now))
            {
                key = known?.Keys.GetValueOrDefault(keyId);
                if (key is null)
                {
                    absent[keyId] = now; // A few a minute at most, as the fetches are: no caller fills our memory with names.
                }
            }
            return key;
        }
        catch (IssuerUnreachableException) when (evenIfKnown)
        {
            return null; // Nobody waits for it; the known keys stay.
        }
        finally
        {
            alone.Release();
        }
    }

    /// <summary>False: asked often enough for now.</summary>
    private async Task<bool> Fetch(DateTimeOffset now)
    {
        while (fetches.TryPeek(out var first) && now - first > Minute)
        {
            fetches.Dequeue();
        }
        if (now - failed < AfterFailure)
        {
            throw new IssuerUnreachableException();
        }
        if (fetches.Count >= MostFetchesAMinute)
        {
            return false; // Somebody makes up key ids. What is known serves everybody else.
        }

        try
        {
            // Not the caller's cancellation: others wait for the same answer.
            var configuration = await OpenIdConnectConfigurationRetriever.GetAsync(metadata, documents, CancellationToken.None);
            var keys = configuration.JsonWebKeySet?.Keys.Where(key => key is { Kty: "RSA", Kid.Length: > 0 } && key.Use is null or "sig")
                .DistinctBy(key => key.Kid, StringComparer.Ordinal).ToDictionary(key => key.Kid, StringComparer.Ordinal);
            known = keys is { Count: > 0 } ? new(keys, now) : throw new IssuerUnreachableException();
            failed = null;
            fetches.Enqueue(now);
            absent.Clear();
            return true;
        }
#pragma warning disable CA1031 // Whatever goes wrong with a document of somebody else's, the answer is the same: not reachable.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            failed = now;
            Log.Unreachable(logger, metadata, failure.InnerException?.Message ?? failure.Message);
            throw new IssuerUnreachableException();
        }
    }

    private bool IsAbsent(string keyId, DateTimeOffset now) => absent.TryGetValue(keyId, out var since) && now - since < Minute;

    private sealed record Known(Dictionary<string, JsonWebKey> Keys, DateTimeOffset At);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The channel's keys could not be read from {Metadata}; known keys stay in use. {Why}")]
        public static partial void Unreachable(ILogger logger, string metadata, string why);
    }
}

/// <summary>The issuer's documents cannot be read now; a caller may try again in a few seconds.</summary>
internal sealed class IssuerUnreachableException : Exception;
