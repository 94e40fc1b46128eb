using InterviewAgent.Analysis;
using InterviewAgent.Insights.SubThemes;
using InterviewAgent.Storage;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Insights;

/// <summary>
/// Recomputes what is read of every account, from the transcripts on. It comes to what the sweep has come to, change by change; where it does not, a change was
/// missed or the rules are other ones than then. What persons decided (outcomes of flags, names of themes) is theirs and stays.
/// </summary>
public sealed class RebuildInsights(IDbContextFactory<InterviewAgentDb> factory, ReadWords words, CodeAgain code, TimeProvider clock)
{
    /// <summary>Accounts in one transaction: few enough that a respondent's answer does not wait, enough that the disk is not what is waited for.</summary>
    private const int Batch = 20;

    /// <summary>
    /// Marks all accounts and reads them, a batch a transaction: ended half-way, what is left stays marked, for the server's sweep or for
    /// the next run with <paramref name="resume"/>.
    /// </summary>
    /// <param name="transcripts">True: from the transcripts, which are coded again first; false: from the stored findings.</param>
    /// <param name="resume">True: reads only what is marked.</param>
    /// <param name="progress">Told how many are done, of how many.</param>
    public async Task<RebuildReport> Run(bool transcripts, bool resume, Action<int, int> progress, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(progress);
        int all;
        await using (var db = await factory.CreateDbContextAsync(cancellation))
        {
            if (!resume)
            {
                await db.Database.ExecuteSqlRawAsync(MarkAll, cancellation);
            }
            all = await db.OutdatedAccounts.Select(mark => mark.AccountId).Distinct().CountAsync(cancellation);
        }
        RebuildReport report = new();
        while (true)
        {
            await using var db = await factory.CreateDbContextAsync(cancellation);
            var marked = await ReadVoices.Marked(db, Batch, cancellation);
            if (marked.Count == 0)
            {
                await Recount(report, cancellation);
                return report;
            }
            report.Add(await db.Whole(() => Read(db, marked, transcripts, keep: true, cancellation), cancellation));
            progress(report.Accounts, Math.Max(all, report.Accounts));
        }
    }

    /// <summary>Computes the same and takes it back. Accounts that are marked are left out: they are about to be read anyway.</summary>
    public async Task<RebuildReport> Check(bool transcripts, Action<int, int> progress, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(progress);
        RebuildReport report = new();
        int all;
        await using (var db = await factory.CreateDbContextAsync(cancellation))
        {
            all = await db.Accounts.CountAsync(cancellation);
        }
        for (var (last, seen) = (Guid.Empty, 0); ;)
        {
            await using var db = await factory.CreateDbContextAsync(cancellation);
            var next = await db.Accounts.Where(account => account.Id > last).OrderBy(account => account.Id)
                .Select(account => new { account.Id, Waits = db.OutdatedAccounts.Any(mark => mark.AccountId == account.Id) })
                .Take(Batch).ToListAsync(cancellation);
            if (next.Count == 0)
            {
                report.Sums = await new RecountThemes(db).Check(cancellation);
                return report;
            }
            var read = next.Where(account => !account.Waits).Select(account => account.Id).ToList();
            report.Add(await db.Whole(() => Read(db, read, transcripts, keep: false, cancellation), cancellation));
            report.Waiting += next.Count(account => account.Waits);
            last = next[^1].Id;
            progress(seen += next.Count, Math.Max(all, seen));
        }
    }

    /// <param name="keep">False: it is taken back.</param>
    private async Task<RebuildReport> Read(InterviewAgentDb db, IReadOnlyList<Guid> accounts, bool transcripts, bool keep, CancellationToken cancellation)
    {
        RebuildReport report = new();
        // The sweep of a server that runs meanwhile leaves these accounts alone, or is waited for.
        await using var transaction = await db.BeginAlone([.. accounts.Order().Select(id => $"account {id:N}")], cancellation);
        foreach (var accountId in accounts.Order())
        {
            await Read(db, accountId, transcripts, report, cancellation);
        }
        await (keep ? transaction.CommitAsync(cancellation) : transaction.RollbackAsync(cancellation));
        return report;
    }

    private async Task Read(InterviewAgentDb db, Guid accountId, bool transcripts, RebuildReport report, CancellationToken cancellation)
    {
        if (transcripts)
        {
            report.Interviews += await code.Of(db, accountId, cancellation);
            db.ChangeTracker.Clear();
        }
        report.Add(accountId, await new ReadAgain(db, words, clock).Of(accountId, cancellation));
        db.ChangeTracker.Clear();
    }

    private async Task Recount(RebuildReport report, CancellationToken cancellation)
    {
        await using var db = await factory.CreateDbContextAsync(cancellation);
        report.Sums = await db.Whole(async () =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
            var differing = await new RecountThemes(db).Run(cancellation);
            await transaction.CommitAsync(cancellation);
            return differing;
        }, cancellation);
    }

    // Each under its account's id: one that a run before left behind is not doubled.
    private const string MarkAll = """
        INSERT INTO "OutdatedAccounts" ("Id", "AccountId") SELECT "Id", "Id" FROM "Accounts"
        WHERE "Id" NOT IN (SELECT "Id" FROM "OutdatedAccounts")
        """;
}
