using InterviewAgent.Accounts.Import;
using InterviewAgent.Accounts.Import.Crm;
using InterviewAgent.Accounts.Import.Csv;
using InterviewAgent.Storage;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Accounts;

/// <summary>
/// Takes in accounts, respondents, promises, weekly usage, health or a check-in funnel as CSV; the header says which. All or
/// nothing, and the same file again changes nothing.
/// </summary>
public sealed class ImportAccounts(IDbContextFactory<InterviewAgentDb> factory)
{
    /// <param name="file">UTF-8; must be able to seek.</param>
    /// <param name="dates">Which comes first in the dates of a CRM's export that leave it open.</param>
    /// <exception cref="BadInputException">The header is none of a known kind of file.</exception>
    public async Task<ImportReport> Run(Stream file, bool dryRun, DateOrder? dates = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(file);
        ImportProblems problems = new();
        foreach (var (number, bytes) in FileLines.Read(file))
        {
            FileLines.IsUtf8(bytes.Span, number, problems);
        }

        if (problems.Count > 0)
        {
            return new ImportReport("csv", 0, false, new Dictionary<string, RowCount>(), problems.Kept, problems.Count, []);
        }

        var (kind, columns, readAs) = KindOf(file, dates, problems);
        var rows = Check(kind, columns, file, problems);
        Tally tally = new();
        if (problems.Count == 0)
        {
            await Write(kind, columns, file, problems, tally, dryRun, cancellation);
        }

        return new ImportReport(
            kind.Name, rows, problems.Count == 0 && !dryRun, tally.Result(), problems.Kept, problems.Count, problems.Notices)
        {
            ReadAs = readAs,
        };
    }

    private static (CsvKind Kind, CsvColumns Columns, string? ReadAs) KindOf(Stream file, DateOrder? dates, ImportProblems problems)
    {
        var columns = CsvTable.Header(file);
        if (columns is not null && CrmExport.Of(columns) is { } export)
        {
            columns = columns.As(export.Columns, dates);
            var table = export.Kind(columns);
            if (columns.Beside(table.Takes).ToList() is { Count: > 0 } unread)
            {
                problems.Notice($"not read: {string.Join(", ", unread.Select(ImportProblems.Show))}.");
            }
            return (table, columns, export.ReadAs(columns));
        }
        var kind = columns is null ? null : CsvKind.Of(columns);
        if (kind is null)
        {
            throw new BadInputException("line 1", "the header is of no known kind of file",
                $"Name the columns of one of these, or give an export of Salesforce or HubSpot (see: import --help). {CsvKind.Known}.");
        }

        foreach (var unknown in columns!.Beside(kind.Needs.Concat(kind.Takes)))
        {
            problems.Notice($"column {ImportProblems.Show(unknown)} is not known in a file of {kind.Name} and was not read.");
        }
        return (kind, columns, null);
    }

    private static int Check(CsvKind kind, CsvColumns columns, Stream file, ImportProblems problems)
    {
        Dictionary<(string Account, string Key), (int Line, int Contents)> seen = [];
        var rows = 0;
        foreach (var row in CsvTable.Rows(file, columns, problems))
        {
            rows++;
            var change = kind.Read(row);
            var contents = string.Join('\u001f', row.Cells).GetHashCode(StringComparison.Ordinal);
            if (seen.TryAdd((change.Account, change.Key), (row.Line, contents)))
            {
                continue;
            }

            var first = seen[(change.Account, change.Key)];
            if (first.Contents == contents)
            {
                problems.Notice($"line {row.Line} repeats line {first.Line}.");
            }
            else
            {
                problems.Add(row.Line, "the record", $"it speaks of the same as line {first.Line} and says something else", "Keep the right one.");
            }
        }

        return rows;
    }

    private async Task Write(
        CsvKind kind, CsvColumns columns, Stream file, ImportProblems problems, Tally tally, bool dryRun, CancellationToken cancellation)
    {
        await using var db = await factory.CreateDbContextAsync(cancellation);
        await using var transaction = await db.BeginAlone("import", cancellation);
        var erased = await Erased.Load(db, cancellation);
        LoadedAccount? loaded = null;
        string? at = null;
        foreach (var row in CsvTable.Rows(file, columns, new ImportProblems()))
        {
            var change = kind.Read(row with { Problems = problems });
            if (at != change.Account)
            {
                await Save(db, loaded, tally, cancellation);
                at = change.Account;
                loaded = await LoadedAccount.Find(db, change.Account, cancellation)
                    ?? (kind.MakesAccounts ? LoadedAccount.New(db, new AccountRow(change.Account, null)) : null);
            }

            var leftOut = loaded is null ? null : change.LeftOut(loaded);
            tally.Mention(kind.Counted, leftOut is null ? 1 : 0);
            if (leftOut is not null)
            {
                problems.Notice($"line {row.Line}: {leftOut}");
            }

            if (loaded is null)
            {
                problems.Add(row.Line, "column account", $"{ImportProblems.Show(change.Account)} is not known", "Import the accounts first.");
            }
            else if (change.Person is { } person && erased.Holds(loaded.Account, person))
            {
                problems.Notice($"line {row.Line}: this person was erased; nothing of them is taken in again.");
            }
            else
            {
                change.Apply(db, loaded);
            }
        }

        await Save(db, loaded, tally, cancellation);
        if (problems.Count == 0 && !dryRun)
        {
            await transaction.CommitAsync(cancellation);
        }
    }

    private static async Task Save(InterviewAgentDb db, LoadedAccount? loaded, Tally tally, CancellationToken cancellation)
    {
        tally.Count(db.ChangeTracker);
        if (loaded is not null && db.ChangeTracker.HasChanges())
        {
            OutdatedAccount.Mark(db, loaded.Account.Id);
        }

        await db.SaveChangesAsync(cancellation);
        db.ChangeTracker.Clear();
    }
}
