using InterviewAgent.Interviewing;
using InterviewAgent.Web.Channels.DirectLine;
using Microsoft.AspNetCore.Http.Features;

namespace InterviewAgent.Web.Channels;

/// <summary>What the filters before a handler have found out about its caller.</summary>
internal static class CallersOwn
{
    public static Visitor Visitor(this HttpContext http) => http.Features.GetRequiredFeature<Visitor>();

    public static ITalk Talk(this HttpContext http) => http.Features.GetRequiredFeature<ITalk>();

    public static Link Link(this HttpContext http) => http.Features.GetRequiredFeature<Link>();
}
