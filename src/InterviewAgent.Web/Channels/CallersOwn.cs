using InterviewAgent.Interviewing;
using Microsoft.AspNetCore.Http.Features;

namespace InterviewAgent.Web.Channels;

/// <summary>What the filters before a handler have found out about its caller.</summary>
internal static class CallersOwn
{
    public static Visitor Visitor(this HttpContext http) => http.Features.GetRequiredFeature<Visitor>();

    public static Link Link(this HttpContext http) => http.Features.GetRequiredFeature<Link>();
}
