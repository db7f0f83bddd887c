using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using AirlineBooking.Domain.Flights;
using AirlineBooking.Domain.Kernel;
using AirlineBooking.Domain.Seats;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace AirlineBooking.Web.Platform.Api.OpenApi;

/// <summary>Says what our own kinds of values look like in JSON: the converters write them, and no generator can see into those.</summary>
internal static class DescribeSchemas
{
    public static Task RunAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken _)
    {
        var type = Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) ?? context.JsonTypeInfo.Type;
        var nullable = type != context.JsonTypeInfo.Type ? JsonSchemaType.Null : 0;
        if (type == typeof(Money))
        {
            schema.Type = JsonSchemaType.Object | nullable;
            schema.Properties = new Dictionary<string, IOpenApiSchema>
            {
                ["amount"] = new OpenApiSchema { Type = JsonSchemaType.String, Pattern = @"^-?\d+(\.\d+)?$", Description = "A decimal with exactly the currency's minor digits.", Examples = [JsonValue.Create("123.45")] },
                ["currency"] = new OpenApiSchema { Type = JsonSchemaType.String, Pattern = "^[A-Z]{3}$", Description = "ISO 4217.", Examples = [JsonValue.Create("GBP")] },
            };
            schema.Required = new HashSet<string> { "amount", "currency" };
        }
        else if (nullable is 0 || !type.IsEnum) Describe(schema, type, nullable);
        else schema.OneOf = [new OpenApiSchema { Type = JsonSchemaType.Null }, Described(type)];
        if (context.JsonTypeInfo is { Kind: JsonTypeInfoKind.Enumerable, ElementType: { } element } && schema.Items is null) schema.Items = Described(element);
        return Task.CompletedTask;
    }

    private static OpenApiSchema Described(Type type)
    {
        var schema = new OpenApiSchema();
        Describe(schema, type, 0);
        return schema;
    }

    private static void Describe(OpenApiSchema schema, Type type, JsonSchemaType nullable)
    {
        if (type.IsEnum)
        {
            schema.Type = JsonSchemaType.String;
            schema.Enum = [.. Enum.GetValues(type).Cast<Enum>().Select(value => (JsonNode)JsonValue.Create(ChoiceNames.Of(value)))];
        }
        else if (Texts.TryGetValue(type, out var text))
        {
            schema.Type = JsonSchemaType.String | nullable;
            (schema.Format, schema.Pattern, schema.Description) = (text.Format, text.Pattern, schema.Description ?? text.Description);
            schema.Examples = [JsonValue.Create(text.Example)];
        }
    }

    private static readonly Dictionary<Type, (string? Format, string? Pattern, string Description, string Example)> Texts = new()
    {
        [typeof(AirportCode)] = (null, "^[A-Z]{3}$", "An IATA code of an airport or a city.", "LHR"),
        [typeof(CurrencyCode)] = (null, "^[A-Z]{3}$", "An ISO 4217 currency.", "GBP"),
        [typeof(FlightNumber)] = (null, "^[A-Z0-9]{2}[1-9][0-9]{0,3}[A-Z]?$", "A designator of two characters, a number, perhaps a suffix.", "T0101"),
        [typeof(FlightId)] = (null, "^flt_[0-9a-f]+$", "Which dated flight; opaque.", "flt_1f3a"),
        [typeof(HoldId)] = (null, "^hld_[0-9a-f]{32}$", "Which hold; who knows it owns it.", "hld_9f86d081884c7d659a2feaa0c55ad015"),
        [typeof(SeatNumber)] = (null, "^[1-9][0-9]{0,2}[A-Z]$", "A seat by its row and letter.", "12C"),
        [typeof(DateTimeOffset)] = ("date-time", null, "An instant, in UTC.", "2026-12-01T09:35:00Z"),
        [typeof(DateTime)] = (null, @"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$", "What the airport's clock shows, without an offset.", "2026-12-01T09:35"),
        [typeof(DateOnly)] = ("date", null, "A date.", "2026-12-01"),
        [typeof(TimeSpan)] = ("duration", null, "An ISO 8601 duration; days stand apart from 24 hours on.", "PT2H26M"),
    };
}
