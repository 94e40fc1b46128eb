using System.Buffers.Binary;
using System.Text;

namespace InterviewAgent.Web.Tests.Telemetry;

/// <summary>Protobuf's wire format, read without a schema (protobuf.dev/programming-guides/encoding): enough for OTLP.</summary>
internal sealed class Wire
{
    private readonly List<(int Number, object Value)> fields = [];

    private Wire(ReadOnlyMemory<byte> message)
    {
        for (var rest = message; rest.Length > 0;)
        {
            var tag = Varint(ref rest);
            object value = (tag & 7) switch
            {
                0 => Varint(ref rest),
                1 => BinaryPrimitives.ReadUInt64LittleEndian(Take(ref rest, 8).Span),
                2 => Take(ref rest, (int)Varint(ref rest)),
                5 => BinaryPrimitives.ReadUInt32LittleEndian(Take(ref rest, 4).Span),
                var other => throw new InvalidDataException($"Wire type {other}."),
            };
            fields.Add(((int)(tag >> 3), value));
        }
    }

    public static Wire Of(byte[] message) => new(message);

    public IEnumerable<Wire> Messages(int number) => All<ReadOnlyMemory<byte>>(number).Select(bytes => new Wire(bytes));
    public string Text(int number) => Encoding.UTF8.GetString(All<ReadOnlyMemory<byte>>(number).FirstOrDefault().Span);
    public string Hex(int number) => Convert.ToHexStringLower(All<ReadOnlyMemory<byte>>(number).FirstOrDefault().Span);
    public ulong Number(int number) => All<ulong>(number).FirstOrDefault();

    /// <summary>Repeated KeyValue{1: key, 2: AnyValue{1: string, 2: bool, 3: int, 4: double}}.</summary>
    public Dictionary<string, string> Attributes(int number) => Messages(number).ToDictionary(
        pair => pair.Text(1), pair => pair.Messages(2).First().fields is [var (_, value), ..] ? value is ReadOnlyMemory<byte> text ? Encoding.UTF8.GetString(text.Span) : $"{value}" : "");

    private IEnumerable<T> All<T>(int number) => fields.Where(field => field.Number == number).Select(field => field.Value).OfType<T>();

    private static ReadOnlyMemory<byte> Take(ref ReadOnlyMemory<byte> from, int length)
    {
        var taken = from[..length];
        from = from[length..];
        return taken;
    }

    private static ulong Varint(ref ReadOnlyMemory<byte> from)
    {
        ulong value = 0;
        for (var shift = 0; ; shift += 7)
        {
            var next = Take(ref from, 1).Span[0];
            value |= (ulong)(next & 0x7f) << shift;
            if (next < 0x80)
            {
                return value;
            }
        }
    }
}
