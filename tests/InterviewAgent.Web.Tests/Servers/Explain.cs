using System.Globalization;
using InterviewAgent.Interviewing.Delivery;
using InterviewAgent.Web.Tests.Channels.Connector;

namespace InterviewAgent.Web.Tests.Servers;

/// <summary>What the store and the channel say of a message that was lost or doubled, so that a failed run names its cause.</summary>
internal sealed class Explain(Stand stand, SignedChannel teams, Func<IEnumerable<string>> disturbances)
{
    /// <param name="id">"t7-3": the fourth message of the seventh person in Teams.</param>
    public async Task<string> Lost(string id, string text)
    {
        List<string> lines = [$"{id} \"{text}\" was acknowledged, and is not stored exactly once."];
        if (id.StartsWith('t'))
        {
            var chat = $"a:fault-{id[1..id.LastIndexOf('-')]}";
            lines.AddRange(await stand.Read($"""
                SELECT concat_ws(' ', 'arrival', {At("\"At\"")}, 'attempts', "Attempts", 'next', COALESCE({At("\"NextAt\"")}, 'none'), CASE WHEN "Json" IS NULL THEN '' ELSE 'waits or given up' END)
                FROM "Arrivals" WHERE "Key" = $1
                """, Arrival.KeyOf("msteams", chat, id)));
            lines.AddRange(await Chat(chat));
        }

        return string.Join('\n', lines.Concat(disturbances()));
    }

    public async Task<string> Doubled(string chat) =>
        string.Join('\n', (await Chat(chat)).Prepend($"More was shown in {chat} than there is to be shown.").Concat(disturbances()));

    private async Task<IEnumerable<string>> Chat(string chat)
    {
        var calls = teams.Channel.Calls.Where(call => call.Path.Contains(Uri.EscapeDataString(chat) + "/", StringComparison.Ordinal)).Select(call =>
            string.Create(CultureInfo.InvariantCulture, $"call {call.At:HH:mm:ss.fff} {call.Method} {call.Answered} {call.Body.GetProperty("type").GetString()} {Start(call)}"));
        var rows = await stand.Read($"""
            SELECT concat_ws(' ', 'row', "Outbox"."Id", 'turn', COALESCE("TurnN"::text, "Notice"), "State", "Why", 'attempts', "Attempts", 'claim', "Claim", 'at', {At("\"Outbox\".\"At\"")}, 'next', {At("\"NextAt\"")}, 'lease',
              COALESCE({At("\"LeaseUntil\"")}, 'none'), 'sent', COALESCE({At("\"SentAt\"")}, 'none'), "ChannelActivityId")
            FROM "Outbox" JOIN "Conversations" ON "Conversations"."Id" = "Outbox"."ConversationId" WHERE "ChannelConversationId" = $1 ORDER BY "Outbox"."At", "TurnN"
            """, chat);
        var turns = await stand.Read($"""
            SELECT concat_ws(' ', 'turn', "N", {At("\"Turns\".\"At\"")}, "Speaker", "Move", "Intent", "MessageId", left("Text", 40), '|', "Status")
            FROM "Turns" JOIN "Interviews" ON "Interviews"."Id" = "Turns"."InterviewId" JOIN "Conversations" ON "Conversations"."RespondentId" = "Interviews"."RespondentId"
            WHERE "ChannelConversationId" = $1 ORDER BY "N"
            """, chat);
        return [.. turns, .. rows, .. calls];
    }

    /// <summary>A column of ticks as a time.</summary>
    private static string At(string column) => $"""to_char(to_timestamp(({column} - 621355968000000000) / 10000000.0) AT TIME ZONE 'UTC', 'HH24:MI:SS.MS')""";

    private static string Start(ChannelCall call)
    {
        var said = (call.Body.TryGetProperty("summary", out var summary) ? summary.GetString() : call.Body.TryGetProperty("text", out var text) ? text.GetString() : null) ?? "";
        return said.Length > 50 ? said[..50] : said;
    }
}
