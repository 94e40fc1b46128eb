using System.Globalization;
using System.Text;

namespace InterviewAgent.Mail;

/// <summary>RFC 2045, 6.7: UTF-8 as ASCII in lines of at most 76 characters.</summary>
internal static class QuotedPrintable
{
    private const int LongestLine = 75; // And the "=" of a soft break.

    public static string Encode(string text)
    {
        StringBuilder encoded = new(text.Length * 2);
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            encoded.Append(i == 0 ? "" : "\r\n");
            Line(encoded, Encoding.UTF8.GetBytes(lines[i]));
        }
        return encoded.ToString();
    }

    private static void Line(StringBuilder encoded, byte[] bytes)
    {
        var length = 0;
        for (var i = 0; i < bytes.Length; i++)
        {
            var plain = bytes[i] is >= 33 and <= 126 and not (byte)'=' || (bytes[i] is (byte)' ' or (byte)'\t' && i < bytes.Length - 1);
            var width = plain ? 1 : 3;
            if (length + width > LongestLine)
            {
                encoded.Append("=\r\n");
                length = 0;
            }
            length += width;
            if (plain)
            {
                encoded.Append((char)bytes[i]);
            }
            else
            {
                encoded.Append('=').Append(bytes[i].ToString("X2", CultureInfo.InvariantCulture));
            }
        }
    }
}
