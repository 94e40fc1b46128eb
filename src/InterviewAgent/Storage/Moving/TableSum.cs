using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;

namespace InterviewAgent.Storage.Moving;

/// <summary>
/// What a table holds, in two figures: how many rows, and the SHA-256 of each row's <see cref="RowBytes"/> added up lane by lane (four of 64 bits), so that neither the
/// provider nor the order of the rows changes it. It finds what was lost, doubled or altered; it is no signature against somebody who forges rows.
/// </summary>
internal sealed class TableSum(StoreTable table)
{
    private const int Lanes = 4;
    private readonly ArrayBufferWriter<byte> buffer = new(1024);
    private readonly ulong[] lanes = new ulong[Lanes];

    public long Rows { get; private set; }
    public string Hash => string.Concat(lanes.Select(lane => lane.ToString("x16", System.Globalization.CultureInfo.InvariantCulture)));

    /// <summary>The row's bytes; they stand until the next call.</summary>
    public ReadOnlySpan<byte> Add(object?[] row)
    {
        buffer.ResetWrittenCount();
        RowBytes.Write(buffer, table, row);
        Add(buffer.WrittenSpan);
        return buffer.WrittenSpan;
    }

    public void Add(ReadOnlySpan<byte> row)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(row, hash);
        for (var lane = 0; lane < Lanes; lane++)
        {
            lanes[lane] = unchecked(lanes[lane] + BinaryPrimitives.ReadUInt64BigEndian(hash[(8 * lane)..]));
        }
        Rows++;
    }
}

/// <summary>Of one table, what was counted.</summary>
public sealed record TableCount(string Table, long Rows, string Hash);
