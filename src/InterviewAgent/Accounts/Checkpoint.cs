using System.Text.Json.Serialization;

namespace InterviewAgent.Accounts;

/// <summary>When an account is heard, counted from the contract signature.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Checkpoint>))]
public enum Checkpoint
{
    [JsonStringEnumMemberName("day-14")] Day14,
    [JsonStringEnumMemberName("day-30")] Day30,
    [JsonStringEnumMemberName("day-60")] Day60,
    [JsonStringEnumMemberName("day-90")] Day90,
    [JsonStringEnumMemberName("month-5")] Month5,
}

public static class CheckpointDays
{
    /// <summary>Days since the signature; month 5 is counted as day 150.</summary>
    public static int Days(this Checkpoint checkpoint) => checkpoint switch
    {
        Checkpoint.Day14 => 14,
        Checkpoint.Day30 => 30,
        Checkpoint.Day60 => 60,
        Checkpoint.Day90 => 90,
        _ => 150,
    };

    /// <summary>As files and people write it: "day-14", "month-5".</summary>
    public static string Name(this Checkpoint checkpoint) =>
        checkpoint == Checkpoint.Month5 ? "month-5" : $"day-{checkpoint.Days()}";

    /// <summary>The checkpoint whose day is nearest; of two as near, the earlier.</summary>
    public static Checkpoint Nearest(int daysSinceSignature) =>
        Enum.GetValues<Checkpoint>().MinBy(checkpoint => Math.Abs(checkpoint.Days() - daysSinceSignature));

    /// <summary>The checkpoint of this name; null when there is none.</summary>
    public static Checkpoint? Find(string name) =>
        Enum.GetValues<Checkpoint>().Where(checkpoint => checkpoint.Name().Equals(name, StringComparison.OrdinalIgnoreCase))
            .Select(checkpoint => (Checkpoint?)checkpoint).FirstOrDefault();
}
