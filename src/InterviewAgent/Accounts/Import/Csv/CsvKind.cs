using InterviewAgent.Storage;

namespace InterviewAgent.Accounts.Import.Csv;

/// <summary>What one row of a CSV file changes.</summary>
/// <param name="Account">External id of the account it belongs to.</param>
/// <param name="Key">What the row is about within its account: two rows of a file with the same key speak of the same thing.</param>
/// <param name="Person">External id of the person it belongs to, who may have been erased; null: to none.</param>
internal sealed record CsvChange(
    string Account, string Key, Action<InterviewAgentDb, LoadedAccount> Apply, string? Person = null)
{
    /// <summary>Why its person is not taken in from this row, once the account is known; null: they are.</summary>
    public Func<LoadedAccount, string?> LeftOut { get; init; } = _ => null;
}

/// <summary>A kind of CSV file, known by the columns in its header.</summary>
/// <param name="Needs">Columns that must be there, and tell the kind.</param>
/// <param name="Takes">Columns that may be there.</param>
/// <param name="MakesAccounts">True: a row may be about an account that is not stored yet.</param>
internal sealed record CsvKind(
    string Name, string Counted, string[] Needs, string[] Takes, Func<CsvRow, CsvChange> Read, bool MakesAccounts = false)
{
    /// <summary>The kind of which all needed columns are there; the most special one first.</summary>
    public static CsvKind? Of(CsvColumns columns) => CsvKinds.All.FirstOrDefault(kind => Array.TrueForAll(kind.Needs, columns.Has));

    public static string Known => string.Join("; ", CsvKinds.All.Select(kind => $"{kind.Name}: {string.Join(", ", kind.Needs)}"));
}
