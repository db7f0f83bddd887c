using AirlineBooking.Domain.Flights;
using AirlineBooking.Domain.Kernel;

namespace AirlineBooking.Domain.Tests.Support;

/// <summary>Flights with seats to hold and to sell: London to Zurich by A320neo, days after the clock's start.</summary>
public static class SeatedFlights
{
    /// <summary>Adds airports and flights; every flight leaves a day after the one before.</summary>
    public static async Task<FlightId[]> AddFlightsAsync(this HeadlessAirline airline, int count = 1, string aircraft = "A20N", int seats = 174)
    {
        await using var db = await airline.Databases.CreateDbContextAsync();
        foreach (var (code, zone, latitude, longitude) in new[] { ("LHR", "Europe/London", 51.47, -0.45), ("ZRH", "Europe/Zurich", 47.46, 8.55) })
        {
            if (await db.Airports.FindAsync(AirportCode.Parse(code)) is not null) continue;
            db.Airports.Add(new Airport { Code = AirportCode.Parse(code), Name = code, City = code, Country = code == "LHR" ? "GB" : "CH", Latitude = latitude, Longitude = longitude, TimeZone = zone });
        }
        if (await db.Airlines.FindAsync("T0") is null) db.Airlines.Add(new Airline { Code = "T0", Name = "Tern Airways", TicketingPrefix = "901" });
        if (await db.AircraftTypes.FindAsync(aircraft) is null) db.AircraftTypes.Add(new AircraftType { Icao = aircraft, Iata = "32N", Name = aircraft, Category = "jet" });
        var flights = Enumerable.Range(0, count).Select(day => NewFlight(day, aircraft, seats)).ToArray();
        db.Flights.AddRange(flights);
        await ScheduleVersions.BumpAsync(db, airline.Clock.GetUtcNow(), default);
        await db.SaveChangesAsync();
        await airline.Get<AirportDirectories>().RefreshAsync(default);
        return [.. flights.Select(flight => flight.Id)];
    }

    private static Flight NewFlight(int day, string aircraft, int seats)
    {
        var date = DateOnly.FromDateTime(HeadlessAirline.Start.UtcDateTime).AddDays(10 + day);
        return new Flight
        {
            Carrier = "T0", OperatingCarrier = "T0", Number = 101, ServiceDate = date, Date = date,
            Origin = AirportCode.Parse("LHR"), Destination = AirportCode.Parse("ZRH"),
            DepartsLocal = new TimeOnly(9, 0), ArrivesLocal = new TimeOnly(11, 45), ArrivalDayOffset = 0,
            DepartsAt = new DateTimeOffset(date, new TimeOnly(9, 0), TimeSpan.Zero), ArrivesAt = new DateTimeOffset(date, new TimeOnly(10, 45), TimeSpan.Zero),
            Aircraft = aircraft, Seats = seats,
        };
    }
}
