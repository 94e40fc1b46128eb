using System.ComponentModel.DataAnnotations;

namespace InterviewAgent.Web.Channels.WebChat;

/// <summary>Section "WebChat".</summary>
internal sealed class WebChatOptions
{
    /// <summary>Links opened a minute from one address; an office behind one address opens many on a Monday.</summary>
    [Range(1, 100_000)]
    public int OpensPerMinute { get; set; } = 300;

    /// <summary>Posts a minute by one respondent: answers in the plain form, codes, choices, tokens.</summary>
    [Range(1, 10_000)]
    public int PostsPerMinute { get; set; } = 60;
}
