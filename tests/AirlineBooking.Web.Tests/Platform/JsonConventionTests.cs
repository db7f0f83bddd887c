using System.Text.Json;
using AirlineBooking.Domain.Flights;
using AirlineBooking.Domain.Kernel;
using AirlineBooking.Web.Platform.Api;

namespace AirlineBooking.Web.Tests.Platform;

public sealed class JsonConventionTests
{
    [Theory]
    [InlineData(12345, "GBP", """{"amount":"123.45","currency":"GBP"}""")]
    [InlineData(5, "GBP", """{"amount":"0.05","currency":"GBP"}""")]
    [InlineData(-5, "GBP", """{"amount":"-0.05","currency":"GBP"}""")]
    [InlineData(12345, "JPY", """{"amount":"12345","currency":"JPY"}""")]
    [InlineData(12345, "KWD", """{"amount":"12.345","currency":"KWD"}""")]
    public void Money_has_exactly_the_currencys_digits(long minorUnits, string currency, string json) =>
        Assert.Equal(json, Write(new Money(minorUnits, CurrencyCode.Parse(currency))));

    [Fact]
    public void An_instant_is_UTC_to_the_second() =>
        Assert.Equal("\"2026-12-01T08:35:07Z\"", Write(new DateTimeOffset(2026, 12, 1, 9, 35, 7, 999, TimeSpan.FromHours(1))));

    [Fact]
    public void An_airports_time_is_local_without_offset() => Assert.Equal("\"2026-12-01T09:35\"", Write(new DateTime(2026, 12, 1, 9, 35, 0)));

    [Fact]
    public void A_date_is_a_date() => Assert.Equal("\"2026-12-01\"", Write(new DateOnly(2026, 12, 1)));

    [Theory]
    [InlineData(0, "PT0M")]
    [InlineData(45, "PT45M")]
    [InlineData(120, "PT2H")]
    [InlineData(146, "PT2H26M")]
    [InlineData(1440, "P1D")]
    [InlineData(1445, "P1DT5M")]
    [InlineData(1565, "P1DT2H5M")]
    public void A_duration_is_ISO_8601_and_reads_back(int minutes, string text)
    {
        Assert.Equal(text, IsoDuration.Format(TimeSpan.FromMinutes(minutes)));
        Assert.True(IsoDuration.TryParse(text, out var duration));
        Assert.Equal(minutes, duration.TotalMinutes);
    }

    [Fact]
    public void Names_are_camelCase_and_choices_snake_case() =>
        Assert.Equal("""{"someCabin":"premium_economy","from":"LHR","flightNumber":"T0101","flightId":"flt_1f3a"}""",
            Write(new Sample(Cabin.PremiumEconomy, AirportCode.Parse("LHR"), FlightNumber.Parse("T0 0101"), new FlightId(0x1f3a))));

    [Theory]
    [InlineData("""{"someCabin":"economy","from":"LHR","flightNumber":"T0101","flightId":"flt_1","extra":1}""")]
    [InlineData("""{"SomeCabin":"economy","from":"LHR","flightNumber":"T0101","flightId":"flt_1"}""")]
    [InlineData("""{"someCabin":0,"from":"LHR","flightNumber":"T0101","flightId":"flt_1"}""")]
    [InlineData("""{"someCabin":"economy","from":"LHRX","flightNumber":"T0101","flightId":"flt_1"}""")]
    [InlineData("""{"someCabin":"economy","someCabin":"first","from":"LHR","flightNumber":"T0101","flightId":"flt_1"}""")]
    public void What_is_not_of_the_contract_is_not_read(string json) =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Sample>(json, ApiJson.Options));

    private static string Write<T>(T value) => JsonSerializer.Serialize(value, ApiJson.Options);

    private sealed record Sample(Cabin SomeCabin, AirportCode From, FlightNumber FlightNumber, FlightId FlightId);
}
