using System.Collections.Concurrent;
using System.Text;
using InterviewAgent.Web.Tests.Channels.Connector;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace InterviewAgent.Web.Tests.Telemetry;

/// <summary>An OTLP endpoint over HTTP with protobuf (opentelemetry.io/docs/specs/otlp), which keeps every byte that it is sent.</summary>
internal sealed class OtlpReceiver : LocalServer
{
    private readonly ConcurrentQueue<(string Signal, byte[] Body)> received = new();

    public static async Task<OtlpReceiver> Start()
    {
        OtlpReceiver receiver = new();
        await receiver.Listen(app => app.MapPost("/v1/{signal}", async (string signal, HttpRequest request) =>
        {
            using MemoryStream body = new();
            await request.Body.CopyToAsync(body);
            receiver.received.Enqueue((signal, body.ToArray()));
            return Results.Bytes([], "application/x-protobuf");
        }));
        return receiver;
    }

    public Dictionary<string, string> Settings => new() { ["OTEL_EXPORTER_OTLP_ENDPOINT"] = Address, ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf" };

    /// <summary>Everything the site has to tell is sent now.</summary>
    public static async Task Flush(Site site)
    {
        await site.Services.GetRequiredService<InterviewAgent.Jobs.MeasureWork>().Run();
        Assert.True(site.Services.GetRequiredService<TracerProvider>().ForceFlush(10_000));
        Assert.True(site.Services.GetRequiredService<MeterProvider>().ForceFlush(10_000));
        Assert.True(site.Services.GetRequiredService<LoggerProvider>().ForceFlush(10_000));
    }

    public IReadOnlyList<SpanSeen> Spans =>
        [.. Of("traces").SelectMany(scope => scope.Messages(2).Select(span => new SpanSeen(
            scope.Messages(1).Single().Text(1), span.Text(5), span.Hex(1), span.Hex(2), span.Hex(4), span.Attributes(9),
            [.. span.Messages(13).Select(link => link.Hex(1))])))];

    /// <summary>Names of metrics, each with the attributes of its points.</summary>
    public ILookup<string, Dictionary<string, string>> Metrics => Of("metrics").SelectMany(scope => scope.Messages(2)).SelectMany(metric =>
        new[] { (Kind: 5, Attributes: 7), (Kind: 7, Attributes: 7), (Kind: 9, Attributes: 9) } // Gauge, Sum, Histogram
            .SelectMany(kind => metric.Messages(kind.Kind).SelectMany(points => points.Messages(1)).Select(point => (Name: metric.Text(1), point.Attributes(kind.Attributes)))))
        .ToLookup(point => point.Name, point => point.Item2);

    /// <summary>Bodies of log lines with their attributes.</summary>
    public IReadOnlyList<(string Body, Dictionary<string, string> Attributes)> Logs =>
        [.. Of("logs").SelectMany(scope => scope.Messages(2)).Select(line => (line.Messages(5).FirstOrDefault()?.Text(1) ?? "", line.Attributes(6)))];

    /// <summary>Of these words, those that stand in any byte of any signal, as they are or as an address or JSON writes them.</summary>
    public IReadOnlyList<string> Find(IEnumerable<string> words)
    {
        var all = received.Select(one => Encoding.UTF8.GetString(one.Body)).ToList();
        return [.. words.Where(word => new[] { word, Uri.EscapeDataString(word), System.Text.Json.JsonSerializer.Serialize(word)[1..^1] }
            .Any(form => all.Exists(body => body.Contains(form, StringComparison.OrdinalIgnoreCase))))];
    }

    private IEnumerable<Wire> Of(string signal) =>
        received.Where(one => one.Signal == signal).SelectMany(one => Wire.Of(one.Body).Messages(1)).SelectMany(resource => resource.Messages(2));
}

internal sealed record SpanSeen(
    string Source, string Name, string Trace, string Id, string Parent, Dictionary<string, string> Attributes, IReadOnlyList<string> Links);
