using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace InterviewAgent.Storage.Moving;

/// <summary>
/// A row as bytes, the same whichever provider it came from: column by column in the table's order, 0 for null, else 1 and the value (ids and
/// numbers big-endian, days as their number, text as UTF-8 and bytes with their length before them).
/// </summary>
internal static class RowBytes
{
    public static void Write(ArrayBufferWriter<byte> to, StoreTable table, object?[] row)
    {
        for (var place = 0; place < row.Length; place++)
        {
            to.Write([row[place] is null ? (byte)0 : (byte)1]);
            if (row[place] is { } value)
            {
                Write(to, table.Columns[place].Kind, value);
            }
        }
    }

    /// <exception cref="InvalidDataException">These are no bytes of such a row.</exception>
    public static object?[] Read(StoreTable table, ReadOnlySpan<byte> from)
    {
        var row = new object?[table.Columns.Count];
        for (var place = 0; place < row.Length; place++)
        {
            row[place] = Take(ref from, 1)[0] switch
            {
                0 => null,
                1 => Read(ref from, table.Columns[place].Kind),
                _ => throw new InvalidDataException("No row."),
            };
        }
        return from.IsEmpty ? row : throw new InvalidDataException("No row.");
    }

    private static void Write(ArrayBufferWriter<byte> to, StoreKind kind, object value)
    {
        switch (kind)
        {
            case StoreKind.Id:
                ((Guid)value).TryWriteBytes(to.GetSpan(16), bigEndian: true, out var length);
                to.Advance(length);
                break;
            case StoreKind.Text:
                WriteSized(to, Encoding.UTF8.GetBytes((string)value));
                break;
            case StoreKind.Bytes:
                WriteSized(to, (byte[])value);
                break;
            case StoreKind.Ids:
                WriteSized(to, [.. ((Guid[])value).SelectMany(id => id.ToByteArray(bigEndian: true))]);
                break;
            default:
                BinaryPrimitives.WriteInt64BigEndian(to.GetSpan(8), kind switch
                {
                    StoreKind.Real => BitConverter.DoubleToInt64Bits((double)value),
                    StoreKind.Truth => (bool)value ? 1 : 0,
                    StoreKind.Day => ((DateOnly)value).DayNumber,
                    _ => (long)value,
                });
                to.Advance(8);
                break;
        }
    }

    private static object Read(ref ReadOnlySpan<byte> from, StoreKind kind)
    {
        switch (kind)
        {
            case StoreKind.Id:
                return new Guid(Take(ref from, 16), bigEndian: true);
            case StoreKind.Text:
                return Encoding.UTF8.GetString(TakeSized(ref from));
            case StoreKind.Bytes:
                return TakeSized(ref from).ToArray();
            case StoreKind.Ids:
                return TakeSized(ref from).ToArray().Chunk(16).Select(id => id.Length == 16 ? new Guid(id, bigEndian: true) : throw new InvalidDataException("No id.")).ToArray();
        }
        var number = BinaryPrimitives.ReadInt64BigEndian(Take(ref from, 8));
        return kind switch
        {
            StoreKind.Real => BitConverter.Int64BitsToDouble(number),
            StoreKind.Truth => number != 0,
            StoreKind.Day => number is >= 0 and <= 3652058 ? DateOnly.FromDayNumber((int)number) : throw new InvalidDataException("No day."),
            _ => number,
        };
    }

    private static void WriteSized(ArrayBufferWriter<byte> to, ReadOnlySpan<byte> bytes)
    {
        BinaryPrimitives.WriteInt32BigEndian(to.GetSpan(4), bytes.Length);
        to.Advance(4);
        to.Write(bytes);
    }

    private static ReadOnlySpan<byte> TakeSized(ref ReadOnlySpan<byte> from) => Take(ref from, BinaryPrimitives.ReadInt32BigEndian(Take(ref from, 4)));

    private static ReadOnlySpan<byte> Take(ref ReadOnlySpan<byte> from, int length)
    {
        if (length < 0 || length > from.Length)
        {
            throw new InvalidDataException("No row.");
        }
        var taken = from[..length];
        from = from[length..];
        return taken;
    }
}
