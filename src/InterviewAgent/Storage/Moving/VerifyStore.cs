using InterviewAgent.Privacy.Erasures;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace InterviewAgent.Storage.Moving;

/// <summary>Whether a store is whole: its schema, what its rows point at, quotes within the words they are cut from, and nobody in it who was erased.</summary>
public sealed class VerifyStore
{
    private readonly InterviewAgentDb db;

    internal VerifyStore(InterviewAgentDb db) => this.db = db;

    /// <param name="erased">What the list outside of the store knows; null: there is none.</param>
    internal async Task<StoreReport> Run(IReadOnlyCollection<Erasure>? erased, CancellationToken cancellation = default)
    {
        await db.Database.OpenConnectionAsync(cancellation);
        List<string> faults = [];
        var pending = (await db.Database.GetPendingMigrationsAsync(cancellation)).ToList();
        if (pending.Count > 0)
        {
            return new StoreReport([], [$"schema: it lacks {string.Join(", ", pending)}. Run `interview-agent db migrate`."]);
        }
        await using var moment = await db.Ways.Snapshot(cancellation);
        if (await new CopyProgress(db).Exists(cancellation))
        {
            faults.Add("copy: it is not whole. Run `interview-agent db copy` again.");
        }
        List<TableCount> tables = [];
        foreach (var table in StoreTable.All(db))
        {
            tables.Add(await new StoreRows(db).Count(table, cancellation));
        }
        await Pointers(faults, cancellation);
        await Quotes(faults, cancellation);
        await Erased(faults, erased, cancellation);
        return new StoreReport(tables, faults);
    }

    /// <summary>Every foreign key of the model, also where the provider did not watch over it.</summary>
    private async Task Pointers(List<string> faults, CancellationToken cancellation)
    {
        foreach (var key in db.Model.GetRelationalModel().Tables.SelectMany(table => table.ForeignKeyConstraints))
        {
            var joined = string.Join(" AND ", key.Columns.Zip(key.PrincipalColumns, (own, its) => $"p.\"{its.Name}\" = c.\"{own.Name}\""));
            var set = string.Join(" AND ", key.Columns.Select(own => $"c.\"{own.Name}\" IS NOT NULL"));
            var lost = Convert.ToInt64(await new StoreRows(db).Scalar(
                $"SELECT count(*) FROM \"{key.Table.Name}\" c WHERE {set} AND NOT EXISTS (SELECT 1 FROM \"{key.PrincipalTable.Name}\" p WHERE {joined})", cancellation),
                System.Globalization.CultureInfo.InvariantCulture);
            if (lost > 0)
            {
                faults.Add(FormattableString.Invariant($"foreign keys: {lost} rows of {key.Table.Name} point at a {key.PrincipalTable.Name} that is not there."));
            }
        }
    }

    private async Task Quotes(List<string> faults, CancellationToken cancellation)
    {
        var quotes = db.Model.FindEntityType(typeof(Analysis.Quote))!.GetTableName();
        // A provider counts letters as code points, which are never more than .NET's: what it finds is looked at again.
#pragma warning disable EF1002 // The name is the model's.
        var suspects = await db.Database.SqlQueryRaw<Place>(
            $"""
            SELECT q."Start", q."Length", t."Text" AS "Within" FROM "{quotes}" q JOIN "Turns" t ON t."Id" = q."TurnId"
            WHERE q."Start" < 0 OR q."Length" <= 0 OR q."Start" + q."Length" > length(t."Text")
            """).ToListAsync(cancellation);
#pragma warning restore EF1002
        var outside = suspects.Count(place => place.Start < 0 || place.Length <= 0 || (long)place.Start + place.Length > place.Within.Length);
        if (outside > 0)
        {
            faults.Add(FormattableString.Invariant($"quotes: {outside} lie outside of the turn they are cut from."));
        }
    }

    private sealed record Place(int Start, int Length, string Within);

    private async Task Erased(List<string> faults, IReadOnlyCollection<Erasure>? erased, CancellationToken cancellation)
    {
        var stones = await db.Tombstones.AsNoTracking().Select(stone => new Erasure(stone.RespondentId, stone.InterviewId, null, null, null)).ToListAsync(cancellation);
        var all = stones.Concat(erased ?? []).Distinct().ToList();
        var people = all.Where(one => one.Interview is null).Select(one => one.Respondent).ToHashSet();
        var interviews = all.Where(one => one is { Interview: not null, Turn: null }).Select(one => one.Interview!.Value).ToHashSet();
        var here = (await db.Respondents.Select(person => person.Id).ToListAsync(cancellation)).Count(people.Contains);
        var spoken = (await db.Turns.Select(turn => turn.InterviewId).Distinct().ToListAsync(cancellation)).Count(interviews.Contains);
        if (here + spoken > 0)
        {
            faults.Add(FormattableString.Invariant($"erasures: {here} people and {spoken} interviews that were erased are in it. Start a server, or run `interview-agent db migrate`: both erase again."));
        }
    }
}

/// <param name="Faults">One sentence each; empty: it is whole.</param>
public sealed record StoreReport(IReadOnlyList<TableCount> Tables, IReadOnlyList<string> Faults);
