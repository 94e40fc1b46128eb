using System.Text;
using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using InterviewAgent.Mail;

namespace InterviewAgent.Tests.Mail;

public partial class WriteMimeTests
{
    private static readonly MailOptions Options = new() { Host = "localhost", From = "check-ins@contoso.example" };

    [Fact]
    public void It_carries_what_a_mail_of_a_program_carries()
    {
        var mail = Write(new(MailboxAddress.Read("ana@example.com")!, "Your check-in", "Hello", "<p>Hello</p>", "1@contoso.example",
            new DateTimeOffset(2026, 11, 23, 9, 30, 0, TimeSpan.Zero), "https://check-ins.contoso.example/m/never/t"));
        foreach (var header in new[]
        {
            "From: Contoso <check-ins@contoso.example>", "To: <ana@example.com>", "Subject: Your check-in", "Date: Mon, 23 Nov 2026 09:30:00 +0000",
            "Message-ID: <1@contoso.example>", "Auto-Submitted: auto-generated", "List-Unsubscribe: <https://check-ins.contoso.example/m/never/t>",
            "List-Unsubscribe-Post: List-Unsubscribe=One-Click", "MIME-Version: 1.0",
        })
        {
            Assert.Contains("\r\n" + header + "\r\n", "\r\n" + mail, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_senders_domain_beyond_ascii_is_written_in_its_ascii_form()
    {
        MailOptions options = new() { Host = "localhost", From = "check-ins@bücher.example", ReplyTo = "care@bücher.example" };
        var mail = Encoding.ASCII.GetString(WriteMime.Bytes(
            new(MailboxAddress.Read("ana@example.com")!, "Your check-in", "Hello", "<p>Hello</p>", "1@contoso.example", DateTimeOffset.UnixEpoch, null), options, "Contoso"));
        Assert.Contains("From: Contoso <check-ins@xn--bcher-kva.example>\r\n", mail, StringComparison.Ordinal);
        Assert.Contains("Reply-To: <care@xn--bcher-kva.example>\r\n", mail, StringComparison.Ordinal);
    }

    [Fact]
    public void No_text_adds_a_header_or_breaks_the_lines() =>
        Prop.ForAll(
            ArbMap.Default.ArbFor<string>(), Gen.Elements("", "\r\nBcc: evil@example.com", "\n.\r\n", "\0", "é", "\u2028", new string('x', 3000), "=?utf-8?Q?=0A?=").ToArbitrary(),
            (text, extra) =>
            {
                var words = (text ?? "") + extra;
                var mail = Write(new(MailboxAddress.Read("ana@example.com")!, words, words, words, "1@contoso.example", DateTimeOffset.UnixEpoch, null), words);
                var head = mail[..mail.IndexOf("\r\n\r\n", StringComparison.Ordinal)];
                return mail.All(letter => letter is '\r' or '\n' or '\t' or (>= ' ' and <= '~')) && !LoneBreak().IsMatch(mail)
                    && mail.Split("\r\n").All(line => line.Length <= 998)
                    && head.Split("\r\n").Where(line => line[0] != ' ').Select(line => line[..line.IndexOf(':', StringComparison.Ordinal)])
                        .SequenceEqual(["From", "To", "Subject", "Date", "Message-ID", "Auto-Submitted", "X-Auto-Response-Suppress", "MIME-Version", "Content-Type"]);
            }).QuickCheckThrowOnFailure();

    [Fact]
    public void Quoted_printable_says_the_text_again() =>
        Prop.ForAll(ArbMap.Default.ArbFor<string>(), text =>
        {
            var said = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes((text ?? "").ReplaceLineEndings("\n")));
            var encoded = QuotedPrintable.Encode(text ?? "");
            return encoded.Split("\r\n").All(line => line.Length <= 76 && !line.EndsWith(' ') && !line.EndsWith('\t')) && Decode(encoded) == said;
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("ana@example.com", "ana@example.com")]
    [InlineData("ana.prado+x@sub.example.com", "ana.prado+x@sub.example.com")]
    [InlineData("ana@bücher.example", "ana@xn--bcher-kva.example")]
    [InlineData("ana@localhost", "ana@localhost")]
    [InlineData("añа@example.com", null)]
    [InlineData("ana@example.com\r\nRCPT TO:<evil@example.com>", null)]
    [InlineData("<ana@example.com>", null)]
    [InlineData("ana prado@example.com", null)]
    [InlineData("\"ana\"@example.com", null)]
    [InlineData(".ana@example.com", null)]
    [InlineData("ana@exa mple.com", null)]
    [InlineData("ana@", null)]
    [InlineData("@example.com", null)]
    [InlineData("ana@b@c", null)]
    [InlineData("ana@[127.0.0.1]", null)]
    [InlineData("ana@example..com", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void An_address_is_one_that_smtp_takes(string? text, string? address) => Assert.Equal(address, MailboxAddress.Read(text)?.ToString());

    private static string Write(OutgoingMail mail, string sender = "Contoso") => Encoding.ASCII.GetString(WriteMime.Bytes(mail, Options, sender));

    private static string Decode(string encoded)
    {
        List<byte> bytes = [];
        var joined = encoded.Replace("=\r\n", "", StringComparison.Ordinal).Replace("\r\n", "\n", StringComparison.Ordinal);
        for (var i = 0; i < joined.Length; i++)
        {
            bytes.Add(joined[i] == '=' ? Convert.FromHexString(joined.AsSpan(i + 1, 2))[0] : (byte)joined[i]);
            i += joined[i] == '=' ? 2 : 0;
        }
        return Encoding.UTF8.GetString([.. bytes]);
    }

    [GeneratedRegex("(?<!\r)\n|\r(?!\n)")]
    private static partial Regex LoneBreak();
}
