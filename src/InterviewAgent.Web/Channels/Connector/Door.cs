using InterviewAgent.Web.Channels.Connector.Tokens;

namespace InterviewAgent.Web.Channels.Connector;

/// <summary>Who is let in to /api/messages: the channel with its token, or, where that was asked for, this very machine without one.</summary>
internal sealed partial class Door(LoopbackOnly loopback, ChannelTokens tokens, Pace pace, ILogger<Door> logger)
{
    /// <summary>Reading a hostile megabyte of JSON takes a tenth of a second, this much a hundredth.</summary>
    private const int LongForStrangers = 64 * 1024;

    /// <summary>Null: let in.</summary>
    public async Task<Refusal?> Check(HttpContext http, ChannelActivity activity, CancellationToken cancellation)
    {
        var refusal = loopback.Open
            ? loopback.Refuses(http, activity)
            : await tokens.Check(http.Request.Headers.Authorization, activity, cancellation);
        refusal ??= pace.Allows(activity) ? null : Refusal.TooFast;
        return Noted(refusal);
    }

    /// <summary>Null: worth reading. Whose body is long must be the channel, or of this machine, before we work on it.</summary>
    public async Task<Refusal?> CheckBefore(HttpContext http, int length, CancellationToken cancellation) =>
        length <= LongForStrangers ? null : Noted(loopback.Open
            ? loopback.Refuses(http)
            : await tokens.Check(http.Request.Headers.Authorization, cancellation));

    private Refusal? Noted(Refusal? refusal)
    {
        if (refusal is not null)
        {
            Log.Refused(logger, refusal.Status, refusal.Code);
        }
        return refusal;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Refused a call to /api/messages: {Status} {Code}.")]
        public static partial void Refused(ILogger logger, int status, string code);
    }
}
