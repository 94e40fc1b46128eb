using System.Collections.Concurrent;
using InterviewAgent.Jobs;
using InterviewAgent.Mail;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace InterviewAgent.Interviewing.Invitations;

/// <summary>Sends what is queued over several connections to the mail server, each mail once.</summary>
internal sealed partial class SendInvitations(
    ClaimMail claim, NoteInvitation note, RecoverInvitations recover, ComposeInvitation compose, MailRest rest, IOptions<MailOptions> settings,
    TimeProvider clock, ILogger<SendInvitations> logger) : ISweep
{
    private const int RowsPerConnection = 8;
    private readonly MailOptions options = settings.Value;

    /// <returns>Rows that were moved on; mails that the server would not take now are taken up again later.</returns>
    public async Task<int> Run(CancellationToken cancellation)
    {
        await recover.Run(cancellation);
        if (!options.IsOn || rest.IsResting)
        {
            return 0;
        }
        await using var line = new MailLine(options, MailCredentials.FromEnvironment());
        for (var done = 0; ;)
        {
            var (letters, seen) = await claim.Take(options.Connections * RowsPerConnection, cancellation);
            if (seen == 0)
            {
                return done;
            }
            done += seen;
            ConcurrentQueue<Letter> open = new(letters);
            try
            {
                await Task.WhenAll(Enumerable.Range(0, options.Connections).Select(_ => Task.Run(() => SendAll(open, line, cancellation), CancellationToken.None)));
            }
            finally
            {
                foreach (var letter in open)
                {
                    await note.Released(letter);
                }
            }
            if (line.IsDown)
            {
                rest.Begin();
                return done;
            }
        }
    }

    private async Task SendAll(ConcurrentQueue<Letter> open, MailLine line, CancellationToken cancellation)
    {
        while (!cancellation.IsCancellationRequested && !line.IsDown && open.TryDequeue(out var letter))
        {
            try
            {
                await Send(letter, line, cancellation);
            }
            catch (SmtpException failure) when (failure.IsUnknown)
            {
                await note.Unknown(letter);
                Log.Unknown(logger, letter.InvitationId);
            }
            catch (SmtpException failure)
            {
                var server = failure.Step is SmtpStep.Connect or SmtpStep.Sender;
                await note.Failed(letter, failure, server);
                Log.Failed(logger, letter.InvitationId, failure.Step, failure.Reply?.Codes ?? "no answer");
                if (server)
                {
                    line.Down();
                }
            }
            catch (OperationCanceledException)
            {
                await note.Released(letter);
            }
        }
    }

    private async Task Send(Letter letter, MailLine line, CancellationToken cancellation)
    {
        var content = WriteMime.Bytes(compose.Compose(letter, clock.GetUtcNow()), options, compose.Sender);
        await using var turn = await line.Offer(letter.To, content, cancellation);
        if (await note.Sending(letter, turn.GiveAway, cancellation))
        {
            await turn.Answer();
            await note.Sent(letter);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Of invitation {Id} it is unknown whether the mail server took it; it is not sent again.")]
        public static partial void Unknown(ILogger logger, Guid id);

        [LoggerMessage(2, LogLevel.Warning, "Invitation {Id} was not taken by the mail server at step {Step}: {Reply}.")]
        public static partial void Failed(ILogger logger, Guid id, SmtpStep step, string reply);
    }
}
