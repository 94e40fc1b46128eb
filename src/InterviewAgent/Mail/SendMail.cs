using Microsoft.Extensions.Options;

namespace InterviewAgent.Mail;

/// <summary>Sends one mail that somebody is waiting for, now or not at all.</summary>
public sealed class SendMail(IOptions<MailOptions> options)
{
    /// <summary>There is a mail server in the settings.</summary>
    public bool IsOn => options.Value.IsOn;

    /// <param name="sender">Shown as the sender where the settings name none.</param>
    /// <returns>False: the mail server did not take it, or cannot be reached.</returns>
    public async Task<bool> Now(OutgoingMail mail, string sender, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(mail);
        try
        {
            await using var connection = await SmtpConnection.Open(options.Value, MailCredentials.FromEnvironment(), cancellation);
            await connection.Offer(mail.To, WriteMime.Bytes(mail, options.Value, sender), cancellation);
            connection.LastDot();
            await connection.Answer();
            return true;
        }
        catch (SmtpException)
        {
            return false;
        }
    }
}
