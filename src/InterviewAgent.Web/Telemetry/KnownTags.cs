using System.Collections.Frozen;
using System.Diagnostics;
using OpenTelemetry;

namespace InterviewAgent.Web.Telemetry;

/// <summary>
/// Lets out of a span what is listed here and nothing else: an address can hold a token, a message of an exception can hold an answer, and
/// what a framework will write into its spans next year nobody knows. Ours are written by us and hold ids, counts and words of the product.
/// </summary>
internal sealed class KnownTags : BaseProcessor<Activity>
{
    private static readonly FrozenSet<string> OfOthers = new[]
    {
        "http.request.method", "http.response.status_code", "http.route", "network.protocol.version", "network.protocol.name", "url.scheme",
        "server.port", "server.address", "error.type", "http.request.resend_count",
    }.ToFrozenSet(StringComparer.Ordinal);

    public override void OnEnd(Activity data)
    {
        if (data.Source.Name == InterviewAgent.Telemetry.Spans.SourceName)
        {
            data.TraceStateString = null;
            return;
        }
        foreach (var (name, _) in data.TagObjects.Where(tag => !OfOthers.Contains(tag.Key)).ToList())
        {
            data.SetTag(name, null);
        }
        data.DisplayName = Name(data);
        data.SetStatus(data.Status); // Without its description.
        data.TraceStateString = null; // The caller wrote it.
    }

    /// <summary>Method and route: a route is ours, with its parameters by name.</summary>
    private static string Name(Activity data)
    {
        var method = data.GetTagItem("http.request.method") as string;
        return (method, data.GetTagItem("http.route") as string) switch
        {
            (null, _) => data.OperationName,
            (_, null) => method,
            var (_, route) => $"{method} {route}",
        };
    }
}
