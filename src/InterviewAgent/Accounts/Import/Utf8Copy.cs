using System.Text;

namespace InterviewAgent.Accounts.Import;

/// <summary>Excel saves "Unicode text" as UTF-16. A file that says so in its first bytes is read as UTF-8 like all others.</summary>
internal static class Utf8Copy
{
    private const long Largest = 256 << 20;

    /// <summary>The file itself where it is not UTF-16.</summary>
    public static Stream Of(Stream file)
    {
        Span<byte> start = stackalloc byte[4];
        start = start[..file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)];
        file.Position = 0;
        if (Encoding(start) is not { } utf16)
        {
            return file;
        }
        if (file.Length > Largest)
        {
            throw new BadInputException("The file", "it is UTF-16 and larger than 256 MB", "Save it as UTF-8 (in Excel: \"CSV UTF-8\").");
        }
        MemoryStream copy = new();
        using (StreamReader reader = new(file, utf16, detectEncodingFromByteOrderMarks: true, leaveOpen: true))
        {
            using StreamWriter writer = new(copy, new UTF8Encoding(false), leaveOpen: true);
            var buffer = new char[1 << 15];
            for (int read; (read = reader.Read(buffer)) > 0;)
            {
                writer.Write(buffer, 0, read);
            }
        }
        copy.Position = 0;
        return copy;
    }

    private static UnicodeEncoding? Encoding(ReadOnlySpan<byte> start) => start switch
    {
        [0xFF, 0xFE, ..] or [not 0, 0, not 0, 0] => new UnicodeEncoding(bigEndian: false, byteOrderMark: true),
        [0xFE, 0xFF, ..] or [0, not 0, 0, not 0] => new UnicodeEncoding(bigEndian: true, byteOrderMark: true),
        _ => null,
    };
}
