using InterviewAgent.Accounts;
using InterviewAgent.Accounts.Import;
using InterviewAgent.Accounts.Import.Crm;

namespace InterviewAgent.Interviewing.Import;

/// <summary>
/// The one door for files: journeys as JSON Lines, everything else as CSV. It stands in this slice because a journey brings
/// interviews.
/// </summary>
public sealed class ImportFile(ImportJourneys journeys, ImportAccounts tables)
{
    /// <exception cref="BadInputException">The file as a whole cannot be read; bad rows are in the report instead.</exception>
    public async Task<ImportReport> Run(string path, bool dryRun, DateOrder? dates = null, CancellationToken cancellation = default)
    {
        await using var file = Open(path);
        return await Run(file, path, dryRun, dates, cancellation);
    }

    /// <param name="given">UTF-8, or UTF-16 that begins by saying so; must be able to seek.</param>
    /// <param name="name">What messages call it.</param>
    /// <param name="dates">Which comes first in the dates of a CRM's export that leave it open.</param>
    public async Task<ImportReport> Run(Stream given, string name, bool dryRun, DateOrder? dates = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(given);
        var file = Utf8Copy.Of(given);
        return FirstByte(file) switch
        {
            null => throw new BadInputException(name, "the file is empty", "Give a file of journeys (JSON Lines) or a CSV file."),
            '[' => throw new BadInputException(name, "the file is one JSON list",
                "Write JSON Lines: one {…} record a line, without commas between them (jq -c '.[]' does that)."),
            '{' => await journeys.Run(file, dryRun, cancellation),
            _ => await tables.Run(file, dryRun, dates, cancellation),
        };
    }

    private static FileStream Open(string path)
    {
        try
        {
            return Directory.Exists(path)
                ? throw new BadInputException(path, "it is a folder", "Name a file.")
                : new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.SequentialScan);
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new BadInputException(path, "there is no such file", "Check the name and the folder.");
        }
        catch (Exception closed) when (closed is UnauthorizedAccessException or IOException)
        {
            throw new BadInputException(path, "it cannot be opened", "Check that you may read it and that no program holds it.");
        }
    }

    private static char? FirstByte(Stream file)
    {
        Span<byte> start = stackalloc byte[4096];
        var text = start[..file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)];
        file.Position = 0;
        text = text.StartsWith(System.Text.Encoding.UTF8.Preamble) ? text[3..] : text;
        text = text.Trim(" \t\r\n"u8);
        return text.IsEmpty ? null : (char)text[0];
    }
}
