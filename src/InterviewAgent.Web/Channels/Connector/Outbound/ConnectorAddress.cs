using System.Diagnostics.CodeAnalysis;

namespace InterviewAgent.Web.Channels.Connector.Outbound;

/// <summary>
/// The address of a call: the service URL with its own path kept, and the ids escaped, so that none of them reaches another place.
/// </summary>
internal static class ConnectorAddress
{
    public static string Conversations => "v3/conversations";

    public static string Activities(string conversation) => $"{Conversations}/{Escaped(conversation)}/activities";

    public static string Activity(string conversation, string activity) => $"{Activities(conversation)}/{Escaped(activity)}";

    public static string Members(string conversation) => $"{Conversations}/{Escaped(conversation)}/members";

    public static string Member(string conversation, string user) => $"{Members(conversation)}/{Escaped(user)}";

    public static bool TryMake(string serviceUrl, string path, [NotNullWhen(true)] out Uri? address)
    {
        address = null;
        return Uri.TryCreate(serviceUrl, UriKind.Absolute, out var root) && root.Query.Length == 0 && root.Fragment.Length == 0
            && !path.Split('/').Any(part => part is "" or "." or "..")
            && Uri.TryCreate($"{root.AbsoluteUri.TrimEnd('/')}/{path}", UriKind.Absolute, out address);
    }

    // Teams' ids hold ':' ';' '=' '@'. Dots stay as they are: an id of nothing but dots would climb, and is refused above.
    private static string Escaped(string id) => Uri.EscapeDataString(id);
}
