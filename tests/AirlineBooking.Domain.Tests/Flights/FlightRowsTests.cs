using AirlineBooking.Domain.Flights;
using AirlineBooking.Domain.Kernel;
using AirlineBooking.Domain.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace AirlineBooking.Domain.Tests.Flights;

public sealed class FlightRowsTests
{
    [Theory, EveryDatabase]
    public async Task What_is_put_in_is_what_the_context_reads(Database database)
    {
        await using var airline = await HeadlessAirline.OpenAsync(database);
        await AddPlacesAsync(airline);
        var flight = SomeFlight(101);

        var added = await airline.Writes.RunAsync((db, cancel) => FlightRows.InsertAsync(db, [flight], cancel));

        Assert.Equal(1, added);
        await using var db = airline.Databases.CreateDbContext();
        var stored = await db.Flights.SingleAsync();
        Assert.Equal(Facts(flight), Facts(stored));
    }

    [Theory, EveryDatabase]
    public async Task A_known_flight_keeps_its_id(Database database)
    {
        await using var airline = await HeadlessAirline.OpenAsync(database);
        await AddPlacesAsync(airline);

        await airline.Writes.RunAsync((db, cancel) => FlightRows.InsertAsync(db, [SomeFlight(101)], cancel));
        var again = await airline.Writes.RunAsync((db, cancel) => FlightRows.InsertAsync(db, [SomeFlight(101), SomeFlight(102)], cancel));

        Assert.Equal(1, again);
        await using var db = airline.Databases.CreateDbContext();
        Assert.Equal([101, 102], await db.Flights.OrderBy(f => f.Id).Select(f => f.Number).ToListAsync());
    }

    private static object Facts(Flight flight) => (
        flight.FlightNumber, flight.Origin, flight.Destination, flight.Date, flight.ServiceDate, flight.DepartsLocal, flight.ArrivesLocal,
        flight.ArrivalDayOffset, flight.DepartsAt, flight.ArrivesAt, flight.Aircraft, flight.Seats, flight.Status, flight.JoinsNextLeg,
        flight.Registration, flight.EstimatedDepartsAt, flight.Occurrence);

    private static Task AddPlacesAsync(HeadlessAirline airline) => airline.Writes.RunAsync(async (db, cancel) =>
    {
        foreach (var code in new[] { "LHR", "SIN" })
        {
            db.Airports.Add(new Airport { Code = AirportCode.Parse(code), Name = code, City = code, Country = "GB", Latitude = 0, Longitude = 0, TimeZone = "Etc/UTC" });
        }
        db.Airlines.Add(new Airline { Code = "T0", Name = "Tern Airways" });
        db.AircraftTypes.Add(new AircraftType { Icao = "A359", Name = "Airbus A350-900", TypicalSeats = 300 });
        await db.SaveChangesAsync(cancel);
    });

    private static Flight SomeFlight(int number) => new()
    {
        Carrier = "T0", OperatingCarrier = "T0", Number = number, ServiceDate = new DateOnly(2026, 12, 1), Date = new DateOnly(2026, 12, 1),
        Origin = AirportCode.Parse("LHR"), Destination = AirportCode.Parse("SIN"), DepartsLocal = new TimeOnly(21, 35), ArrivesLocal = new TimeOnly(18, 50),
        ArrivalDayOffset = 1, DepartsAt = new DateTimeOffset(2026, 12, 1, 21, 35, 0, TimeSpan.Zero), ArrivesAt = new DateTimeOffset(2026, 12, 2, 10, 50, 0, TimeSpan.Zero),
        Aircraft = "A359", Seats = 300, Status = FlightStatus.Delayed, EstimatedDepartsAt = new DateTimeOffset(2026, 12, 1, 22, 0, 0, TimeSpan.Zero),
    };
}
