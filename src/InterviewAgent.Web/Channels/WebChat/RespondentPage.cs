using Microsoft.AspNetCore.Components;

namespace InterviewAgent.Web.Channels.WebChat;

/// <summary>Knows where the application is mounted, so that its addresses hold behind a proxy's path too.</summary>
public abstract class RespondentPage : ComponentBase
{
    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    /// <summary>An address of ours ("/chat") as the browser must ask for it ("/bot/chat").</summary>
    protected string At(string path) => new Uri(Navigation.BaseUri).AbsolutePath.TrimEnd('/') + path;
}
