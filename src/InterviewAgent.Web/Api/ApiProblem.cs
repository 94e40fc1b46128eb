namespace InterviewAgent.Web.Api;

/// <summary>RFC 9457: what is wrong and how to mend it.</summary>
internal static class ApiProblem
{
    public static IResult Of(int status, string title, string detail, IDictionary<string, object?>? more = null) =>
        Results.Problem(detail, statusCode: status, title: title, extensions: more);
}
