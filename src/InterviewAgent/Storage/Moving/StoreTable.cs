using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace InterviewAgent.Storage.Moving;

/// <summary>A table as every provider has it: what a row is, apart from how it is kept.</summary>
/// <param name="Key">Columns of the primary key, in its order.</param>
/// <param name="Columns">By name. What a provider derives from other columns (search terms) is none of them.</param>
internal sealed record StoreTable(string Name, IReadOnlyList<string> Key, IReadOnlyList<StoreColumn> Columns)
{
    /// <summary>Places of the key's columns in a row.</summary>
    public int[] KeyPlaces { get; } = [.. Key.Select(name => Columns.ToList().FindIndex(column => column.Name == name))];

    /// <summary>All tables of the model; none before those that its foreign keys point at.</summary>
    public static IReadOnlyList<StoreTable> All(InterviewAgentDb db)
    {
        List<ITable> left = [.. db.Model.GetRelationalModel().Tables.OrderBy(table => table.Name, StringComparer.Ordinal)];
        List<StoreTable> ordered = [];
        while (left.Count > 0)
        {
            var next = left.FirstOrDefault(table => !table.ForeignKeyConstraints.Any(key => key.PrincipalTable != table && left.Contains(key.PrincipalTable)))
                ?? throw new InvalidOperationException("The tables point at each other in a circle: " + string.Join(", ", left.Select(table => table.Name)));
            left.Remove(next);
            ordered.Add(Of(db, next));
        }
        return ordered;
    }

    private static StoreTable Of(InterviewAgentDb db, ITable table) => new(table.Name, [.. table.PrimaryKey!.Columns.Select(column => column.Name)],
        [.. table.Columns.Where(column => column.Name != db.Ways.Derived(table.Name)?.Column)
            .Select(column => new StoreColumn(column.Name, KindOf(column.PropertyMappings[0].Property))).OrderBy(column => column.Name, StringComparer.Ordinal)]);

    /// <exception cref="InvalidOperationException">A column of a kind that nobody has taught the copy: better none than half of one.</exception>
    private static StoreKind KindOf(IReadOnlyProperty property)
    {
        if (property.ClrType.IsAssignableTo(typeof(IEnumerable<Guid>)))
        {
            return StoreKind.Ids; // A list in PostgreSQL, JSON in SQLite.
        }
        var stored = property.GetTypeMapping().Converter?.ProviderClrType ?? property.ClrType;
        stored = Nullable.GetUnderlyingType(stored) ?? stored;
        return stored == typeof(Guid) ? StoreKind.Id
            : stored == typeof(string) ? StoreKind.Text
            : stored == typeof(int) || stored == typeof(long) || stored == typeof(short) ? StoreKind.Number
            : stored == typeof(bool) ? StoreKind.Truth
            : stored == typeof(double) || stored == typeof(float) ? StoreKind.Real
            : stored == typeof(DateOnly) ? StoreKind.Day
            : stored == typeof(byte[]) ? StoreKind.Bytes
            : throw new InvalidOperationException($"{property.DeclaringType.DisplayName()}.{property.Name} is of a kind that is not copied yet.");
    }
}

internal sealed record StoreColumn(string Name, StoreKind Kind);

internal enum StoreKind { Id, Text, Number, Truth, Real, Day, Bytes, Ids }
