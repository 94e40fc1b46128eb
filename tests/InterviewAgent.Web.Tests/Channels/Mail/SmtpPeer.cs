using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;

namespace InterviewAgent.Web.Tests.Channels.Mail;

/// <summary>A mail as the server took it.</summary>
public sealed record PeerMail(IReadOnlyList<string> To, string Id, bool Secure, string Mail);

/// <summary>Nodemailer's SMTP server in a process of its own, with STARTTLS, a certificate that nobody has signed, and a password.</summary>
public sealed class SmtpPeer : IAsyncDisposable
{
    private const string User = "interview-agent";
    private readonly string password = Convert.ToHexString(RandomNumberGenerator.GetBytes(12));
    private readonly string folder = Directory.CreateTempSubdirectory("interview-agent-smtp-").FullName;
    private readonly Process process;
    private readonly string fingerprint;
    private int port, counted;
    private long read;

    private SmtpPeer()
    {
        using var key = RSA.Create(2048);
        using var certificate = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(2));
        File.WriteAllText(Path.Combine(folder, "key.pem"), key.ExportPkcs8PrivateKeyPem());
        File.WriteAllText(Path.Combine(folder, "cert.pem"), certificate.ExportCertificatePem());
        fingerprint = certificate.GetCertHashString(HashAlgorithmName.SHA256);
        process = Process.Start(new ProcessStartInfo("node", [Path.Combine(AppContext.BaseDirectory, "SmtpPeer", "server.mjs"), folder, User, password])
        {
            RedirectStandardOutput = true, RedirectStandardInput = true,
        })!;
    }

    public static async Task<SmtpPeer> Start()
    {
        SmtpPeer peer = new();
        peer.port = int.Parse(await peer.process.StandardOutput.ReadLineAsync() ?? "0", CultureInfo.InvariantCulture);
        Assert.NotEqual(0, peer.port);
        return peer;
    }

    /// <summary>What the product must be told to send by this server.</summary>
    public Dictionary<string, string> Settings => new()
    {
        ["Mail:Host"] = "localhost", ["Mail:Port"] = port.ToString(CultureInfo.InvariantCulture), ["Mail:Security"] = "StartTls",
        ["Mail:CertificateSha256"] = fingerprint, ["Mail:From"] = "check-ins@contoso.example",
    };

    /// <summary>The environment of the process that sends.</summary>
    public Dictionary<string, string> Credentials => new() { ["INTERVIEW_AGENT_MAIL_USER"] = User, ["INTERVIEW_AGENT_MAIL_PASSWORD"] = password };

    /// <summary>All mails that the server has acknowledged, or was about to.</summary>
    public async Task<IReadOnlyList<PeerMail>> Taken()
    {
        var file = Path.Combine(folder, "taken.jsonl");
        if (!File.Exists(file))
        {
            return [];
        }
        var lines = await File.ReadAllTextAsync(file);
        // The last line may be half written.
        return [.. lines.Split('\n').SkipLast(1).Select(line => JsonSerializer.Deserialize<PeerMail>(line, JsonSerializerOptions.Web)!)];
    }

    /// <summary>How many so far. Reads what is new since it was asked last, so that asking often costs nothing.</summary>
    public async Task<int> Count()
    {
        var file = Path.Combine(folder, "taken.jsonl");
        if (File.Exists(file))
        {
            await using FileStream stream = new(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite) { Position = read };
            var fresh = new byte[stream.Length - read];
            await stream.ReadExactlyAsync(fresh);
            (read, counted) = (read + fresh.Length, counted + fresh.Count(letter => letter == '\n'));
        }
        return counted;
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        Directory.Delete(folder, recursive: true);
    }
}
