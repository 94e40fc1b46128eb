using InterviewAgent.Jobs;
using InterviewAgent.Mail;

namespace InterviewAgent.Insights.Digests.Sending;

/// <summary>Sends the queued digests by mail, each once.</summary>
internal sealed class SendDigestMails(DigestRows rows, ComposeDigestMail compose, SendClaimed send) : ISweep
{
    public async Task<int> Run(CancellationToken cancellation)
    {
        await rows.Recover(cancellation);
        return await send.Run(Take, compose.Sender, cancellation);
    }

    private async Task<(IReadOnlyList<IClaimedMail> Mails, int Seen)> Take(int most, CancellationToken cancellation)
    {
        var (taken, seen) = await rows.Take(DigestChannel.Mail, most, cancellation);
        return ([.. taken.Select(row => new Claimed(row, rows, compose))], seen);
    }

    private sealed class Claimed(ClaimedDigest row, DigestRows rows, ComposeDigestMail compose) : IClaimedMail
    {
        public Guid Id => row.Id;

        public OutgoingMail Compose(DateTimeOffset now) => compose.Of(row, now);

        public Task<bool> Sending(Action giveAway, CancellationToken cancellation) => rows.Sending(row, giveAway, cancellation);

        public Task Sent() => rows.Gone(row, SendingState.Sent);

        public Task Unknown() => rows.Gone(row, SendingState.Unknown);

        public Task Failed(SmtpException failure, bool server) => rows.Failed(row, failure.Reply?.Codes ?? "no answer", failure.ClosesAddress, counts: !server);

        public Task Released() => rows.Released(row);
    }
}
