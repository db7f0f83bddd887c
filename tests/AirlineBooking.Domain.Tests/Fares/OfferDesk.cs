using AirlineBooking.Domain.Fares;
using AirlineBooking.Domain.Flights;
using AirlineBooking.Domain.Kernel;
using AirlineBooking.Domain.Tests.Support;

namespace AirlineBooking.Domain.Tests.Fares;

/// <summary>An airline with a few airports and flights, and the offers a search would have made of them.</summary>
internal static class OfferDesk
{
    /// <summary>Two days after the clock's start: a Wednesday.</summary>
    public static readonly DateOnly Day = new(2026, 12, 2);

    public static async Task<HeadlessAirline> OpenAsync(Database database)
    {
        var airline = await HeadlessAirline.OpenAsync(database);
        await airline.Writes.RunAsync(async (db, cancel) =>
        {
            foreach (var known in Books.Airports.Where(airport => airport.Code.ToString() is "CDG" or "LHR" or "SIN"))
            {
                db.Airports.Add(new Airport
                {
                    Code = known.Code, Name = known.Name, City = known.City, Country = known.Country, Latitude = known.Latitude, Longitude = known.Longitude, TimeZone = known.TimeZone,
                });
            }
            db.Airlines.Add(new Airline { Code = "T0", Name = "Tern Airways" });
            db.AircraftTypes.Add(new AircraftType { Icao = "B789", Name = "Boeing 787-9", TypicalSeats = 290 });
            db.Flights.AddRange(Flight(1, 202, "CDG", "LHR", new TimeOnly(9, 0), new TimeOnly(9, 20)), Flight(2, 305, "LHR", "SIN", new TimeOnly(11, 0), new TimeOnly(7, 5), 1));
            await db.SaveChangesAsync(cancel);
        });
        return airline;
    }

    /// <summary>The id of an offer from Paris over London to Singapore, issued at the clock's minute.</summary>
    public static async Task<string> IssueAsync(HeadlessAirline airline, FareFamily family = FareFamily.Light)
    {
        var offer = PriceOffer.From(
            await airline.Get<FareBooks>().RefreshAsync(default), await airline.Get<OfferKeys>().GetAsync(default),
            [await SliceAsync(airline)], new Party(2, 1, 1), Cabin.Economy, family, OfferTerms.MinuteOf(airline.Clock.GetUtcNow()));
        return offer?.Id ?? throw new InvalidOperationException("Nothing was open.");
    }

    public static Task<Outcome<OfferReading, FareRefusal>> ReadAsync(HeadlessAirline airline, string id) => airline.Get<ReadOffer>().RunAsync(id, default);

    public static Task ChangeAsync(HeadlessAirline airline, string sql) =>
        airline.Writes.RunAsync((db, cancel) => Microsoft.EntityFrameworkCore.RelationalDatabaseFacadeExtensions.ExecuteSqlRawAsync(db.Database, sql, cancel));

    private static async Task<SliceFacts> SliceAsync(HeadlessAirline airline)
    {
        var find = airline.Get<FindFlights>();
        var flights = new List<SegmentFacts>();
        foreach (var id in (long[])[1, 2])
        {
            var flight = await find.RunAsync(new FlightId(id), default) ?? throw new InvalidOperationException("The flight is not there.");
            flights.Add(new SegmentFacts(
                flight.Id, flight.FlightNumber, flight.OperatingCarrier, flight.Origin, flight.Destination, flight.DepartsAtLocal, flight.ArrivesAtLocal, flight.DepartsAt,
                flight.ArrivesAt, flight.Aircraft, false,
                CabinCapacity.LimitsIndex(flight.Origin, flight.Destination, flight.DepartsAtLocal, flight.Aircraft, flight.Seats, Cabin.Economy), 0));
        }
        return new SliceFacts(flights);
    }

    private static Flight Flight(long id, int number, string from, string to, TimeOnly departs, TimeOnly arrives, int dayOffset = 0) => new()
    {
        Id = new FlightId(id), Carrier = "T0", OperatingCarrier = "T0", Number = number, ServiceDate = Day, Date = Day,
        Origin = Books.Code(from), Destination = Books.Code(to), DepartsLocal = departs, ArrivesLocal = arrives, ArrivalDayOffset = dayOffset,
        DepartsAt = Instant(from, Day, departs), ArrivesAt = Instant(to, Day.AddDays(dayOffset), arrives), Aircraft = "B789", Seats = 288,
    };

    private static DateTimeOffset Instant(string airport, DateOnly date, TimeOnly time) =>
        AirportClock.ToInstant(date.ToDateTime(time), Books.ByDistance[Books.Code(airport)].TimeZone);
}
