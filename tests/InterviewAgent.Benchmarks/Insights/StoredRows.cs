using Microsoft.Data.Sqlite;

namespace InterviewAgent.Benchmarks.Insights;

/// <summary>Rows into a migrated SQLite store by prepared statements: hundreds of thousands in seconds.</summary>
internal sealed class StoredRows : IDisposable
{
    private readonly SqliteConnection connection;
    private readonly Dictionary<string, SqliteCommand> inserts = [];
    private SqliteTransaction? transaction;

    public StoredRows(string connectionString)
    {
        connection = new SqliteConnection(connectionString);
        connection.Open();
        using var pragma = connection.CreateCommand();
        pragma.CommandText = "PRAGMA synchronous=OFF; PRAGMA cache_size=-20000; PRAGMA temp_store=MEMORY";
        pragma.ExecuteNonQuery();
    }

    /// <summary>Until it is disposed of, and then committed.</summary>
    public IDisposable Begin() => new Work(this);

    public void Insert(string table, params (string Column, object? Value)[] row)
    {
        // By its columns too: what a row does not name must not be left over from the one before.
        var shape = $"{table}: {string.Join(' ', row.Select(cell => cell.Column))}";
        if (!inserts.TryGetValue(shape, out var command))
        {
            command = connection.CreateCommand();
#pragma warning disable CA2100 // Names of our own tables.
            command.CommandText = $"INSERT INTO \"{table}\" ({string.Join(", ", row.Select(cell => $"\"{cell.Column}\""))}) VALUES ({string.Join(", ", row.Select(cell => "$" + cell.Column))})";
#pragma warning restore CA2100
            foreach (var (column, _) in row)
            {
                command.Parameters.Add(new SqliteParameter("$" + column, null));
            }
            inserts[shape] = command;
        }
        command.Transaction = transaction;
        for (var i = 0; i < row.Length; i++)
        {
            command.Parameters[i].Value = row[i].Value ?? DBNull.Value;
        }
        command.ExecuteNonQuery();
    }

    public void Dispose()
    {
        foreach (var command in inserts.Values)
        {
            command.Dispose();
        }
        connection.Dispose();
    }

    private sealed class Work : IDisposable
    {
        private readonly StoredRows rows;

        public Work(StoredRows rows)
        {
            this.rows = rows;
            rows.transaction = rows.connection.BeginTransaction();
        }

        public void Dispose()
        {
            rows.transaction!.Commit();
            rows.transaction.Dispose();
        }
    }
}
