using InterviewAgent.Web.Channels.Connector;
using Microsoft.Extensions.Options;

namespace InterviewAgent.Web.Channels.Teams;

/// <summary>Whether there is a bot to talk to, and the address that opens a chat with it.</summary>
internal sealed class TeamsDoor(IOptions<ConnectorOptions> options)
{
    public bool IsOpen => options.Value.AppId.Length > 0 || options.Value.IsAnonymous;

    /// <summary>Opens a chat with the bot, the code already written; null where there is none to open. 21Vianet's Teams has no such address.</summary>
    public string? Address(string code) => options.Value is { AppId: { Length: > 0 } bot, Cloud: var cloud } && cloud != Cloud.China
        ? $"https://{(cloud == Cloud.UsGov ? "gov.teams.microsoft.us" : "teams.microsoft.com")}/l/chat/0/0?users={Uri.EscapeDataString("28:" + bot)}&message={Uri.EscapeDataString(code)}"
        : null;
}
