using System.Text;
using CsvHelper;

namespace InterviewAgent.Outgoing;

/// <summary>
/// The one writer of CSV files: whatever stands in a cell, no spreadsheet that opens the file runs it (OWASP, "CSV Injection"). A text that begins like a
/// formula, also behind quotes or spaces, gets an apostrophe before that sign, and so does one behind a separator within a cell, which begins a cell of its own
/// where the reader's separator is another. Numbers and dates stay what they are.
/// </summary>
public static class SafeCsv
{
    // The full-width signs are read as the plain ones where Japanese or Chinese is set.
    private const string Signs = "=+-@\t\r\uFF1D\uFF0B\uFF0D\uFF20";
    private const string Separators = ",;|\t\r\n";
    private const string Skipped = " \"'\u00A0\uFEFF";

    private static readonly CsvWriterOptions Options = new() { Injection = CsvInjection.Escape, NewLine = "\n" };

    /// <param name="rows">Cells in the order of the columns: text, numbers, days, times or null.</param>
    /// <exception cref="ArgumentException">A row has more or fewer cells than there are columns.</exception>
    public static void Write(Stream to, IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<object?>> rows)
    {
        ArgumentNullException.ThrowIfNull(to);
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentNullException.ThrowIfNull(rows);
        using var csv = CsvWriter.Create(to, Options, leaveOpen: true);
        csv.WriteHeader([.. columns.Select(Safe)]);
        foreach (var row in rows)
        {
            if (row.Count != columns.Count)
            {
                throw new ArgumentException($"A row has {row.Count} cells, the header {columns.Count}.", nameof(rows));
            }
            foreach (var cell in row)
            {
                Field(csv, cell);
            }
            csv.EndRecord();
        }
        csv.Flush();
    }

    /// <summary>A text as it may stand in a cell.</summary>
    public static string Safe(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        StringBuilder safe = new(text.Length + 1);
        var begins = true;
        foreach (var letter in text)
        {
            safe.Append(begins && Signs.Contains(letter, StringComparison.Ordinal) ? "'" : "").Append(letter);
            begins = Begins(begins, letter);
        }
        return safe.ToString();
    }

    /// <summary>What <see cref="Safe"/> was given.</summary>
    public static string Plain(string cell)
    {
        ArgumentNullException.ThrowIfNull(cell);
        StringBuilder plain = new(cell.Length);
        var begins = true;
        for (var at = 0; at < cell.Length; at++)
        {
            if (!(begins && cell[at] == '\'' && at + 1 < cell.Length && Signs.Contains(cell[at + 1], StringComparison.Ordinal)))
            {
                plain.Append(cell[at]);
                begins = Begins(begins, cell[at]);
            }
        }
        return plain.ToString();
    }

    /// <summary>A spreadsheet may see the beginning of a cell after this letter.</summary>
    private static bool Begins(bool before, char letter) => Separators.Contains(letter, StringComparison.Ordinal) || (before && Skipped.Contains(letter, StringComparison.Ordinal));

    private static void Field(CsvWriter csv, object? cell)
    {
        switch (cell)
        {
            case null:
                csv.WriteField("");
                break;
            case int or long or double or decimal:
                csv.WriteField(Convert.ToDecimal(cell, System.Globalization.CultureInfo.InvariantCulture));
                break;
            case DateOnly day:
                csv.WriteField(day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
                break;
            case DateTimeOffset time:
                csv.WriteField(time.UtcDateTime.ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture));
                break;
            default:
                csv.WriteField(Safe(cell.ToString() ?? ""));
                break;
        }
    }
}
