using InterviewAgent.Accounts.Import;
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
    /// <exception cref="BadInputException">The header is none of a known kind of file.</exception>
    public async Task<ImportReport> Run(Stream file, bool dryRun, CancellationToken cancellation = default)
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

        var columns = CsvTable.Header(file);
        var kind = columns is null ? null : CsvKind.Of(columns);
        if (kind is null)
        {
            throw new BadInputException("line 1", "the header is of no known kind of file",
                $"Name the columns of one of these. {CsvKind.Known}.");
        }

        foreach (var unknown in columns!.Beside(kind.Needs.Concat(kind.Takes)))
        {
            problems.Notice($"column {ImportProblems.Show(unknown)} is not known in a file of {kind.Name} and was not read.");
        }

        var rows = Check(kind, file, problems);
        Tally tally = new();
        if (problems.Count == 0)
        {
            await Write(kind, file, problems, tally, dryRun, cancellation);
        }

        return new ImportReport(
            kind.Name, rows, problems.Count == 0 && !dryRun, tally.Result(), problems.Kept, problems.Count, problems.Notices);
    }

    private static int Check(CsvKind kind, Stream file, ImportProblems problems)
    {
        Dictionary<(string Account, string Key), (int Line, int Contents)> seen = [];
        var rows = 0;
        foreach (var row in CsvTable.Rows(file, problems))
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
        CsvKind kind, Stream file, ImportProblems problems, Tally tally, bool dryRun, CancellationToken cancellation)
    {
        await using var db = await factory.CreateDbContextAsync(cancellation);
        await using var transaction = await db.BeginAlone("import", cancellation);
        var erased = await Erased.Load(db, cancellation);
        LoadedAccount? loaded = null;
        foreach (var row in CsvTable.Rows(file, new ImportProblems()))
        {
            var change = kind.Read(row with { Problems = problems });
            if (loaded?.Account.ExternalId != change.Account)
            {
                await Save(db, loaded, tally, cancellation);
                loaded = await LoadedAccount.Find(db, change.Account, cancellation)
                    ?? (kind.MakesAccounts ? LoadedAccount.New(db, new AccountRow(change.Account, null)) : null);
            }

            tally.Mention(kind.Counted, 1);
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
