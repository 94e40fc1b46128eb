using InterviewAgent.Web.Channels.WebChat;

namespace InterviewAgent.Web.Channels.DirectLine.Conformance;

/// <summary><c>/chat/conformance</c>: the chat page as respondents get it, talking to the guide. Mapped where the guide is switched on.</summary>
internal static class ConformancePage
{
    public const string Path = "/chat/conformance";

    public static IResult Get(HttpContext http, ConformanceDoor door) => door.Admits(http)
        ? ChatEndpoint.Page(http, new ChatView("the conformance guide", "nobody", new SeenConversation(null, [], 0, false)), Path + "/token")
        : Results.NotFound();

    public static IResult Token(HttpContext http, ConformanceDoor door, DirectLineTokens tokens) => door.Admits(http)
        ? ChatEndpoint.TokenFor(ConformanceGuide.NewVisitor(null), tokens)
        : Results.NotFound();
}
