using InterviewAgent.Interviewing;
using InterviewAgent.Interviewing.Invitations;
using InterviewAgent.Interviewing.Links;
using InterviewAgent.Mail;
using InterviewAgent.Storage;
using InterviewAgent.Web.Channels.WebChat;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Web.Channels.Mail;

/// <summary>Sends the code for another device to the respondent's own address, while they wait for it.</summary>
internal sealed class MailCodes(IDbContextFactory<InterviewAgentDb> factory, SendMail mail, ComposeInvitation compose, TimeProvider clock) : IDeliverCodes
{
    public bool CanDeliver => mail.IsOn;

    public async Task<bool> Deliver(Link link, string code, CancellationToken cancellation)
    {
        await using var db = await factory.CreateDbContextAsync(cancellation);
        var person = await db.Respondents.AsNoTracking().SingleAsync(known => known.Id == link.RespondentId, cancellation);
        // To an address that somebody else reads, nothing is sent that opens answers.
        return person.HasOpenAddress && MailboxAddress.Read(person.Email) is { } to
            && await mail.Now(compose.Code(to, code, DeviceCode.Window, clock.GetUtcNow()), compose.Sender, cancellation);
    }
}
