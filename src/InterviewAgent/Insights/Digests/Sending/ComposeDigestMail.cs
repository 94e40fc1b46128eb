using InterviewAgent.Insights.Digests.Rendering;
using InterviewAgent.Interviewing;
using InterviewAgent.Interviewing.Links;
using InterviewAgent.Mail;
using Microsoft.Extensions.Options;

namespace InterviewAgent.Insights.Digests.Sending;

/// <summary>A digest as one mail to one reader, with the page that stops them.</summary>
internal sealed class ComposeDigestMail(
    DigestTexts texts, DigestHtml html, DigestText text, DigestLinks links, LinkToken tokens, IOptions<MailOptions> mail, IOptions<InterviewingOptions> interviewing)
{
    /// <summary>What a token of these mails is good for: to stop them, and nothing else.</summary>
    public const string Purpose = "digest";

    public string Sender => interviewing.Value.Vendor;

    public OutgoingMail Of(ClaimedDigest row, DateTimeOffset now)
    {
        var stop = links.To($"/m/digest/{tokens.For(row.Id, Purpose)}");
        return new(
            MailboxAddress.Read(row.Address)!, texts.Subject(row.Digest),
            $"{text.Render(row.Digest)}\n{texts.Mail.Foot}\n{texts.Mail.Open}: {links.To("/digest")}\n{texts.Mail.Unsubscribe}: {stop}\n", html.Render(row.Digest, stop),
            // The same for every attempt of this row, so that a mailbox would recognise a second copy.
            $"{row.Id:N}@{MailboxAddress.Read(mail.Value.From)!.Domain}", now, stop);
    }
}
