using System.Collections.Concurrent;
using InterviewAgent.Telemetry;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace InterviewAgent.Mail;

/// <summary>A mail whose row its slice has claimed, and how that row is moved on (decision of 2026-11-22, a mail goes out once).</summary>
internal interface IClaimedMail
{
    /// <summary>Of the row, for the log.</summary>
    Guid Id { get; }

    OutgoingMail Compose(DateTimeOffset now);

    /// <summary>The point of no return is written, and the mail given away at once. False: it is no longer ours or no longer wanted, and nothing was given away.</summary>
    Task<bool> Sending(Action giveAway, CancellationToken cancellation);

    Task Sent();

    /// <summary>Given away, and no answer.</summary>
    Task Unknown();

    /// <param name="server">The fault is the mail server's and not this mail's.</param>
    Task Failed(SmtpException failure, bool server);

    /// <summary>Nothing was given away: as if it had not been taken up.</summary>
    Task Released();
}

/// <summary>Sends what a slice claims over several connections to the mail server, each mail once.</summary>
internal sealed partial class SendClaimed(MailRest rest, IOptions<MailOptions> settings, TimeProvider clock, ILogger<SendClaimed> logger)
{
    private const int RowsPerConnection = 8;
    private readonly MailOptions options = settings.Value;

    /// <param name="take">Claims as many rows as it is asked for; says those to send now and how many were looked at, 0 when there are none.</param>
    /// <param name="sender">Shown as the sender where the settings name none.</param>
    /// <returns>Rows that were moved on; mails that the server would not take now are taken up again later.</returns>
    public async Task<int> Run(
        Func<int, CancellationToken, Task<(IReadOnlyList<IClaimedMail> Mails, int Seen)>> take, string sender, CancellationToken cancellation)
    {
        if (!options.IsOn || rest.IsResting)
        {
            return 0;
        }
        await using var line = new MailLine(options, MailCredentials.FromEnvironment());
        for (var done = 0; ;)
        {
            var (mails, seen) = await take(options.Connections * RowsPerConnection, cancellation);
            if (seen == 0)
            {
                return done;
            }
            done += seen;
            ConcurrentQueue<IClaimedMail> open = new(mails);
            try
            {
                await Task.WhenAll(Enumerable.Range(0, options.Connections).Select(_ => Task.Run(() => SendAll(open, line, sender, cancellation), CancellationToken.None)));
            }
            finally
            {
                foreach (var mail in open)
                {
                    await mail.Released();
                }
            }
            if (line.IsDown)
            {
                rest.Begin();
                return done;
            }
        }
    }

    private async Task SendAll(ConcurrentQueue<IClaimedMail> open, MailLine line, string sender, CancellationToken cancellation)
    {
        while (!cancellation.IsCancellationRequested && !line.IsDown && open.TryDequeue(out var mail))
        {
            try
            {
                await Send(mail, line, sender, cancellation);
            }
            catch (SmtpException failure) when (failure.IsUnknown)
            {
                await mail.Unknown();
                Figures.Sent.Count(1, ("channel", "mail"), ("outcome", "Unknown"));
                Log.Unknown(logger, mail.Id);
            }
            catch (SmtpException failure)
            {
                var server = failure.Step is SmtpStep.Connect or SmtpStep.Sender;
                await mail.Failed(failure, server);
                Figures.Sent.Count(1, ("channel", "mail"), ("outcome", server ? "Later" : "Refused"));
                Log.Failed(logger, mail.Id, failure.Step, failure.Reply?.Codes ?? "no answer");
                if (server)
                {
                    line.Down();
                }
            }
            catch (OperationCanceledException)
            {
                await mail.Released();
            }
        }
    }

    private async Task Send(IClaimedMail mail, MailLine line, string sender, CancellationToken cancellation)
    {
        var outgoing = mail.Compose(clock.GetUtcNow());
        await using var turn = await line.Offer(outgoing.To, WriteMime.Bytes(outgoing, options, sender), cancellation);
        if (await mail.Sending(turn.GiveAway, cancellation))
        {
            await turn.Answer();
            await mail.Sent();
            Figures.Sent.Count(1, ("channel", "mail"), ("outcome", "Sent"));
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Of mail {Id} it is unknown whether the mail server took it; it is not sent again.")]
        public static partial void Unknown(ILogger logger, Guid id);

        [LoggerMessage(2, LogLevel.Warning, "Mail {Id} was not taken by the mail server at step {Step}: {Reply}.")]
        public static partial void Failed(ILogger logger, Guid id, SmtpStep step, string reply);
    }
}
