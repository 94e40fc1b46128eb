namespace InterviewAgent.Accounts.Import;

/// <summary>What a file held and what became of it.</summary>
/// <param name="Kind">"journeys", "accounts", "respondents", "promises", "usage", "health" or "check-ins".</param>
/// <param name="Rows">Records read, bad ones included.</param>
/// <param name="Written">False after a dry run, and when there are problems: then nothing at all was changed.</param>
/// <param name="Counts">By kind of row: how many were new, changed, or already so.</param>
/// <param name="Problems">The first <see cref="ImportProblems.Most"/> reasons why the file was refused, in the order of the file.</param>
/// <param name="ProblemCount">All of them.</param>
/// <param name="Notices">What was read but not as the file may have meant it; never a reason to refuse.</param>
public sealed record ImportReport(
    string Kind, int Rows, bool Written, IReadOnlyDictionary<string, RowCount> Counts,
    IReadOnlyList<ImportProblem> Problems, int ProblemCount, IReadOnlyList<string> Notices)
{
    /// <summary>"Salesforce accounts: Account ID = account, …"; null: the file has columns of our own names.</summary>
    public string? ReadAs { get; init; }
}

public sealed record RowCount(int Added, int Changed, int Unchanged);

/// <summary>One thing that is wrong with a file: where, what, and how to mend it.</summary>
/// <param name="Line">1 is the first line of the file.</param>
/// <param name="Column">The column's header, or the field's path in a JSON record: "account.health[2].status".</param>
public sealed record ImportProblem(int Line, string Column, string Problem, string Mend)
{
    public override string ToString() => $"line {Line}, {Column}: {Problem}. {Mend}";
}
