using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using InterviewAgent.Mail;

namespace InterviewAgent.Tests.Mail;

/// <summary>What the server heard: the envelope and the content as it came, dots undone.</summary>
internal sealed record TakenMail(string To, string Content);

/// <summary>
/// A mail server on loopback that a test tells what to answer. <see cref="Answer"/> gets each command ("RCPT TO:&lt;…&gt;", "." for the end
/// of a mail) and says a reply, null for the usual one, or "" to hang up.
/// </summary>
internal sealed class ScriptedMailServer : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly X509Certificate2 certificate;
    private readonly List<TakenMail> taken = [];
    private readonly List<string> commands = [];

    public ScriptedMailServer()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        certificate = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256).CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        listener.Start();
        _ = Accept();
    }

    public Func<string, string?> Answer { get; set; } = _ => null;

    /// <summary>Said in one piece with the reply to STARTTLS, as somebody on the way would.</summary>
    public string Injected { get; set; } = "";

    public IReadOnlyList<TakenMail> Taken
    {
        get
        {
            lock (taken)
            {
                return [.. taken];
            }
        }
    }

    public IReadOnlyList<string> Commands
    {
        get
        {
            lock (commands)
            {
                return [.. commands];
            }
        }
    }

    public MailOptions Options => new()
    {
        Host = "localhost", Port = ((IPEndPoint)listener.LocalEndpoint).Port, From = "check-ins@contoso.example", PatienceSeconds = 5, Connections = 2,
        CertificateSha256 = certificate.GetCertHashString(HashAlgorithmName.SHA256),
    };

    public void Dispose()
    {
        listener.Dispose();
        certificate.Dispose();
    }

    private async Task Accept()
    {
        while (true)
        {
            try
            {
                _ = Serve(await listener.AcceptTcpClientAsync());
            }
            catch (Exception closed) when (closed is SocketException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private async Task Serve(TcpClient client)
    {
        using var _ = client;
        try
        {
            Stream stream = client.GetStream();
            await Say(stream, "220 test");
            for (var (open, to) = (true, ""); open;)
            {
                var command = await Line(stream);
                lock (commands)
                {
                    commands.Add(command);
                }
                to = command.StartsWith("RCPT TO:", StringComparison.Ordinal) ? command[9..^1] : to;
                if (Answer(command) is { } reply)
                {
                    if (reply.Length == 0)
                    {
                        return;
                    }
                    await Say(stream, reply);
                    continue;
                }
                switch (command.Split(' ')[0])
                {
                    case "EHLO":
                        await Say(stream, stream is SslStream ? "250-test\r\n250 AUTH PLAIN LOGIN" : "250-test\r\n250 STARTTLS");
                        break;
                    case "STARTTLS":
                        await Say(stream, "220 go on" + Injected);
                        SslStream encrypted = new(stream);
                        await encrypted.AuthenticateAsServerAsync(certificate);
                        stream = encrypted;
                        break;
                    case "AUTH":
                        await Say(stream, "235 2.7.0 welcome");
                        break;
                    case "DATA":
                        await Say(stream, "354 go on");
                        open = await Take(stream, to);
                        break;
                    default:
                        await Say(stream, "250 2.0.0 ok");
                        open = command != "QUIT";
                        break;
                }
            }
        }
        catch (Exception gone) when (gone is IOException or System.Security.Authentication.AuthenticationException)
        {
        }
    }

    private async Task<bool> Take(Stream stream, string to)
    {
        StringBuilder content = new();
        for (string line; (line = await Line(stream)) != ".";)
        {
            content.Append(line.StartsWith('.') ? line[1..] : line).Append("\r\n");
        }
        var reply = Answer(".");
        if (reply is null or "")
        {
            lock (taken)
            {
                taken.Add(new(to, content.ToString()));
            }
        }
        if (reply != "")
        {
            await Say(stream, reply ?? "250 2.0.0 taken");
        }
        return reply != "";
    }

    private static async Task Say(Stream stream, string line)
    {
        await stream.WriteAsync(Encoding.ASCII.GetBytes(line + "\r\n"));
        await stream.FlushAsync();
    }

    private static async Task<string> Line(Stream stream)
    {
        StringBuilder line = new();
        var one = new byte[1];
        while (await stream.ReadAsync(one) == 1)
        {
            if (one[0] == '\n')
            {
                return line.ToString().TrimEnd('\r');
            }
            line.Append((char)one[0]);
        }
        throw new IOException("hung up");
    }
}
