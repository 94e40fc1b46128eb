using CsvHelper;

namespace InterviewAgent.Accounts.Import.Csv;

/// <summary>Reads the records of a CSV file one at a time: commas, semicolons or tabs, quoted line breaks, CRLF, a byte-order mark.</summary>
internal static class CsvTable
{
    private const int LongestRecord = 1_000_000;

    /// <summary>The header; null for a file without one.</summary>
    public static CsvColumns? Header(Stream file)
    {
        using var reader = Reader(file, new ImportProblems());
        return Read(reader, new ImportProblems()) ? new CsvColumns(Cells(reader)) : null;
    }

    /// <summary>The records after the header that have as many cells as it; the others are in <paramref name="problems"/>.</summary>
    /// <param name="columns">The header as it is to be read.</param>
    public static IEnumerable<CsvRow> Rows(Stream file, CsvColumns columns, ImportProblems problems)
    {
        using var reader = Reader(file, problems);
        if (!Read(reader, problems))
        {
            yield break;
        }

        List<int> single = [];
        while (Read(reader, problems))
        {
            var (cells, line) = (Cells(reader), (int)reader.LineNumber);
            if (cells.All(string.IsNullOrWhiteSpace))
            {
                continue;
            }

            if (cells.Length == 1 && columns.Count > 1)
            {
                if (IsFooter(cells[0]))
                {
                    yield break;
                }
                single.Add(line);
                continue;
            }

            Refuse(single, 1, columns, problems);
            if (cells.Length != columns.Count)
            {
                Refuse([line], cells.Length, columns, problems);
            }
            else
            {
                yield return new CsvRow(line, cells, columns, problems);
            }
        }
        Refuse(single, 1, columns, problems);
    }

    private static void Refuse(List<int> lines, int cells, CsvColumns columns, ImportProblems problems)
    {
        foreach (var line in lines)
        {
            problems.Add(line, "the record", $"it has {cells} cells, the header has {columns.Count}",
                "Put a cell that holds the separator or a line break in double quotes.");
        }
        lines.Clear();
    }

    /// <summary>A printable report of Salesforce ends in lines of one cell: its name, this one, who made it and when.</summary>
    private static bool IsFooter(string cell) =>
        cell.StartsWith("Copyright ", StringComparison.Ordinal) && cell.Contains("salesforce.com", StringComparison.OrdinalIgnoreCase);

    private static bool Read(CsvReader reader, ImportProblems problems)
    {
        try
        {
            return reader.Read();
        }
        catch (CsvFormatException broken)
        {
            problems.Add((int)broken.LineNumber, "the record", "it cannot be read to its end",
                "Look for a quote that is opened and not closed.");
            return false;
        }
    }

    private static CsvReader Reader(Stream file, ImportProblems problems)
    {
        file.Position = 0;
        return CsvReader.Create(file, new CsvReaderOptions
        {
            HasHeader = false,
            TrackLineNumbers = true,
            TrimWhitespace = true,
            MaxRecordSize = LongestRecord,
            OnMalformedRecord = broken => problems.Add((int)broken.LineNumber, "the record", Reason(broken.Reason),
                "Put the whole cell in double quotes and write a quote inside it twice."),
        }, leaveOpen: true);
    }

    private static string Reason(CsvMalformedReason reason) => reason switch
    {
        CsvMalformedReason.UnterminatedQuote => "a quote is opened and not closed",
        CsvMalformedReason.TextAfterClosingQuote => "text follows a closing quote",
        _ => "a quote stands inside a cell that is not quoted",
    };

    private static string[] Cells(CsvReader reader) => [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)];
}
