using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace AirlineBooking.Web.Platform.Api;

/// <summary>How the API writes and reads JSON, in one place.</summary>
public static class ApiJson
{
    public static readonly JsonSerializerOptions Options = Make();

    // Names of places read as they are written. Inside HTML this JSON never stands, so only JSON's own escapes are needed.
    public static readonly JsonWriterOptions WriterOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>Sets options up as ours: for the framework's own reading of bodies too.</summary>
    public static void Apply(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.DictionaryKeyPolicy = null;
        options.PropertyNameCaseInsensitive = false;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.AllowDuplicateProperties = false;
        options.RespectNullableAnnotations = true;
        options.RespectRequiredConstructorParameters = true;
        options.MaxDepth = ApiLimits.MostJsonDepth;
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        options.Converters.Add(new MoneyConverter());
        options.Converters.Add(new InstantConverter());
        options.Converters.Add(new LocalTimeConverter());
        options.Converters.Add(new DurationConverter());
        options.Converters.Add(new AirportCodeConverter());
        options.Converters.Add(new CurrencyCodeConverter());
        options.Converters.Add(new FlightNumberConverter());
        options.Converters.Add(new FlightIdConverter());
        options.Converters.Add(new HoldIdConverter());
        options.Converters.Add(new SeatNumberConverter());
        options.Converters.Add(new ChoiceConverter());
    }

    private static JsonSerializerOptions Make()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web) { TypeInfoResolver = new DefaultJsonTypeInfoResolver() };
        Apply(options);
        options.MakeReadOnly();
        return options;
    }
}
