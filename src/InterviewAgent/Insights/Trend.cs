using System.Text.Json.Serialization;
using InterviewAgent.Accounts;

namespace InterviewAgent.Insights;

/// <summary>
/// Which way an account's people move, each against their own earlier check-ins. It stands beside the evidence and flags nobody: tone
/// never decides alone.
/// </summary>
/// <param name="Since">Day of the first check-in of the move; null while it is steady.</param>
/// <param name="People">People who were heard twice or more: only they can show a trend.</param>
/// <param name="CheckIns">Their check-ins.</param>
/// <param name="Sum">The CUSUM now, in standard deviations of one person's check-in, in the direction that is called (downwards while steady).</param>
/// <param name="Moved">Who moved that way since then, most first; empty while it is steady.</param>
public sealed record Trend(
    TrendDirection Direction, DateOnly? Since, int People, int CheckIns, double Sum, IReadOnlyList<PersonMove> Moved);

/// <summary>One person's move.</summary>
/// <param name="Interviews">Ids of their interviews behind it, oldest first; the last one is the latest.</param>
/// <param name="Before">Mean tone of their check-ins before it, -2 to 2.</param>
/// <param name="Now">Mean tone of their check-ins in it.</param>
public sealed record PersonMove(Role Role, IReadOnlyList<string> Interviews, double Before, double Now);

[JsonConverter(typeof(JsonStringEnumConverter<TrendDirection>))]
public enum TrendDirection
{
    [JsonStringEnumMemberName("steady")] Steady,
    [JsonStringEnumMemberName("falling")] Falling,
    [JsonStringEnumMemberName("rising")] Rising,
}
