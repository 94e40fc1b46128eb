using System.Globalization;
using System.Text;

namespace InterviewAgent.Mail;

/// <summary>A mail as bytes on the line: headers, and plain text and HTML as alternatives (RFC 5322, RFC 2045 to 2047). CRLF throughout.</summary>
internal static class WriteMime
{
    private const int LongestEncoded = 45;

    public static byte[] Bytes(OutgoingMail mail, MailOptions options, string sender)
    {
        var boundary = "=_" + Guid.NewGuid().ToString("N");
        StringBuilder lines = new();
        void Header(string name, string value) => lines.Append(name).Append(": ").Append(value).Append("\r\n");
        Header("From", $"{Phrase(options.FromName.Length > 0 ? options.FromName : sender)} <{MailboxAddress.Read(options.From)}>");
        Header("To", $"<{mail.To}>");
        if (options.ReplyTo.Length > 0)
        {
            Header("Reply-To", $"<{MailboxAddress.Read(options.ReplyTo)}>");
        }
        Header("Subject", Phrase(mail.Subject));
        Header("Date", mail.Date.UtcDateTime.ToString("ddd, dd MMM yyyy HH:mm:ss '+0000'", CultureInfo.InvariantCulture));
        Header("Message-ID", $"<{mail.MessageId}>");
        // A program wrote it (RFC 3834): out-of-office replies stay away.
        Header("Auto-Submitted", "auto-generated");
        Header("X-Auto-Response-Suppress", "OOF, AutoReply");
        if (mail.UnsubscribeBy is { } address)
        {
            Header("List-Unsubscribe", $"<{OneLine(address)}>");
            // RFC 8058 has it with https only.
            if (address.StartsWith("https://", StringComparison.OrdinalIgnoreCase))
            {
                Header("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
            }
        }
        Header("MIME-Version", "1.0");
        Header("Content-Type", $"multipart/alternative; boundary=\"{boundary}\"");
        foreach (var (type, body) in new[] { ("text/plain", mail.Text), ("text/html", mail.Html) })
        {
            lines.Append("\r\n--").Append(boundary).Append("\r\n");
            Header("Content-Type", type + "; charset=utf-8");
            Header("Content-Transfer-Encoding", "quoted-printable");
            lines.Append("\r\n").Append(QuotedPrintable.Encode(body)).Append("\r\n");
        }
        lines.Append("\r\n--").Append(boundary).Append("--\r\n");
        return Encoding.ASCII.GetBytes(lines.ToString());
    }

    /// <summary>Words as a header takes them: encoded where they are not plain letters, so that nothing in them can end the line.</summary>
    private static string Phrase(string words)
    {
        var line = OneLine(words);
        return line.Length <= LongestEncoded && line.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is ' ' or '-' or '\'')
            ? line
            : string.Join("\r\n ", Chunks(line).Select(chunk => $"=?utf-8?B?{Convert.ToBase64String(Encoding.UTF8.GetBytes(chunk))}?="));
    }

    private static string OneLine(string text) => string.Concat(text.Select(letter => char.IsControl(letter) || char.IsSurrogate(letter) ? ' ' : letter)).Trim();

    private static IEnumerable<string> Chunks(string line)
    {
        StringBuilder chunk = new();
        var bytes = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (bytes + rune.Utf8SequenceLength > LongestEncoded)
            {
                yield return chunk.ToString();
                chunk.Clear();
                bytes = 0;
            }
            chunk.Append(rune.ToString());
            bytes += rune.Utf8SequenceLength;
        }
        yield return chunk.ToString();
    }
}
