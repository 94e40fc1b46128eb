namespace InterviewAgent.Web.Channels.Connector.Outbound.Tokens;

/// <summary>
/// The bot's own token, asked for once however many want it, and again before it runs out. After a failure nobody asks for some
/// seconds; a token that is still good is used meanwhile.
/// </summary>
internal sealed partial class AccessTokens(IIssueTokens issuer, TimeProvider clock, ILogger<AccessTokens> logger) : IDisposable
{
    private static readonly TimeSpan Ahead = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan RestAfterFailure = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim one = new(1);
    private volatile TokenAnswer held = TokenAnswer.None("none yet");
    private long asksAgainAt;

    public async Task<TokenAnswer> Get(CancellationToken cancellation)
    {
        var good = Good();
        if (good && !Due())
        {
            return held;
        }

        // Who finds it good does not wait for the one who renews it.
        if (!await one.WaitAsync(good ? TimeSpan.Zero : Timeout.InfiniteTimeSpan, cancellation))
        {
            return held;
        }

        try
        {
            return (Good() && !Due()) || clock.GetUtcNow().UtcTicks < asksAgainAt ? held : await Renew(cancellation);
        }
        finally
        {
            one.Release();
        }
    }

    /// <summary>The channel refused this one; a newer one stays.</summary>
    public void Drop(TokenAnswer refused)
    {
        if (ReferenceEquals(held, refused))
        {
            held = TokenAnswer.None("refused");
        }
    }

    private async Task<TokenAnswer> Renew(CancellationToken cancellation)
    {
        var answer = await issuer.Issue(cancellation);
        if (answer.Given)
        {
            return held = answer;
        }

        Log.Failed(logger, answer.Why);
        asksAgainAt = (clock.GetUtcNow() + RestAfterFailure).UtcTicks;
        return Good() ? held : held = answer;
    }

    private bool Good() => held.Given && clock.GetUtcNow() < held.ExpiresAt;

    private bool Due() => clock.GetUtcNow() >= held.ExpiresAt - Ahead;

    public void Dispose() => one.Dispose();

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "No token for the channel: {Why}. Messages wait in the outbox.")]
        public static partial void Failed(ILogger logger, string why);
    }
}
