using System.ComponentModel.DataAnnotations;

namespace InterviewAgent.Web.Channels.DirectLine;

/// <summary>Section "DirectLine".</summary>
internal sealed class DirectLineOptions
{
    /// <summary>A page that slept this long goes on without a new token.</summary>
    [Range(1, 48 * 3600)]
    public int TokenSeconds { get; set; } = 12 * 3600;

    /// <summary>An idle stream carries an empty frame this often, so that no proxy cuts it.</summary>
    [Range(1, 120)]
    public int KeepAliveSeconds { get; set; } = 20;

    /// <summary>Messages a minute from one device before it is asked to wait.</summary>
    [Range(1, 10_000)]
    public int MessagesPerMinute { get; set; } = 60;

    /// <summary>
    /// On a loopback server, and on no other: whoever holds <see cref="Secret"/> may talk to a guide that repeats what is written,
    /// so that clients of the protocol can be tried without an invitation.
    /// </summary>
    public bool ConformanceGuide { get; set; }

    /// <summary>From the environment: <c>DirectLine__Secret</c>. It opens the conformance guide and nothing else.</summary>
    public string Secret { get; set; } = "";
}
