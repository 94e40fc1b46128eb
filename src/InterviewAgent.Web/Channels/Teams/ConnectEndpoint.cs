using InterviewAgent.Interviewing.Links;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InterviewAgent.Web.Channels.Teams;

/// <summary><c>/chat/teams</c>: a code that connects a chat in Teams with the respondent of this personal link.</summary>
internal static class ConnectEndpoint
{
    public static IResult Get(HttpContext http, TeamsDoor door) => Page(door, http.Visitor(), null);

    /// <summary>Only for a device that may read the whole interview, since the chat will.</summary>
    public static async Task<IResult> Post(HttpContext http, TeamsDoor door, PairingCode codes, CancellationToken cancellation) =>
        Page(door, http.Visitor(), door.IsOpen && http.Visitor().Trusted ? await codes.Make(http.Link().Id, cancellation) : null);

    private static RazorComponentResult<Connect> Page(TeamsDoor door, Visitor visitor, string? code) => new(new Dictionary<string, object?>
    {
        ["IsOpen"] = door.IsOpen, ["Trusted"] = visitor.Trusted, ["Code"] = code, ["Address"] = code is null ? null : door.Address(code),
    });
}
