using InterviewAgent.Jobs;
using InterviewAgent.Telemetry;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace InterviewAgent.Web.Telemetry;

/// <summary>
/// Traces, metrics and logs over OTLP, set by the standard variables (OTEL_EXPORTER_OTLP_ENDPOINT, _PROTOCOL, _HEADERS, OTEL_SERVICE_NAME …;
/// opentelemetry.io/docs/specs/otel/configuration/sdk-environment-variables). Without an endpoint nothing of it exists.
/// </summary>
internal static class TelemetrySetup
{
    public const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    /// <summary>What the framework itself counts: requests, connections, calls to others, memory and threads.</summary>
    internal static readonly string[] FrameworkMeters =
        ["Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Net.Http", "System.Runtime"];

    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        if (!IsOn(builder.Configuration))
        {
            return;
        }
        var configuration = builder.Configuration;
        builder.Services.AddSingleton<MeasureWork>().AddHostedService(provider => provider.GetRequiredService<MeasureWork>());
        builder.Services.AddSingleton(_ => Traces(configuration)).AddSingleton(_ => Metrics(configuration)).AddHostedService<Exporting>();
        builder.Logging.AddOpenTelemetry(logs => logs
            .SetResourceBuilder(Here(configuration)).AddProcessor(new KnownValues()).AddOtlpExporter());
    }

    public static bool IsOn(IConfiguration configuration) => !string.IsNullOrWhiteSpace(configuration[Endpoint]);

    private static TracerProvider Traces(IConfiguration configuration) => Sdk.CreateTracerProviderBuilder()
        .ConfigureServices(services => services.AddSingleton(configuration)).SetResourceBuilder(Here(configuration))
        .AddSource(Spans.SourceName, RequestSpans.SourceName, "System.Net.Http")
        .AddProcessor(new KnownTags()).AddOtlpExporter().Build();

    private static MeterProvider Metrics(IConfiguration configuration) => Sdk.CreateMeterProviderBuilder()
        .ConfigureServices(services => services.AddSingleton(configuration)).SetResourceBuilder(Here(configuration))
        .AddMeter([Figures.MeterName, MeasureWork.MeterName, .. FrameworkMeters]).AddOtlpExporter().Build();

    private static ResourceBuilder Here(IConfiguration configuration) => ResourceBuilder.CreateEmpty()
        .AddService(configuration["OTEL_SERVICE_NAME"] is { Length: > 0 } named ? named : "interview-agent",
            serviceVersion: typeof(TelemetrySetup).Assembly.GetName().Version?.ToString(), serviceInstanceId: Environment.MachineName + "-" + Environment.ProcessId)
        .AddTelemetrySdk().AddEnvironmentVariableDetector();
}
