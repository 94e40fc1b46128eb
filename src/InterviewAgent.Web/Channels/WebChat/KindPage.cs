using InterviewAgent.Interviewing.Links;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InterviewAgent.Web.Channels.WebChat;

/// <summary>What somebody reads whose link leads nowhere any more: never an error.</summary>
internal static class KindPage
{
    /// <param name="unknown">Status where there is no link at all: 404 for a garbled one, 401 for a page without its cookie.</param>
    public static RazorComponentResult<Message> For(LinkState state, int unknown = StatusCodes.Status404NotFound)
    {
        var (status, title, text) = state switch
        {
            LinkState.Expired => (StatusCodes.Status410Gone, "This link has run out", "Personal links work for a limited time, and this one is past it."),
            LinkState.Revoked => (StatusCodes.Status410Gone, "This link was ended", "It was taken back or replaced by a newer one."),
            _ when unknown == StatusCodes.Status401Unauthorized => (unknown, "Please open your personal link",
                "This page needs the link from your invitation. Open it again and you are back where you were."),
            _ => (unknown, "This link does not work", "It may have been cut in two on its way, for example by a line break in a mail."),
        };
        return Say(status, title, text, "Nothing you said is lost. For a new link, ask the person who invited you.");
    }

    public static RazorComponentResult<Message> Say(int status, string title, params string[] sentences) =>
        new(new Dictionary<string, object?> { ["Title"] = title, ["Sentences"] = sentences }) { StatusCode = status };
}
