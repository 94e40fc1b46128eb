using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Storage.Moving;

/// <summary>
/// Copies one store into another, whichever providers they have: table by table, none before those it points at, in batches by key, each with its
/// progress in one transaction of the target. Killed and started again it goes on where it was. At the end both sides are counted and hashed.
/// </summary>
public sealed class CopyStore
{
    /// <summary>Rows in one transaction.</summary>
    internal int Batch { get; init; } = 2000;

    private readonly InterviewAgentDb source;
    private readonly InterviewAgentDb target;
    private readonly CopyProgress progress;

    internal CopyStore(InterviewAgentDb source, InterviewAgentDb target) => (this.source, this.target, progress) = (source, target, new CopyProgress(target));

    /// <param name="tell">Told of each batch: the table, rows of it that are there, rows copied now in all.</param>
    /// <returns>Each table, as the source and as the target has it.</returns>
    /// <exception cref="BadInputException">Somebody works on the source, or the target holds something else.</exception>
    public async Task<IReadOnlyList<(TableCount Source, TableCount Target)>> Run(Action<string, long, long> tell, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(tell);
        var tables = StoreTable.All(source);
        await source.Database.OpenConnectionAsync(cancellation);
        await target.Database.OpenConnectionAsync(cancellation);
        if (await source.Ways.UsedBy(cancellation) is { } others)
        {
            throw new BadInputException("The source", $"{others} has it open", "Stop all servers on it first: what they write while it is copied would stay behind.");
        }
        // Held to the end: nobody writes to the source while it is read.
        await using var still = await source.Ways.HoldStill(cancellation);
        await Begin(tables, cancellation);
        long all = 0;
        foreach (var table in tables)
        {
            await Copy(table, (rows, added) => tell(table.Name, rows, all += added), cancellation);
        }
        await target.Ways.AfterFilling(cancellation);
        List<(TableCount Source, TableCount Target)> counted = [];
        foreach (var table in tables)
        {
            counted.Add((await new StoreRows(source).Count(table, cancellation), await new StoreRows(target).Count(table, cancellation)));
        }
        if (counted.TrueForAll(table => table.Source == table.Target))
        {
            await progress.Forget(cancellation);
        }
        return counted;
    }

    private async Task Begin(IReadOnlyList<StoreTable> tables, CancellationToken cancellation)
    {
        if (await progress.Of(cancellation) is { } unfinished)
        {
            if (unfinished != source.Ways.Place)
            {
                throw new BadInputException("The target", "it holds an unfinished copy of another store", "Go on with that one, or give an empty database.");
            }
            return;
        }
        if (await new StoreRows(target).Filled(tables, cancellation) is { } table)
        {
            throw new BadInputException("The target", $"there are rows in {table}", "A copy goes into an empty database only. Nothing was changed.");
        }
        await progress.Begin(source.Ways.Place, cancellation);
    }

    private async Task Copy(StoreTable table, Action<long, int> tell, CancellationToken cancellation)
    {
        var (rows, last) = await progress.Of(table, cancellation);
        while (true)
        {
            List<object?[]> next = new(Batch);
            await foreach (var row in new StoreRows(source).Read(table, last, Batch, cancellation))
            {
                next.Add(row);
            }
            if (next.Count == 0)
            {
                return;
            }
            await using var together = await target.Database.BeginTransactionAsync(cancellation);
            await new StoreRows(target).Write(table, next, cancellation);
            (rows, last) = (rows + next.Count, next[^1]);
            await progress.Note(table, rows, last, cancellation);
            await together.CommitAsync(cancellation);
            tell(rows, next.Count);
        }
    }
}
