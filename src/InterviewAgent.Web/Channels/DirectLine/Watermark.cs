using System.Globalization;

namespace InterviewAgent.Web.Channels.DirectLine;

/// <summary>Opaque to clients; the number of the last turn seen. It comes from the store, so a restart does not reset it.</summary>
internal static class Watermark
{
    /// <summary>Null when it is garbage; an empty one is the beginning. One beyond the end is left from before a deletion.</summary>
    public static int? Read(string? watermark, int absent) =>
        watermark is null ? absent
        : watermark.Length == 0 ? 0
        : int.TryParse(watermark, NumberStyles.None, CultureInfo.InvariantCulture, out var seen) ? seen
        : null;

    public static IResult Bad() => DirectLineJson.Error(400, "BadArgument", "The watermark is not one of this conversation.");
}
