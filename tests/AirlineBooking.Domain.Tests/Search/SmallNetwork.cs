using AirlineBooking.Domain.Flights;
using AirlineBooking.Domain.Kernel;
using AirlineBooking.Domain.Tests.Support;

namespace AirlineBooking.Domain.Tests.Search;

/// <summary>A headless airline with a handful of airports and whatever flights a test puts between them.</summary>
internal static class SmallNetwork
{
    public static readonly DateOnly Day = new(2026, 12, 8);

    private static readonly (string Code, string? Area, string Country, double Latitude, double Longitude, string Zone)[] Airports =
    [
        ("LHR", "LON", "GB", 51.47, -0.45, "Europe/London"), ("LGW", "LON", "GB", 51.15, -0.19, "Europe/London"),
        ("CDG", null, "FR", 49.01, 2.55, "Europe/Paris"), ("DXB", null, "AE", 25.25, 55.36, "Asia/Dubai"),
        ("SIN", null, "SG", 1.36, 103.99, "Asia/Singapore"), ("JFK", "NYC", "US", 40.64, -73.78, "America/New_York"),
        ("EWR", "NYC", "US", 40.69, -74.17, "America/New_York"),
    ];

    public static async Task<HeadlessAirline> OpenAsync(Database database, params Flight[] flights)
    {
        var airline = await HeadlessAirline.OpenAsync(database);
        await airline.Writes.RunAsync(async (db, cancel) =>
        {
            db.MetropolitanAreas.AddRange(new MetropolitanArea { Code = AirportCode.Parse("LON"), Name = "London", Country = "GB" }, new MetropolitanArea { Code = AirportCode.Parse("NYC"), Name = "New York", Country = "US" });
            foreach (var (code, area, country, latitude, longitude, zone) in Airports)
            {
                db.Airports.Add(new Airport
                {
                    Code = AirportCode.Parse(code), MetropolitanArea = area is null ? null : AirportCode.Parse(area), Name = code, City = code, Country = country,
                    Latitude = latitude, Longitude = longitude, TimeZone = zone,
                });
            }
            db.Airlines.Add(new Airline { Code = "T0", Name = "Tern Airways" });
            db.AircraftTypes.Add(new AircraftType { Icao = "A20N", Name = "Airbus A320neo", TypicalSeats = 174 });
            db.ScheduleVersions.Add(new ScheduleVersion { Version = 1, ChangedAt = airline.Clock.GetUtcNow() });
            await db.SaveChangesAsync(cancel);
            await FlightRows.InsertAsync(db, flights, cancel);
        });
        await airline.Get<AirportDirectories>().RefreshAsync(CancellationToken.None);
        return airline;
    }

    /// <summary>A flight by what a timetable prints: number, from, to, local departure, minutes in the air, days after the day.</summary>
    public static Flight Flight(int number, string from, string to, string departs, int minutes, int dayAfter = 0)
    {
        var date = Day.AddDays(dayAfter);
        var local = date.ToDateTime(TimeOnly.Parse(departs, System.Globalization.CultureInfo.InvariantCulture));
        var departsAt = AirportClock.ToInstant(local, ZoneOf(from));
        var arrivesAt = departsAt.AddMinutes(minutes);
        var arrival = AirportClock.ToLocal(arrivesAt, ZoneOf(to));
        return new Flight
        {
            Carrier = "T0", OperatingCarrier = "T0", Number = number, ServiceDate = date, Date = date,
            Origin = AirportCode.Parse(from), Destination = AirportCode.Parse(to), DepartsLocal = TimeOnly.FromDateTime(local), ArrivesLocal = TimeOnly.FromDateTime(arrival),
            ArrivalDayOffset = DateOnly.FromDateTime(arrival).DayNumber - date.DayNumber, DepartsAt = departsAt, ArrivesAt = arrivesAt, Aircraft = "A20N", Seats = 174,
        };
    }

    private static string ZoneOf(string code) => Airports.Single(airport => airport.Code == code).Zone;
}
