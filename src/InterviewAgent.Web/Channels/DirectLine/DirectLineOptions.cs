using System.ComponentModel.DataAnnotations;

namespace InterviewAgent.Web.Channels.DirectLine;

/// <summary>Section "DirectLine".</summary>
internal sealed class DirectLineOptions
{
    /// <summary>A page that slept this long goes on without a new token.</summary>
    [Range(1, 48)]
    public int TokenHours { get; set; } = 12;

    /// <summary>An idle stream carries an empty frame this often, so that no proxy cuts it.</summary>
    [Range(1, 120)]
    public int KeepAliveSeconds { get; set; } = 20;

    /// <summary>Messages a minute from one device before it is asked to wait.</summary>
    [Range(1, 10_000)]
    public int MessagesPerMinute { get; set; } = 60;
}
