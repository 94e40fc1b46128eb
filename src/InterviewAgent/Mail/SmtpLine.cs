using System.Buffers;
using System.Text;

namespace InterviewAgent.Mail;

/// <summary>Commands out, replies in, over one stream. A server that talks without end is cut off.</summary>
internal sealed class SmtpLine(Stream stream)
{
    private const int LongestLine = 4096;
    private const int MostLines = 200;
    private readonly byte[] buffer = new byte[4096];
    private int start, end;

    /// <summary>True when the server has said more than it was asked for.</summary>
    public bool HasUnread => start < end;

    public async Task<SmtpReply> Ask(string command, CancellationToken cancellation)
    {
        await stream.WriteAsync(Encoding.ASCII.GetBytes(command + "\r\n"), cancellation);
        await stream.FlushAsync(cancellation);
        return await Hear(cancellation);
    }

    public async Task<SmtpReply> Hear(CancellationToken cancellation)
    {
        List<string> lines = [];
        while (true)
        {
            var line = await Read(cancellation);
            if (line.Length < 3 || !int.TryParse(line.AsSpan(0, 3), System.Globalization.NumberStyles.None, null, out var code) || lines.Count > MostLines)
            {
                throw new IOException("This is no SMTP server.");
            }
            lines.Add(line.Length > 4 ? line[4..] : "");
            if (line.Length == 3 || line[3] != '-')
            {
                return new(code, lines);
            }
        }
    }

    /// <summary>The content of a mail with its dots doubled (RFC 5321, 4.5.2), and without the last one, which alone makes the server take it.</summary>
    public async Task Content(byte[] mail, CancellationToken cancellation)
    {
        ArrayBufferWriter<byte> stuffed = new(mail.Length + 64);
        for (var i = 0; i < mail.Length; i++)
        {
            if (mail[i] == '.' && (i == 0 || mail[i - 1] == '\n'))
            {
                stuffed.Write("."u8);
            }
            stuffed.Write(mail.AsSpan(i, 1));
        }
        await stream.WriteAsync(stuffed.WrittenMemory, cancellation);
        await stream.FlushAsync(cancellation);
    }

    /// <summary>In one call and on the caller's thread: between its decision and this nothing else is to happen.</summary>
    public void LastDot()
    {
        stream.Write(".\r\n"u8);
        stream.Flush();
    }

    private async Task<string> Read(CancellationToken cancellation)
    {
        StringBuilder line = new();
        while (line.Length < LongestLine)
        {
            if (start == end)
            {
                (start, end) = (0, await stream.ReadAsync(buffer, cancellation));
                if (end == 0)
                {
                    throw new IOException("The mail server hung up.");
                }
            }
            var letter = (char)buffer[start++];
            if (letter == '\n')
            {
                return line.ToString().TrimEnd('\r');
            }
            line.Append(letter);
        }
        throw new IOException("The mail server's line does not end.");
    }
}
