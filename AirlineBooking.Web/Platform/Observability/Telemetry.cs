using System.Diagnostics;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace AirlineBooking.Web.Platform.Observability;

/// <summary>Traces and metrics under their standard names, sent by OTLP where the configuration says so.</summary>
/// <remarks>
/// Without an address nothing listens, so a request pays nothing; the framework's meters stay readable from outside with the
/// platform's own tools.
/// </remarks>
public static class Telemetry
{
    public const string EndpointSetting = "Otlp:Endpoint";

    // The standard's own variables say where and how; ours is only a place in the settings file for the address.
    private const string EndpointVariable = "OTEL_EXPORTER_OTLP_ENDPOINT";

    public static WebApplicationBuilder AddTelemetry(this WebApplicationBuilder builder)
    {
        var address = builder.Configuration[EndpointVariable] ?? builder.Configuration[EndpointSetting];
        if (string.IsNullOrWhiteSpace(address)) return builder;
        if (!Uri.TryCreate(address, UriKind.Absolute, out var endpoint) || endpoint.Scheme is not ("http" or "https"))
        {
            Settings.StartupCheck.Complain(builder.Services, $"{EndpointSetting} is '{address}'; it must be an address such as http://localhost:4317.");
            return builder;
        }
        builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("airline-booking", serviceVersion: typeof(Telemetry).Assembly.GetName().Version?.ToString()))
            .WithTracing(traces => traces
                .AddAspNetCoreInstrumentation(options => options.Filter = static context => !context.Request.Path.StartsWithSegments("/health"))
                .AddHttpClientInstrumentation()
                .AddProcessor(new WithoutQueries()))
            .WithMetrics(metrics => metrics
                .AddAspNetCoreInstrumentation()
                .AddHttpClientInstrumentation()
                .AddRuntimeInstrumentation())
            .UseOtlpExporter(ProtocolOf(builder.Configuration), endpoint);
        return builder;
    }

    private static OpenTelemetry.Exporter.OtlpExportProtocol ProtocolOf(ConfigurationManager configuration) =>
        configuration["OTEL_EXPORTER_OTLP_PROTOCOL"] is "http/protobuf" || configuration["Otlp:Protocol"] is "http/protobuf"
            ? OpenTelemetry.Exporter.OtlpExportProtocol.HttpProtobuf
            : OpenTelemetry.Exporter.OtlpExportProtocol.Grpc;

    // A query or a path may name a person, an offer or a booking, an address is a person's own: a span keeps the route.
    private sealed class WithoutQueries : BaseProcessor<Activity>
    {
        private static readonly string[] Personal = ["url.query", "url.path", "url.full", "client.address", "network.peer.address", "network.peer.port", "user_agent.original"];

        public override void OnEnd(Activity data)
        {
            if (data.Kind is not ActivityKind.Server) return;
            foreach (var tag in Personal) data.SetTag(tag, null);
        }
    }
}
