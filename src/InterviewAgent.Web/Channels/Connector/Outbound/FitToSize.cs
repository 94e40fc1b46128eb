using System.Text.Json;

namespace InterviewAgent.Web.Channels.Connector.Outbound;

/// <summary>What is too big for the channel goes without its card, as words (bot-protocol.md §4: cards below 28 KB, messages below 80).</summary>
internal static class FitToSize
{
    public const int MostBytes = 80 * 1024;
    private const int MostBytesWithCard = 28 * 1024;

    public static bool Fits(ChannelActivity activity) =>
        JsonSerializer.SerializeToUtf8Bytes(activity, ActivityJson.Options).Length
            <= (activity.Attachments is { Count: > 0 } ? MostBytesWithCard : MostBytes);
}
