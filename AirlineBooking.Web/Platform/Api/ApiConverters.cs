using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using AirlineBooking.Domain.Flights;
using AirlineBooking.Domain.Kernel;
using AirlineBooking.Domain.Seats;

namespace AirlineBooking.Web.Platform.Api;

/// <summary>Money as <c>{ "amount": "123.45", "currency": "GBP" }</c>, with exactly the currency's minor digits.</summary>
internal sealed class MoneyConverter : JsonConverter<Money>
{
    public override void Write(Utf8JsonWriter writer, Money value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString("amount"u8, value.ToDecimalString());
        writer.WriteString("currency"u8, value.Currency.ToString());
        writer.WriteEndObject();
    }

    // No request carries an amount yet: what is paid follows from the offer.
    public override Money Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new JsonException("An amount cannot be sent.");
}

/// <summary>An instant as RFC 3339 in UTC, to the second: <c>2026-12-01T09:35:00Z</c>.</summary>
internal sealed class InstantConverter : JsonConverter<DateTimeOffset>
{
    private const string Format = "yyyy-MM-ddTHH:mm:ssZ";

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options)
    {
        Span<char> text = stackalloc char[20];
        value.UtcDateTime.TryFormat(text, out var length, Format, CultureInfo.InvariantCulture);
        writer.WriteStringValue(text[..length]);
    }

    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType is JsonTokenType.String && reader.TryGetDateTimeOffset(out var instant)
            ? instant.ToUniversalTime()
            : throw new JsonException("An instant such as 2026-12-01T09:35:00Z is expected.");
}

/// <summary>What an airport's wall clock shows: <c>2026-12-01T09:35</c>, no offset, beside the airport's zone.</summary>
internal sealed class LocalTimeConverter : JsonConverter<DateTime>
{
    private const string Format = "yyyy-MM-ddTHH:mm";

    public override void Write(Utf8JsonWriter writer, DateTime value, JsonSerializerOptions options)
    {
        Span<char> text = stackalloc char[16];
        value.TryFormat(text, out var length, Format, CultureInfo.InvariantCulture);
        writer.WriteStringValue(text[..length]);
    }

    public override DateTime Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        DateTime.TryParseExact(reader.GetString(), Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
            ? local
            : throw new JsonException("A local time such as 2026-12-01T09:35 is expected.");
}

/// <summary>A duration as ISO 8601: <c>PT2H26M</c>, and with days from 24 hours on: <c>P1DT2H5M</c>.</summary>
internal sealed class DurationConverter : JsonConverter<TimeSpan>
{
    public override void Write(Utf8JsonWriter writer, TimeSpan value, JsonSerializerOptions options) => writer.WriteStringValue(IsoDuration.Format(value));

    public override TimeSpan Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        IsoDuration.TryParse(reader.GetString(), out var duration) ? duration : throw new JsonException("A duration such as PT2H26M is expected.");
}

internal sealed class AirportCodeConverter : JsonConverter<AirportCode>
{
    public override void Write(Utf8JsonWriter writer, AirportCode value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());

    public override AirportCode Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType is JsonTokenType.String && AirportCode.TryParse(reader.GetString(), out var code)
            ? code
            : throw new JsonException("A code of three letters such as LHR is expected.");
}

internal sealed class CurrencyCodeConverter : JsonConverter<CurrencyCode>
{
    public override void Write(Utf8JsonWriter writer, CurrencyCode value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());

    public override CurrencyCode Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType is JsonTokenType.String && CurrencyCode.TryParse(reader.GetString(), out var code)
            ? code
            : throw new JsonException("A currency such as GBP is expected.");
}

internal sealed class FlightNumberConverter : JsonConverter<FlightNumber>
{
    public override void Write(Utf8JsonWriter writer, FlightNumber value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());

    public override FlightNumber Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType is JsonTokenType.String && FlightNumber.TryParse(reader.GetString(), out var number)
            ? number
            : throw new JsonException("A flight number such as T0101 is expected.");
}

internal sealed class FlightIdConverter : JsonConverter<FlightId>
{
    public override void Write(Utf8JsonWriter writer, FlightId value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());

    public override FlightId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType is JsonTokenType.String && FlightId.TryParse(reader.GetString(), out var id)
            ? id
            : throw new JsonException("A flight id such as flt_1f3a is expected.");
}

internal sealed class HoldIdConverter : JsonConverter<HoldId>
{
    public override void Write(Utf8JsonWriter writer, HoldId value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());

    public override HoldId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType is JsonTokenType.String && HoldId.TryParse(reader.GetString(), out var id)
            ? id
            : throw new JsonException("A hold id such as hld_9f86d081884c7d659a2feaa0c55ad015 is expected.");
}

internal sealed class SeatNumberConverter : JsonConverter<SeatNumber>
{
    public override void Write(Utf8JsonWriter writer, SeatNumber value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());

    public override SeatNumber Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType is JsonTokenType.String && SeatNumber.TryParse(reader.GetString(), out var seat)
            ? seat
            : throw new JsonException("A seat such as 12C is expected.");
}
