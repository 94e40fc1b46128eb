namespace InterviewAgent.Accounts.Import.Csv;

/// <summary>One record of a CSV file. <paramref name="Line"/> is the line it begins on.</summary>
internal sealed record CsvRow(int Line, IReadOnlyList<string> Cells, CsvColumns Columns, ImportProblems Problems)
{
    /// <summary>The cell of this column; an empty one where the file has no such column.</summary>
    public Field this[string column] => Columns.Find(column) is var at and >= 0
        ? new Field(Cells[at], Line, $"column {Columns.Header[at]}", Problems)
        : new Field(null, Line, $"column {column}", Problems);
}
