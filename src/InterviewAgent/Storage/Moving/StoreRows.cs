using System.Data;
using System.Data.Common;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Storage.Moving;

/// <summary>Rows out of a store and into it, in plain SQL that both providers speak. The connection is the context's and stays open.</summary>
internal sealed class StoreRows(InterviewAgentDb db)
{
    private const int MostParameters = 30_000; // SQLite takes 32,766, PostgreSQL 65,535.
    private const int MostTogether = 250;

    /// <summary>By key, which both providers order by bytes.</summary>
    /// <param name="after">The last row that is not wanted any more; null: from the first.</param>
    /// <param name="most">Null: to the last.</param>
    public async IAsyncEnumerable<object?[]> Read(
        StoreTable table, object?[]? after, int? most, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var key = string.Join(", ", table.Key.Select(Quoted));
        await using var command = Command();
        var from = after is null ? ""
            : $"WHERE ({key}) > ({string.Join(", ", table.KeyPlaces.Select(place => Parameter(command, table.Columns[place].Kind, after[place])))})";
#pragma warning disable CA2100 // Names are the model's; values are parameters.
        command.CommandText = FormattableString.Invariant(
            $"SELECT {string.Join(", ", table.Columns.Select(column => Quoted(column.Name)))} FROM {Quoted(table.Name)} {from} ORDER BY {key} {(most is null ? "" : $"LIMIT {most}")}");
#pragma warning restore CA2100
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            var row = new object?[table.Columns.Count];
            for (var place = 0; place < row.Length; place++)
            {
                row[place] = reader.IsDBNull(place) ? null : Value(reader, place, table.Columns[place].Kind);
            }
            yield return row;
        }
    }

    /// <summary>In the caller's transaction.</summary>
    public async Task Write(StoreTable table, IReadOnlyList<object?[]> rows, CancellationToken cancellation)
    {
        var derived = db.Ways.Derived(table.Name);
        var names = table.Columns.Select(column => Quoted(column.Name)).Concat(derived is null ? [] : [Quoted(derived.Column)]);
        var from = derived is null ? -1 : table.Columns.ToList().FindIndex(column => column.Name == derived.From);
        foreach (var some in rows.Chunk(Math.Min(MostTogether, MostParameters / (table.Columns.Count + 1))))
        {
            await using var command = Command();
            StringBuilder sql = new($"INSERT INTO {Quoted(table.Name)} ({string.Join(", ", names)}) VALUES ");
            foreach (var row in some)
            {
                sql.Append(ReferenceEquals(row, some[0]) ? "(" : ", (").AppendJoin(", ", row.Select((value, place) => Parameter(command, table.Columns[place].Kind, value)));
                sql.Append(derived is null ? ")" : $", {string.Format(System.Globalization.CultureInfo.InvariantCulture, derived.Sql, Parameter(command, StoreKind.Text, derived.Of((string)row[from]!)))})");
            }
#pragma warning disable CA2100 // As above.
            command.CommandText = sql.ToString();
#pragma warning restore CA2100
            await command.ExecuteNonQueryAsync(cancellation);
        }
    }

    public async Task<TableCount> Count(StoreTable table, CancellationToken cancellation)
    {
        TableSum sum = new(table);
        await foreach (var row in Read(table, null, null, cancellation))
        {
            sum.Add(row);
        }
        return new TableCount(table.Name, sum.Rows, sum.Hash);
    }

    /// <summary>The first table that holds a row; null: the store is empty.</summary>
    public async Task<string?> Filled(IEnumerable<StoreTable> tables, CancellationToken cancellation)
    {
        foreach (var table in tables)
        {
            await foreach (var _ in Read(table, null, 1, cancellation))
            {
                return table.Name;
            }
        }
        return null;
    }

    public async Task<object?> Scalar(string sql, CancellationToken cancellation, params (StoreKind Kind, object? Value)[] values)
    {
        await using var command = Command();
#pragma warning disable CA2100 // The callers' own words.
        command.CommandText = string.Format(System.Globalization.CultureInfo.InvariantCulture, sql, [.. values.Select(value => Parameter(command, value.Kind, value.Value))]);
#pragma warning restore CA2100
        return await command.ExecuteScalarAsync(cancellation) is { } found and not DBNull ? found : null;
    }

    private DbCommand Command()
    {
        var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = (db.Database.CurrentTransaction as Microsoft.EntityFrameworkCore.Infrastructure.IInfrastructure<DbTransaction>)?.Instance;
        command.CommandTimeout = 0;
        return command;
    }

    private static string Quoted(string name) => $"\"{name}\"";

    private string Parameter(DbCommand command, StoreKind kind, object? value)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = FormattableString.Invariant($"@p{command.Parameters.Count}");
        if (kind == StoreKind.Ids)
        {
            parameter.Value = value is Guid[] ids ? db.Ways.ListOf(ids) : DBNull.Value;
            command.Parameters.Add(parameter);
            return parameter.ParameterName;
        }
        parameter.DbType = kind switch
        {
            StoreKind.Id => DbType.Guid,
            StoreKind.Text => DbType.String,
            StoreKind.Number => DbType.Int64,
            StoreKind.Truth => DbType.Boolean,
            StoreKind.Real => DbType.Double,
            StoreKind.Day => DbType.Date,
            _ => DbType.Binary,
        };
        parameter.Value = value ?? DBNull.Value;
        command.Parameters.Add(parameter);
        return parameter.ParameterName;
    }

    private static object Value(DbDataReader reader, int place, StoreKind kind) => kind switch
    {
        StoreKind.Id => reader.GetGuid(place),
        StoreKind.Text => Storable(reader.GetString(place)),
        StoreKind.Number => Convert.ToInt64(reader.GetValue(place), System.Globalization.CultureInfo.InvariantCulture),
        StoreKind.Truth => reader.GetBoolean(place),
        StoreKind.Real => Convert.ToDouble(reader.GetValue(place), System.Globalization.CultureInfo.InvariantCulture),
        StoreKind.Day => reader.GetFieldValue<DateOnly>(place),
        StoreKind.Ids => reader.GetFieldType(place) == typeof(string) ? JsonSerializer.Deserialize<Guid[]>(reader.GetString(place))! : reader.GetFieldValue<Guid[]>(place),
        _ => reader.GetFieldValue<byte[]>(place),
    };

    /// <summary>What no database but SQLite would keep (NUL, half a surrogate pair) counts as what others keep in its place, one for one.</summary>
    private static string Storable(string text) => text.Contains('\0', StringComparison.Ordinal) || HasHalf(text)
        ? Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text.Replace('\0', '\uFFFD'))) : text;

    private static bool HasHalf(string text)
    {
        for (var place = text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF'); place >= 0 && place < text.Length; place++)
        {
            if (char.IsSurrogate(text[place]) && !(char.IsHighSurrogate(text[place]) && place + 1 < text.Length && char.IsLowSurrogate(text[++place])))
            {
                return true;
            }
        }
        return false;
    }
}

/// <summary>A column that only one provider has, made of another.</summary>
/// <param name="Sql">The value as an expression; {0} is <paramref name="Of"/> of the text in <paramref name="From"/>.</param>
internal sealed record DerivedColumn(string Column, string From, string Sql, Func<string, string> Of);
