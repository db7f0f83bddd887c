using AirlineBooking.Domain.Kernel;
using AirlineBooking.Web.Platform.Api;

namespace AirlineBooking.Web.CheckIn;

/// <summary>Calls for the document; none of them is made while it is.</summary>
internal static class CheckInExamples
{
    public const string PassWords = "As check-in answered it.";

    private const string SomePass = "bps_0199f3a8c0de7b21a4c5d6e7f8091a2e";
    private const string Pass = "boardingPassId";

    public static async ValueTask<ExampleCall?> CheckInAsync(IServiceProvider services, CancellationToken cancel)
    {
        if (await SomePassAsync(services, cancel) is not { } pass) return null;
        var question = new CheckInQuestion(pass.FlightId, ["$passenger"], new Dictionary<string, DocumentQuestion> { ["$passenger"] = new("passport", "C01X00T47", "GB", "GB") });
        return OfBooking() with { Body = BookingExample.Write(question), Shown = new BoardingPassesAnswer([pass]), After = BookingExample.AfterBooking(("$passenger", "/passengers/0/id")) };
    }

    public static async ValueTask<ExampleCall?> GetAsync(IServiceProvider services, CancellationToken cancel) => await SomePassAsync(services, cancel) is { } pass
        ? OfBooking((Pass, SomePass)) with { Shown = pass, After = new ExampleStep("checkIn", "check_in", new Dictionary<string, string> { [Pass] = "/data/0/id" }) }
        : null;

    public static async ValueTask<ExampleCall?> GetCodeAsync(IServiceProvider services, CancellationToken cancel) =>
        await GetAsync(services, cancel) is { } call ? call with { Shown = "<svg xmlns=\"http://www.w3.org/2000/svg\">…</svg>" } : null;

    internal static ExampleCall OfBooking(params (string Name, string Value)[] more) => ExampleCall.With([(BookingEndpoints.Locator, BookingExample.SomeLocator), .. more]) with { IsMade = false };

    private static async Task<BoardingPassAnswer?> SomePassAsync(IServiceProvider services, CancellationToken cancel)
    {
        if (await BookingExample.OfferAsync(services, cancel) is not { } offer) return null;
        var flight = offer.Slices[0].Segments[0];
        return new BoardingPassAnswer(
            SomePass, BookingExample.SomePassenger, flight.FlightId, "MUELLER/ZOE", BookingExample.SomeLocator, flight.FlightNumber, flight.Origin, flight.Destination, flight.DepartingAt,
            flight.OriginTimeZone, Cabin.Economy, "31A", 7, "5", null, "9990000000017",
            $"M1MUELLER/ZOE         E7KXQ4M {flight.Origin}{flight.Destination}{flight.FlightNumber.Carrier,-3}{flight.FlightNumber.Number:D4} 335Y031A0007 100");
    }
}
