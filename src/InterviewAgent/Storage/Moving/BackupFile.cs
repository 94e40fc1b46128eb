using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using System.Text.Json;

namespace InterviewAgent.Storage.Moving;

/// <summary>
/// A backup, the same from every provider: a line that says what it is, a line of JSON with schema and tables, then gzip of each table's rows as
/// <see cref="RowBytes"/>, each with its length before it, 0 at the end, and count and hash. It holds rows and nothing that was deleted.
/// </summary>
internal static class BackupFile
{
    public const string Magic = "interview-agent backup 1";
    private const int LongestRow = 256 * 1024 * 1024;
    private static readonly JsonSerializerOptions Json =
        new(JsonSerializerDefaults.Web) { Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter() } };

    /// <param name="Schema">The last migration.</param>
    internal sealed record Head(string Schema, DateTimeOffset At, IReadOnlyList<StoreTable> Tables);

    public static async Task<Head> ReadHead(Stream file, string name, CancellationToken cancellation)
    {
        if (await Line(file, cancellation) != Magic)
        {
            throw new BadInputException(name, "it is no backup of this product", "Give a file that `interview-agent db backup` has written.");
        }
        try
        {
            return JsonSerializer.Deserialize<Head>(await Line(file, cancellation), Json) is { Tables.Count: > 0 } head ? head : throw Cut(name);
        }
        catch (JsonException)
        {
            throw Cut(name);
        }
    }

    public static async Task WriteHead(Stream file, Head head, CancellationToken cancellation) =>
        await file.WriteAsync(Encoding.UTF8.GetBytes(Magic + "\n" + JsonSerializer.Serialize(head, Json) + "\n"), cancellation);

    /// <summary>The rows of a table, which are written to the end with their count and hash.</summary>
    public static async Task<TableCount> WriteRows(Stream gzip, StoreTable table, IAsyncEnumerable<object?[]> rows, CancellationToken cancellation)
    {
        TableSum sum = new(table);
        await foreach (var row in rows.WithCancellation(cancellation))
        {
            Write(gzip, sum.Add(row));
        }
        Write(gzip, []);
        Write(gzip, Encoding.ASCII.GetBytes(FormattableString.Invariant($"{sum.Rows} {sum.Hash}")));
        return new TableCount(table.Name, sum.Rows, sum.Hash);
    }

    /// <summary>Hands out the rows of a table; when it returns, count and hash were those of the file.</summary>
    public static async Task<TableCount> ReadRows(Stream gzip, StoreTable table, string name, Func<object?[], Task> take)
    {
        try
        {
            TableSum sum = new(table);
            while (Read(gzip, name) is { Length: > 0 } bytes)
            {
                sum.Add(bytes);
                await take(RowBytes.Read(table, bytes));
            }
            var said = Encoding.ASCII.GetString(Read(gzip, name));
            return said == FormattableString.Invariant($"{sum.Rows} {sum.Hash}") ? new TableCount(table.Name, sum.Rows, sum.Hash) : throw Cut(name);
        }
        catch (InvalidDataException)
        {
            throw Cut(name);
        }
    }

    public static BadInputException Cut(string name) => new(name, "the backup is cut or was changed: count or hash are not those it was written with", "Take another one.");

    private static void Write(Stream gzip, ReadOnlySpan<byte> bytes)
    {
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, bytes.Length);
        gzip.Write(length);
        gzip.Write(bytes);
    }

    private static byte[] Read(Stream gzip, string name)
    {
        try
        {
            Span<byte> length = stackalloc byte[4];
            gzip.ReadExactly(length);
            var bytes = new byte[BinaryPrimitives.ReadInt32BigEndian(length) is var size and >= 0 and <= LongestRow ? size : throw Cut(name)];
            gzip.ReadExactly(bytes);
            return bytes;
        }
        catch (EndOfStreamException)
        {
            throw Cut(name);
        }
    }

    private static async Task<string> Line(Stream file, CancellationToken cancellation)
    {
        List<byte> line = [];
        var one = new byte[1];
        while (line.Count < 1_000_000 && await file.ReadAsync(one, cancellation) == 1 && one[0] != (byte)'\n')
        {
            line.Add(one[0]);
        }
        return Encoding.UTF8.GetString([.. line]);
    }
}
