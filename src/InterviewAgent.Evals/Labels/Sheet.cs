using CsvHelper;
using InterviewAgent.Analysis;
using InterviewAgent.Outgoing;

namespace InterviewAgent.Evals.Labels;

/// <summary>
/// A coder's sheet as a CSV file for any spreadsheet: item, group, question, answer, codes, seen. A person edits <c>codes</c>
/// (names of the codebook, separated by spaces or semicolons; empty for none) and writes x into <c>seen</c>.
/// </summary>
public static class Sheet
{
    private static readonly string[] Columns = ["item", "group", "question", "answer", "codes", "seen"];

    private static readonly CsvReaderOptions Forgiving = new()
    {
        HasHeader = true, TrackLineNumbers = true, DetectSeparatorHint = true, NormalizeHeaderName = name => name.Trim().ToLowerInvariant(),
    };

    public static void Write(Stream to, IEnumerable<SheetRow> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        SafeCsv.Write(to, Columns, rows.Select(row => new object?[] { row.Item, row.Group, row.Question, row.Answer, string.Join("; ", row.Codes), row.Seen ? "x" : "" }));
    }

    /// <exception cref="BadInputException">Names file, line and column; nothing is returned of a sheet with one mistake.</exception>
    public static IReadOnlyList<SheetRow> Read(string path, Codebook codebook)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(codebook);
        if (!File.Exists(path)) throw new BadInputException(path, "the file is not there", "Write a sheet with 'evals sheet'.");
        using var csv = CsvReader.FromFile(path, Forgiving);
        try
        {
            return [.. Rows(csv, path, codebook)];
        }
        catch (CsvFormatException broken)
        {
            throw new BadInputException($"{path}, line {broken.LineNumber}", "the record cannot be read to its end", "Look for a quote that is opened and not closed.");
        }
    }

    private static IEnumerable<SheetRow> Rows(CsvReader csv, string path, Codebook codebook)
    {
        HashSet<string> items = new(StringComparer.Ordinal);
        while (csv.Read())
        {
            foreach (var needed in Columns.Where(needed => items.Count == 0 && !csv.TryGetFieldIndex(needed, out _)))
                throw new BadInputException(path, $"it has no column {needed}", "Keep the columns of 'evals sheet', separated by commas.");
            var place = $"{path}, line {csv.LineNumber}";
            string Cell(string name) => Plain(csv.GetString(name));
            var codes = Cell("codes").Split([' ', ';', ',', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct().ToList();
            if (codes.Find(code => !codebook.Has(code)) is { } unknown)
                throw new BadInputException($"{place}, column codes", $"'{unknown}' is not in the codebook", "Write a code of prompts/codebook.yaml.");
            if (Cell("item") is not { Length: > 0 } item || !items.Add(item))
                throw new BadInputException($"{place}, column item", "it is empty or stands twice", "Keep one row an item.");
            yield return new SheetRow(item, Cell("group"), Cell("question"), Cell("answer"), codes, Cell("seen").Length > 0);
        }
    }

    private static string Plain(string cell) => SafeCsv.Plain(cell) is var plain && plain != cell ? plain : cell.Trim();
}
