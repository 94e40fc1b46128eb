using InterviewAgent.Web.Security;
using Microsoft.Extensions.Options;

namespace InterviewAgent.Web.Channels.Connector;

/// <summary>The one way in without a token (bot-protocol.md §2.4): asked for in the settings, no app id, and everything about the call is of this machine.</summary>
internal sealed class LoopbackOnly(IOptions<ConnectorOptions> options)
{
    public bool Open => options.Value.IsAnonymous;

    /// <summary>Null: let in.</summary>
    public Refusal? Refuses(HttpContext http, ChannelActivity activity) =>
        Refuses(http) ?? (ThisMachine.IsAddress(activity.ServiceUrl) ? null : Refusal.ServiceUrl);

    public Refusal? Refuses(HttpContext http) => Open && ThisMachine.IsCalling(http) ? null : Refusal.Token;
}
