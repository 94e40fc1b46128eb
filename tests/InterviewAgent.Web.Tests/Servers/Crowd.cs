using System.Globalization;
using System.Security.Cryptography;

namespace InterviewAgent.Web.Tests.Servers;

/// <summary>How many people talk at once, and how long each takes to answer.</summary>
internal static class Crowd
{
    /// <summary>Of <c>INTERVIEW_AGENT_SERVERS_RUN</c>; a few where it is not set.</summary>
    public static readonly int Size = int.Parse(Environment.GetEnvironmentVariable("INTERVIEW_AGENT_SERVERS_RUN") ?? "24", CultureInfo.InvariantCulture);

    public static readonly bool IsLarge = Size >= 100;

    /// <summary>The more of them there are, the longer, so that what is measured is not one machine's queue; <c>INTERVIEW_AGENT_SERVERS_SLOWEST</c> says otherwise.</summary>
    public static readonly int SlowestSeconds = Environment.GetEnvironmentVariable("INTERVIEW_AGENT_SERVERS_SLOWEST") is { } said
        ? int.Parse(said, CultureInfo.InvariantCulture) : IsLarge ? Math.Max(20, Size / 24) : 1;

    /// <summary>Between half and the whole of the time, so that all are under way at once for most of a run.</summary>
    public static Task Think() => Task.Delay(RandomNumberGenerator.GetInt32(SlowestSeconds * 500, 1 + SlowestSeconds * 1000));
}
