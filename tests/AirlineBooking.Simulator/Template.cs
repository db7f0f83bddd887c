using AirlineBooking.Domain.Fares;
using AirlineBooking.Domain.Flights;
using AirlineBooking.Domain.Kernel;
using AirlineBooking.Web.Platform.Database;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace AirlineBooking.Simulator;

/// <summary>The database that every history begins with: the schema, a few flights with few seats, and a key for offers.</summary>
internal static class Template
{
    /// <summary>What the clock shows when a history begins: a Monday morning.</summary>
    public static readonly DateTimeOffset Start = new(2026, 11, 30, 9, 0, 0, TimeSpan.Zero);

    private const string SmallAircraft = "XSIM";
    private const int FewSeats = 15;

    private static readonly Lock Making = new();
    private static SqliteConnection? _made;

    /// <summary>Copies the template into an open database, over whatever is there.</summary>
    public static void CopyTo(SqliteConnection database)
    {
        lock (Making) (_made ??= Make()).BackupDatabase(database);
    }

    /// <summary>A database in memory that is never synced: nothing of it outlives the process anyway.</summary>
    public static SqliteConnection Open()
    {
        var connection = new SqliteConnection("Data Source=:memory:;Pooling=False");
        connection.Open();
        return connection;
    }

    private static SqliteConnection Make()
    {
        var connection = Open();
        using var db = new SqliteAirlineDb(AirlineDbOptions.Sqlite(connection));
        db.Database.Migrate();
        foreach (var (code, country, zone, latitude, longitude) in new[]
        {
            ("LHR", "GB", "Europe/London", 51.47, -0.45), ("ZRH", "CH", "Europe/Zurich", 47.46, 8.55), ("VIE", "AT", "Europe/Vienna", 48.11, 16.57),
        })
        {
            db.Airports.Add(new Airport { Code = AirportCode.Parse(code), Name = code, City = code, Country = country, Latitude = latitude, Longitude = longitude, TimeZone = zone });
        }
        db.Airlines.Add(new Airline { Code = "T0", Name = "Tern Airways", TicketingPrefix = "901" });
        db.AircraftTypes.Add(new AircraftType { Icao = SmallAircraft, Iata = "XSM", Name = SmallAircraft, Category = "turboprop" });
        db.OfferKeys.Add(new OfferKey { Id = 1, Secret = [.. Enumerable.Range(1, OfferKey.SecretLength).Select(i => (byte)i)], CreatedAt = Start, SignsFrom = Start });
        // One soon enough to check in for, one that flies on as the same flight, and a way back.
        db.Flights.AddRange(
            Flight(101, 1, "LHR", "ZRH", 1, new TimeOnly(9, 0)),
            Flight(201, 1, "LHR", "ZRH", 10, new TimeOnly(9, 0), joinsNext: true),
            Flight(201, 2, "ZRH", "VIE", 10, new TimeOnly(13, 0)),
            Flight(102, 1, "ZRH", "LHR", 12, new TimeOnly(15, 0)));
        ScheduleVersions.BumpAsync(db, Start, default).GetAwaiter().GetResult();
        db.SaveChanges();
        return connection;
    }

    private static Flight Flight(int number, int leg, string origin, string destination, int days, TimeOnly leaves, bool joinsNext = false)
    {
        var date = DateOnly.FromDateTime(Start.UtcDateTime).AddDays(days);
        DateTimeOffset At(string airport, TimeOnly time) => AirportClock.ToInstant(date.ToDateTime(time), airport switch { "LHR" => "Europe/London", "ZRH" => "Europe/Zurich", _ => "Europe/Vienna" });
        var lands = leaves.AddHours(2);
        return new Flight
        {
            Carrier = "T0", OperatingCarrier = "T0", Number = number, LegSequence = leg, JoinsNextLeg = joinsNext, ServiceDate = date, Date = date,
            Origin = AirportCode.Parse(origin), Destination = AirportCode.Parse(destination),
            DepartsLocal = leaves, ArrivesLocal = lands, ArrivalDayOffset = 0, DepartsAt = At(origin, leaves), ArrivesAt = At(destination, lands),
            Aircraft = SmallAircraft, Seats = FewSeats,
        };
    }
}
