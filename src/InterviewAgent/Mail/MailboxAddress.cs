using System.Globalization;

namespace InterviewAgent.Mail;

/// <summary>
/// One address as SMTP takes it: a dot-atom and a domain (RFC 5321 without quoted local parts and address literals, which people do not
/// have). Letters beyond ASCII are taken in the domain and written in its ASCII form. Nothing in it can end a line or a command.
/// </summary>
public sealed record MailboxAddress
{
    private const int LongestAddress = 254;
    private const int LongestLocalPart = 64;
    private static readonly IdnMapping Idn = new() { UseStd3AsciiRules = true };

    private MailboxAddress(string local, string domain) => (Local, Domain) = (local, domain);

    public string Local { get; }
    public string Domain { get; }

    /// <summary>Null for what is no address, or for one that only an SMTPUTF8 server could take.</summary>
    public static MailboxAddress? Read(string? text)
    {
        if (text is null || text.Length > LongestAddress || text.Split('@') is not [var local, { Length: > 0 } domain]
            || local.Length is 0 or > LongestLocalPart || !IsDotAtom(local))
        {
            return null;
        }
        try
        {
            return domain.EndsWith('.') ? null : new(local, Idn.GetAscii(domain));
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    public override string ToString() => $"{Local}@{Domain}";

    private static bool IsDotAtom(string local) =>
        local[0] != '.' && local[^1] != '.' && !local.Contains("..", StringComparison.Ordinal)
        && local.All(letter => char.IsAsciiLetterOrDigit(letter) || "!#$%&'*+-/=?^_`{|}~.".Contains(letter, StringComparison.Ordinal));
}
