using System.ComponentModel.DataAnnotations;
using System.Text;
using InterviewAgent.Mail;

namespace InterviewAgent.Tests.Mail;

public sealed class SmtpConnectionTests : IDisposable
{
    private static readonly MailboxAddress Ana = MailboxAddress.Read("ana@example.com")!;
    private readonly ScriptedMailServer server = new();

    [Fact]
    public async Task Nothing_but_the_greeting_is_said_before_the_encryption()
    {
        await using var connection = await SmtpConnection.Open(server.Options, new("user", "secret"), default);
        await connection.Offer(Ana, Encoding.ASCII.GetBytes("Subject: x\r\n\r\nHello\r\n"), default);
        connection.LastDot();
            await connection.Answer();
        Assert.Equal(["EHLO contoso.example", "STARTTLS", "EHLO contoso.example", "AUTH PLAIN AHVzZXIAc2VjcmV0", "MAIL FROM:<check-ins@contoso.example>",
            "RCPT TO:<ana@example.com>", "DATA"], server.Commands);
        Assert.Equal("ana@example.com", Assert.Single(server.Taken).To);
    }

    [Fact]
    public async Task Another_certificate_than_the_pinned_one_is_refused()
    {
        var options = server.Options;
        options.CertificateSha256 = new string('0', 64);
        var refused = await Assert.ThrowsAsync<SmtpException>(() => SmtpConnection.Open(options, null, default));
        Assert.Equal(SmtpStep.Connect, refused.Step);
        Assert.DoesNotContain(server.Commands, command => command.StartsWith("MAIL", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_certificate_that_nobody_has_signed_is_refused_without_a_pin()
    {
        var options = server.Options;
        options.CertificateSha256 = "";
        await Assert.ThrowsAsync<SmtpException>(() => SmtpConnection.Open(options, null, default));
    }

    [Theory]
    [InlineData("STARTTLS", "454 4.7.0 not now")]
    [InlineData("STARTTLS", "")]
    [InlineData("EHLO contoso.example", "554 5.7.1 go away")]
    public async Task A_server_that_does_not_encrypt_gets_nothing(string command, string reply)
    {
        server.Answer = heard => heard == command ? reply : null;
        await Assert.ThrowsAsync<SmtpException>(() => SmtpConnection.Open(server.Options, new("user", "secret"), default));
        Assert.DoesNotContain(server.Commands, heard => heard.StartsWith("AUTH", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_reply_that_came_before_the_encryption_is_not_taken_for_one_that_came_after()
    {
        server.Injected = "\r\n250 AUTH PLAIN";
        await Assert.ThrowsAsync<SmtpException>(() => SmtpConnection.Open(server.Options, new("user", "secret"), default));
    }

    [Fact]
    public async Task Until_the_last_dot_nothing_was_given_away()
    {
        await using (var connection = await SmtpConnection.Open(server.Options, null, default))
        {
            await connection.Offer(Ana, Encoding.ASCII.GetBytes("Subject: x\r\n\r\n.\r\n..\r\nlast\r\n"), default);
        }
        await using (var connection = await SmtpConnection.Open(server.Options, null, default))
        {
            await connection.Offer(Ana, Encoding.ASCII.GetBytes("Subject: x\r\n\r\n.\r\n..\r\nlast\r\n"), default);
            connection.LastDot();
            await connection.Answer();
        }
        Assert.Equal("Subject: x\r\n\r\n.\r\n..\r\nlast\r\n", Assert.Single(server.Taken).Content);
    }

    [Fact]
    public async Task A_line_that_breaks_after_the_last_dot_is_unknown()
    {
        server.Answer = heard => heard == "." ? "" : null;
        await using var connection = await SmtpConnection.Open(server.Options, null, default);
        await connection.Offer(Ana, [65, 13, 10], default);
        var broken = await Assert.ThrowsAsync<SmtpException>(() =>
        {
            connection.LastDot();
            return connection.Answer();
        });
        Assert.True(broken.IsUnknown);
        Assert.Single(server.Taken);
    }

    [Theory]
    [InlineData("550 5.1.1 no such user", true)]
    [InlineData("550 no such user", true)]
    [InlineData("550 5.7.1 relaying denied", false)]
    [InlineData("554 5.7.1 blocked", false)]
    [InlineData("450 4.2.1 greylisted", false)]
    [InlineData("552 5.2.2 mailbox full", false)]
    public async Task Only_a_mailbox_that_is_not_there_closes_an_address(string reply, bool closes)
    {
        server.Answer = heard => heard.StartsWith("RCPT", StringComparison.Ordinal) ? reply : null;
        await using var connection = await SmtpConnection.Open(server.Options, null, default);
        var refused = await Assert.ThrowsAsync<SmtpException>(() => connection.Offer(Ana, [65], default));
        Assert.Equal((SmtpStep.Recipient, closes), (refused.Step, refused.ClosesAddress));
    }

    [Theory]
    [InlineData("mail.example.com", MailSecurity.None, "a@b.example", "")]
    [InlineData("mail example", MailSecurity.StartTls, "a@b.example", "")]
    [InlineData("mail.example.com", MailSecurity.StartTls, "", "")]
    [InlineData("mail.example.com", MailSecurity.StartTls, "a@b.example\r\nBcc: x@y.example", "")]
    [InlineData("mail.example.com", MailSecurity.StartTls, "a@b.example", "12:34")]
    public void A_mail_server_that_cannot_be_used_is_refused_on_start(string host, MailSecurity security, string from, string pin)
    {
        MailOptions options = new() { Host = host, Security = security, From = from, CertificateSha256 = pin };
        Assert.NotEmpty(options.Validate(new ValidationContext(options)));
    }

    public void Dispose() => server.Dispose();
}
