using System.Globalization;
using System.Text.RegularExpressions;

namespace InterviewAgent.Mail;

/// <summary>What a mail server answered: its code, the enhanced status where it gives one, and its lines, which are shown to nobody.</summary>
internal sealed partial record SmtpReply(int Code, IReadOnlyList<string> Lines)
{
    public bool IsOk => Code is >= 200 and < 400;
    public bool IsPermanent => Code >= 500;

    /// <summary>"5.1.1"; empty where the server gives none (RFC 3463).</summary>
    public string Enhanced => Status().Match(Lines[^1]) is { Success: true } found ? found.Value : "";

    /// <summary>For the row and the log: codes only. The lines may name a person.</summary>
    public string Codes => $"{Code.ToString(CultureInfo.InvariantCulture)} {Enhanced}".TrimEnd();

    [GeneratedRegex(@"^[245]\.\d{1,3}\.\d{1,3}", RegexOptions.NonBacktracking)]
    private static partial Regex Status();
}
