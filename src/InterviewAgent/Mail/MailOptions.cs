using System.ComponentModel.DataAnnotations;
using System.Net;
using System.Text.RegularExpressions;

namespace InterviewAgent.Mail;

/// <summary>
/// Section "Mail": the server that takes outgoing mail. User and password come from the environment only
/// (<see cref="MailCredentials"/>): a settings file is copied, committed and mailed around.
/// </summary>
public sealed partial class MailOptions : IValidatableObject
{
    /// <summary>Empty: no mail is sent.</summary>
    [Required(AllowEmptyStrings = true)]
    public string Host { get; set; } = "";

    [Range(1, 65535)]
    public int Port { get; set; } = 587;

    /// <summary>Plain text (<see cref="MailSecurity.None"/>) is refused for any host but this machine.</summary>
    public MailSecurity Security { get; set; } = MailSecurity.StartTls;

    /// <summary>SHA-256 of the server's certificate in hex, for one that no authority has signed; empty: the system's authorities decide.</summary>
    [Required(AllowEmptyStrings = true)]
    public string CertificateSha256 { get; set; } = "";

    /// <summary>The sender: "check-ins@example.com".</summary>
    [Required(AllowEmptyStrings = true)]
    public string From { get; set; } = "";

    /// <summary>Shown beside the sender; empty: the vendor's name.</summary>
    [Required(AllowEmptyStrings = true)]
    public string FromName { get; set; } = "";

    /// <summary>Where answers to a mail go; empty: to the sender.</summary>
    [Required(AllowEmptyStrings = true)]
    public string ReplyTo { get; set; } = "";

    /// <summary>Connections at once.</summary>
    [Range(1, 32)]
    public int Connections { get; set; } = 4;

    /// <summary>How long the server may take for one answer.</summary>
    [Range(1, 600)]
    public int PatienceSeconds { get; set; } = 60;

    /// <summary>There is a server to send by.</summary>
    internal bool IsOn => Host.Length > 0;

    internal bool IsLoopback => Host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(Host, out var address) && IPAddress.IsLoopback(address));

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!IsOn)
        {
            yield break;
        }
        if (Uri.CheckHostName(Host) == UriHostNameType.Unknown)
        {
            yield return new("this is no host name.", [nameof(Host)]);
        }
        if (Security == MailSecurity.None && !IsLoopback)
        {
            yield return new("mail in plain text is sent to this machine only; use StartTls or Implicit.", [nameof(Security)]);
        }
        if (CertificateSha256.Length > 0 && !Fingerprint().IsMatch(CertificateSha256))
        {
            yield return new("write the SHA-256 of the certificate as 64 hex digits.", [nameof(CertificateSha256)]);
        }
        foreach (var (member, address) in new[] { (nameof(From), From), (nameof(ReplyTo), ReplyTo) })
        {
            if (MailboxAddress.Read(address) is null && (address.Length > 0 || member == nameof(From)))
            {
                yield return new("write an address: check-ins@example.com.", [member]);
            }
        }
    }

    [GeneratedRegex("^(?:[0-9A-Fa-f]{2}:?){32}$", RegexOptions.NonBacktracking)]
    private static partial Regex Fingerprint();
}

public enum MailSecurity
{
    /// <summary>The connection begins in plain text and must become encrypted before anything is said (RFC 3207).</summary>
    StartTls,

    /// <summary>Encrypted from the first byte, usually on port 465 (RFC 8314).</summary>
    Implicit,
    None,
}
