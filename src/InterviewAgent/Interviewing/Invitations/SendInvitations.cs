using InterviewAgent.Jobs;
using InterviewAgent.Mail;

namespace InterviewAgent.Interviewing.Invitations;

/// <summary>Sends what is queued, each mail once.</summary>
internal sealed class SendInvitations(ClaimMail claim, NoteInvitation note, RecoverInvitations recover, ComposeInvitation compose, SendClaimed send) : ISweep
{
    /// <returns>Rows that were moved on; mails that the server would not take now are taken up again later.</returns>
    public async Task<int> Run(CancellationToken cancellation)
    {
        await recover.Run(cancellation);
        return await send.Run(Take, compose.Sender, cancellation);
    }

    private async Task<(IReadOnlyList<IClaimedMail> Mails, int Seen)> Take(int most, CancellationToken cancellation)
    {
        var (letters, seen) = await claim.Take(most, cancellation);
        return ([.. letters.Select(letter => new Claimed(letter, note, compose))], seen);
    }

    private sealed class Claimed(Letter letter, NoteInvitation note, ComposeInvitation compose) : IClaimedMail
    {
        public Guid Id => letter.InvitationId;

        public OutgoingMail Compose(DateTimeOffset now) => compose.Compose(letter, now);

        public Task<bool> Sending(Action giveAway, CancellationToken cancellation) => note.Sending(letter, giveAway, cancellation);

        public Task Sent() => note.Sent(letter);

        public Task Unknown() => note.Unknown(letter);

        public Task Failed(SmtpException failure, bool server) => note.Failed(letter, failure, server);

        public Task Released() => note.Released(letter);
    }
}
