using System.Text;
using System.Text.Unicode;

namespace InterviewAgent.Accounts.Import;

/// <summary>The lines of a UTF-8 file as bytes, one at a time, whatever the size of the file.</summary>
internal static class FileLines
{
    /// <summary>No honest record is longer; a line without end must not fill the memory.</summary>
    public const int LongestLine = 64 * 1024 * 1024;

    /// <summary>Lines without their line break and without the byte-order mark. The memory is good until the next line.</summary>
    public static IEnumerable<(int Number, ReadOnlyMemory<byte> Bytes)> Read(Stream stream)
    {
        var buffer = new byte[64 * 1024];
        var (start, end, number) = (0, 0, 0);
        while (true)
        {
            var length = buffer.AsSpan(start, end - start).IndexOf((byte)'\n');
            if (length < 0)
            {
                if (start > 0)
                {
                    buffer.AsSpan(start, end - start).CopyTo(buffer);
                    (start, end) = (0, end - start);
                }

                if (end == buffer.Length)
                {
                    if (end >= LongestLine)
                    {
                        throw new BadInputException($"line {number + 1}", "it is longer than 64 MB", "Write one record a line.");
                    }

                    Array.Resize(ref buffer, buffer.Length * 2);
                }

                var read = stream.Read(buffer, end, buffer.Length - end);
                if (read > 0)
                {
                    end += read;
                    continue;
                }

                if (end > start)
                {
                    yield return (++number, Trim(buffer.AsMemory(start, end - start), number));
                }

                yield break;
            }

            yield return (++number, Trim(buffer.AsMemory(start, length), number));
            start += length + 1;
        }
    }

    /// <summary>Names every line that is not UTF-8, with the place of the first byte that is not.</summary>
    public static bool IsUtf8(ReadOnlySpan<byte> line, int number, ImportProblems problems)
    {
        if (Utf8.IsValid(line))
        {
            return true;
        }

        var at = 0;
        while (Rune.DecodeFromUtf8(line[at..], out _, out var used) == System.Buffers.OperationStatus.Done)
        {
            at += used;
        }

        var utf16 = line.Contains((byte)0) || (line.Length > 1 && line[0] is 0xFF or 0xFE);
        problems.Add(number, $"byte {at + 1}", utf16 ? "the file is UTF-16, not UTF-8" : $"byte 0x{line[at]:X2} is not UTF-8",
            "Save the file as UTF-8 (in Excel: \"CSV UTF-8\").");
        return false;
    }

    private static ReadOnlyMemory<byte> Trim(ReadOnlyMemory<byte> line, int number)
    {
        if (number == 1 && line.Span.StartsWith(Encoding.UTF8.Preamble))
        {
            line = line[Encoding.UTF8.Preamble.Length..];
        }

        return line.Span.EndsWith("\r"u8) ? line[..^1] : line;
    }
}
