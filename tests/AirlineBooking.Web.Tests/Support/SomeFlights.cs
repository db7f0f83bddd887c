using AirlineBooking.Domain;
using AirlineBooking.Domain.Flights;
using AirlineBooking.Domain.Kernel;

namespace AirlineBooking.Web.Tests.Support;

/// <summary>A small network to test with: a few flights on the first of December, and a few later.</summary>
public static class SomeFlights
{
    public static readonly DateOnly Date = new(2026, 12, 1);

    /// <summary>How many flights go from LHR to JFK on that date: more than one page of a small limit.</summary>
    public const int Shuttles = 7;

    /// <summary>Flight 101 from LHR to SIN, whose id is the first.</summary>
    public const string SingaporeId = "flt_1";

    /// <summary>As many seats as our own A350 has, in all its cabins.</summary>
    public static readonly int LongHaulSeats = CabinLayouts.All.First(layout => layout.Aircraft == "A359").Seats;

    public static async Task AddToAsync(AirlineDb db, CancellationToken cancel)
    {
        db.Flights.Add(Flight(101, "LHR", "SIN", "Europe/London", "Asia/Singapore", new TimeOnly(21, 35), new TimeSpan(13, 15, 0), "A359", LongHaulSeats));
        await db.SaveChangesAsync(cancel);
        for (var i = 0; i < Shuttles; i++)
        {
            db.Flights.Add(Flight(201 + i, "LHR", "JFK", "Europe/London", "America/New_York", new TimeOnly(7 + i * 2, 0), new TimeSpan(8, 5, 0), "A359", LongHaulSeats));
        }
        db.Flights.Add(Flight(301, "LGW", "JFK", "Europe/London", "America/New_York", new TimeOnly(10, 0), new TimeSpan(8, 10, 0), "A20N", 174));
        db.Flights.Add(Flight(302, "LGW", "JFK", "Europe/London", "America/New_York", new TimeOnly(10, 0), new TimeSpan(8, 10, 0), "A20N", 174, Date.AddDays(14)));
        db.Flights.Add(Flight(303, "LHR", "JFK", "Europe/London", "America/New_York", new TimeOnly(10, 0), new TimeSpan(8, 10, 0), "A359", LongHaulSeats, Date.AddDays(60)));
        db.Flights.Add(Flight(304, "JFK", "LHR", "America/New_York", "Europe/London", new TimeOnly(20, 0), new TimeSpan(7, 0, 0), "A359", LongHaulSeats, Date.AddDays(67)));
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>Oslo to Sydney by London and Singapore, and a week later the same way home.</summary>
    public static async Task AddStopsAsync(AirlineDb db, DateTimeOffset now, CancellationToken cancel)
    {
        var (there, home) = (Date.AddDays(60), Date.AddDays(67));
        db.Flights.AddRange(
            Flight(601, "OSL", "LHR", "Europe/Oslo", "Europe/London", new TimeOnly(7, 0), new TimeSpan(2, 20, 0), "A20N", 174, there),
            Flight(602, "LHR", "SIN", "Europe/London", "Asia/Singapore", new TimeOnly(11, 20), new TimeSpan(13, 15, 0), "A359", LongHaulSeats, there),
            Flight(603, "SIN", "SYD", "Asia/Singapore", "Australia/Sydney", new TimeOnly(11, 0), new TimeSpan(7, 45, 0), "A359", LongHaulSeats, there.AddDays(1)),
            Flight(604, "SYD", "SIN", "Australia/Sydney", "Asia/Singapore", new TimeOnly(6, 0), new TimeSpan(8, 10, 0), "A359", LongHaulSeats, home),
            Flight(605, "SIN", "LHR", "Asia/Singapore", "Europe/London", new TimeOnly(13, 30), new TimeSpan(14, 5, 0), "A359", LongHaulSeats, home),
            Flight(606, "LHR", "OSL", "Europe/London", "Europe/Oslo", new TimeOnly(21, 30), new TimeSpan(2, 15, 0), "A20N", 174, home));
        await ScheduleVersions.BumpAsync(db, now, cancel);
        await db.SaveChangesAsync(cancel);
    }

    private static Flight Flight(int number, string from, string to, string fromZone, string toZone, TimeOnly departs, TimeSpan lasts, string aircraft, int seats, DateOnly? on = null)
    {
        var date = on ?? Date;
        var departsAt = AirportClock.ToInstant(date.ToDateTime(departs), fromZone);
        var arrives = AirportClock.ToLocal(departsAt + lasts, toZone);
        return new Flight
        {
            Carrier = "T0", OperatingCarrier = "T0", Number = number, ServiceDate = date, Date = date, Origin = AirportCode.Parse(from), Destination = AirportCode.Parse(to),
            DepartsLocal = departs, ArrivesLocal = TimeOnly.FromDateTime(arrives), ArrivalDayOffset = DateOnly.FromDateTime(arrives).DayNumber - date.DayNumber,
            DepartsAt = departsAt, ArrivesAt = departsAt + lasts, Aircraft = aircraft, Seats = seats, DepartureTerminal = "5",
        };
    }
}
