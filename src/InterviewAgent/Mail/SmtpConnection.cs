using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace InterviewAgent.Mail;

/// <summary>
/// One connection to the mail server, for one mail after the other. The framework's client does not say how far a mail had come when it
/// failed; here a mail is offered first and given away by one last step, so that the caller can write down in between that from now on it
/// may have arrived.
/// </summary>
internal sealed class SmtpConnection : IAsyncDisposable
{
    private readonly MailOptions options;
    private readonly TcpClient tcp = new() { NoDelay = true };
    private Stream? stream;
    private SmtpLine? line;

    private SmtpConnection(MailOptions options) => this.options = options;

    /// <exception cref="SmtpException">At step Connect: the server cannot be reached, is not who it should be, or refuses us.</exception>
    public static async Task<SmtpConnection> Open(MailOptions options, MailCredentials? credentials, CancellationToken cancellation)
    {
        SmtpConnection connection = new(options);
        try
        {
            await connection.Step(SmtpStep.Connect, patience => connection.Greet(credentials, patience), cancellation);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>Everything but the last dot. Whatever happens in here, and until <see cref="LastDot"/>, the mail was not taken.</summary>
    public async Task Offer(MailboxAddress to, byte[] content, CancellationToken cancellation)
    {
        await Step(SmtpStep.Sender, patience => Say($"MAIL FROM:<{MailboxAddress.Read(options.From)}>", SmtpStep.Sender, patience), cancellation);
        await Step(SmtpStep.Recipient, patience => Say($"RCPT TO:<{to}>", SmtpStep.Recipient, patience), cancellation);
        await Step(SmtpStep.Content, async patience =>
        {
            await Say("DATA", SmtpStep.Content, patience);
            await line!.Content(content, patience);
        }, cancellation);
    }

    /// <summary>The last dot, in one call on the caller's thread.</summary>
    /// <exception cref="SmtpException">The line is broken: unknown.</exception>
    public void LastDot()
    {
        try
        {
            line!.LastDot();
        }
        catch (Exception broken) when (IsBroken(broken))
        {
            throw new SmtpException(SmtpStep.Delivery, null, broken);
        }
    }

    /// <summary>What the server says to the last dot. Not to be cancelled: it is out.</summary>
    /// <exception cref="SmtpException">With a reply: not taken. Without: unknown.</exception>
    public Task Answer() => Step(SmtpStep.Delivery, async patience => Accept(await line!.Hear(patience), SmtpStep.Delivery), CancellationToken.None);

    /// <summary>Forgets a mail that was refused, so that the next one can be offered.</summary>
    public Task Reset(CancellationToken cancellation) => Step(SmtpStep.Sender, patience => Say("RSET", SmtpStep.Sender, patience), cancellation);

    /// <summary>Takes leave, as a server's log likes it; whether it hears it matters to nobody.</summary>
    public async Task Quit()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(2));
        try
        {
            await line!.Ask("QUIT", patience.Token);
        }
        catch (Exception gone) when (IsBroken(gone) || gone is OperationCanceledException)
        {
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (stream is not null)
        {
            await stream.DisposeAsync();
        }
        tcp.Dispose();
    }

    private async Task Greet(MailCredentials? credentials, CancellationToken cancellation)
    {
        await tcp.ConnectAsync(options.Host, options.Port, cancellation);
        Use(tcp.GetStream());
        if (options.Security == MailSecurity.Implicit)
        {
            await Encrypt(cancellation);
        }
        Accept(await line!.Hear(cancellation), SmtpStep.Connect);
        var offers = await Hello(cancellation);
        if (options.Security == MailSecurity.StartTls)
        {
            await Say("STARTTLS", SmtpStep.Connect, cancellation);
            if (line!.HasUnread)
            {
                // Said before the encryption and meant to be read after it: somebody on the way has added it.
                throw new IOException("The mail server said more than it was asked before the encryption began.");
            }
            await Encrypt(cancellation);
            offers = await Hello(cancellation);
        }
        if (credentials is not null)
        {
            await SignIn(credentials, offers, cancellation);
        }
    }

    private async Task<IReadOnlyList<string>> Hello(CancellationToken cancellation) =>
        Accept(await line!.Ask($"EHLO {MailboxAddress.Read(options.From)!.Domain}", cancellation), SmtpStep.Connect).Lines;

    private async Task Encrypt(CancellationToken cancellation)
    {
        SslStream encrypted = new(stream!);
        stream = encrypted;
        await encrypted.AuthenticateAsClientAsync(new SslClientAuthenticationOptions
        {
            TargetHost = options.Host,
            RemoteCertificateValidationCallback = (_, certificate, _, errors) => IsTrusted(certificate, errors),
        }, cancellation);
        Use(encrypted);
    }

    private bool IsTrusted(X509Certificate? certificate, SslPolicyErrors errors) => options.CertificateSha256.Length == 0
        ? errors == SslPolicyErrors.None
        : certificate is not null && CryptographicOperations.FixedTimeEquals(
            certificate.GetCertHash(HashAlgorithmName.SHA256),
            Convert.FromHexString(options.CertificateSha256.Replace(":", "", StringComparison.Ordinal)));

    private async Task SignIn(MailCredentials credentials, IReadOnlyList<string> offers, CancellationToken cancellation)
    {
        var ways = offers.Where(offer => offer.StartsWith("AUTH ", StringComparison.OrdinalIgnoreCase)).SelectMany(offer => offer.Split(' ')).ToList();
        if (options.Security == MailSecurity.None)
        {
            throw new IOException("A password is sent over encrypted connections only.");
        }
        if (ways.Contains("PLAIN", StringComparer.OrdinalIgnoreCase))
        {
            await Say($"AUTH PLAIN {Base64($"\0{credentials.User}\0{credentials.Password}")}", SmtpStep.Connect, cancellation);
        }
        else
        {
            await Say("AUTH LOGIN", SmtpStep.Connect, cancellation);
            await Say(Base64(credentials.User), SmtpStep.Connect, cancellation);
            await Say(Base64(credentials.Password), SmtpStep.Connect, cancellation);
        }
    }

    private void Use(Stream next) => (stream, line) = (next, new(next));

    private async Task Say(string command, SmtpStep step, CancellationToken cancellation) => Accept(await line!.Ask(command, cancellation), step);

    private static SmtpReply Accept(SmtpReply reply, SmtpStep step) => reply.IsOk ? reply : throw new SmtpException(step, reply);

    /// <summary>One exchange within the server's patience; a broken line becomes a failure of this step.</summary>
    private async Task Step(SmtpStep step, Func<CancellationToken, Task> exchange, CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(TimeSpan.FromSeconds(options.PatienceSeconds));
        try
        {
            await exchange(patience.Token);
        }
        catch (Exception broken) when (IsBroken(broken) || (broken is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            throw new SmtpException(step, null, broken);
        }
    }

    private static bool IsBroken(Exception failure) =>
        failure is IOException or SocketException or ObjectDisposedException or System.Security.Authentication.AuthenticationException;

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
