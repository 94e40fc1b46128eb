using System.Diagnostics;

namespace InterviewAgent.Telemetry;

/// <summary>
/// The product's spans: what was done, for how long, by which rule, with ids and counts. Never words, names, addresses or tokens: a span
/// leaves the house. Costs nothing while nobody listens.
/// </summary>
public static class Spans
{
    /// <summary>To be listened to by whoever exports.</summary>
    public const string SourceName = "InterviewAgent";

    private const int MostLinks = 32;
    private static readonly ActivitySource Source = new(SourceName);

    public static bool AreHeard => Source.HasListeners();

    /// <summary>
    /// What a row keeps of the work that wrote it, so that whoever takes the row up goes on in the same trace: a W3C traceparent, 55
    /// characters. Null: nobody listens, or the trace was not sampled.
    /// </summary>
    public static string? Here => Activity.Current is { Recorded: true, IdFormat: ActivityIdFormat.W3C } here ? here.Id : null;

    /// <summary>A step of what is being done now. Null while nobody listens.</summary>
    public static Activity? Start(string name, ActivityKind kind = ActivityKind.Internal) => Source.StartActivity(name, kind);

    /// <summary>A step that is over, with the time it took.</summary>
    public static void Was(string name, DateTimeOffset began) => Source.StartActivity(name, ActivityKind.Internal, default(ActivityContext), startTime: began)?.Dispose();

    /// <summary>Work that a row carried here from another time or another server, in the trace of whoever wrote the row.</summary>
    /// <param name="from">As <see cref="Here"/> gave it. Null or unreadable: as <see cref="Start"/>.</param>
    /// <param name="others">Further rows that this work takes up with the first: linked, for a span has one parent.</param>
    public static Activity? GoOn(string name, string? from, ActivityKind kind = ActivityKind.Internal, IEnumerable<string?>? others = null)
    {
        if (!Source.HasListeners())
        {
            return null;
        }
        var parent = ActivityContext.TryParse(from, null, isRemote: true, out var read) ? read : default;
        // Within that very trace already: below the step that is under way.
        parent = parent.TraceId == Activity.Current?.TraceId ? default : parent;
        return Source.StartActivity(name, kind, parent, links: others?.Where(other => other != from).Distinct().Take(MostLinks)
            .Select(other => ActivityContext.TryParse(other, null, isRemote: true, out var linked) ? linked : default)
            .Where(linked => linked != default).Select(linked => new ActivityLink(linked)));
    }

    /// <summary>On the product's own step that is under way; elsewhere, and while nobody listens, nothing happens.</summary>
    public static void Tag(string name, object? value)
    {
        if (Activity.Current is { Source.Name: SourceName } here)
        {
            here.SetTag(name, value);
        }
    }

    /// <summary>By the kind of failure; its message may hold anything and is left out.</summary>
    public static void Failed(this Activity? span, string kind) => span?.SetTag("error.type", kind).SetStatus(ActivityStatusCode.Error);
}
