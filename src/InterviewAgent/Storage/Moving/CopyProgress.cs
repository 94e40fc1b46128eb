using System.Buffers;
using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Storage.Moving;

/// <summary>How far a copy is, in a table of the target's own that is gone when the copy is whole.</summary>
internal sealed class CopyProgress(InterviewAgentDb target)
{
    /// <summary>No part of the schema: only a target that is being filled has it.</summary>
    public const string Table = "__UnfinishedCopy";

    // The row of the copy itself; no table has this name.
    private const string Whole = "";
    private readonly StoreRows rows = new(target);

    /// <summary>Which store is being copied here; null: none.</summary>
    public async Task<string?> Of(CancellationToken cancellation) => !await Exists(cancellation) ? null
        : (string?)await rows.Scalar($"""SELECT "Last" FROM "{Table}" WHERE "Name" = {"{0}"}""", cancellation, (StoreKind.Text, Whole));

    public async Task Begin(string source, CancellationToken cancellation)
    {
        await using var together = await target.Database.BeginTransactionAsync(cancellation);
        await rows.Scalar($"""CREATE TABLE "{Table}" ("Name" text NOT NULL PRIMARY KEY, "Rows" bigint NOT NULL, "Last" text NOT NULL)""", cancellation);
        await rows.Scalar($"""INSERT INTO "{Table}" VALUES ({"{0}"}, 0, {"{1}"})""", cancellation, (StoreKind.Text, Whole), (StoreKind.Text, source));
        await together.CommitAsync(cancellation);
    }

    /// <summary>Rows of the table that are there, and the last of them (its key; the rest is null).</summary>
    public async Task<(long Rows, object?[]? Last)> Of(StoreTable table, CancellationToken cancellation)
    {
        if (await rows.Scalar($"""SELECT "Last" FROM "{Table}" WHERE "Name" = {"{0}"}""", cancellation, (StoreKind.Text, table.Name)) is not string last)
        {
            return (0, null);
        }
        var count = await rows.Scalar($"""SELECT "Rows" FROM "{Table}" WHERE "Name" = {"{0}"}""", cancellation, (StoreKind.Text, table.Name));
        return (Convert.ToInt64(count, CultureInfo.InvariantCulture), RowBytes.Read(table, Convert.FromHexString(last)));
    }

    /// <summary>In the transaction of the rows.</summary>
    public async Task Note(StoreTable table, long count, object?[] last, CancellationToken cancellation)
    {
        var key = new object?[last.Length];
        foreach (var place in table.KeyPlaces)
        {
            key[place] = last[place];
        }
        ArrayBufferWriter<byte> bytes = new();
        RowBytes.Write(bytes, table, key);
        await rows.Scalar(
            $"""INSERT INTO "{Table}" VALUES ({"{0}"}, {"{1}"}, {"{2}"}) ON CONFLICT ("Name") DO UPDATE SET "Rows" = excluded."Rows", "Last" = excluded."Last" """,
            cancellation, (StoreKind.Text, table.Name), (StoreKind.Number, count), (StoreKind.Text, Convert.ToHexStringLower(bytes.WrittenSpan)));
    }

    public async Task Forget(CancellationToken cancellation) => await rows.Scalar($"""DROP TABLE "{Table}" """, cancellation);

    public async Task<bool> Exists(CancellationToken cancellation) =>
        Convert.ToInt64(await rows.Scalar(target.Ways.CountTables, cancellation, (StoreKind.Text, Table)), CultureInfo.InvariantCulture) > 0;
}
