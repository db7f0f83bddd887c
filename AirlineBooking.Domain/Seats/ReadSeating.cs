using AirlineBooking.Domain.Flights;
using AirlineBooking.Domain.Kernel;
using AirlineBooking.Domain.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace AirlineBooking.Domain.Seats;

/// <summary>What has to be known of a flight before seats of it are held.</summary>
internal sealed record FlightToSeat(SeatingPlan Plan, AirportCode Origin, AirportCode Destination, DateTimeOffset DepartsAt, bool OnSale);

/// <summary>Reads which seats a flight has and whether it can be sold; asked before a unit of work, not in it.</summary>
public sealed class ReadSeating(IDbContextFactory<AirlineDb> databases, IOptions<AirlineOptions> options)
{
    internal async Task<FlightToSeat?> RunAsync(FlightId id, DateTimeOffset now, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var flights = await db.ReadAsync(
            $"""
            SELECT f.aircraft, f.seats, f.origin, f.destination, f.departs_at, f.status FROM flights f LEFT JOIN flight_loads l ON l.id = f.load_id
            WHERE f.id = {id} AND (f.load_id IS NULL OR l.activated_at IS NOT NULL)
            """,
            row => (
                Aircraft: row.GetString(0), Seats: row.GetInt32(1), Origin: AirportCode.Parse(row.GetString(2)), Destination: AirportCode.Parse(row.GetString(3)),
                DepartsAt: row.GetInstant(4), Status: Enum.Parse<FlightStatus>(row.GetString(5))),
            cancel);
        if (flights is not [var flight]) return null;
        var closes = flight.DepartsAt - TimeSpan.FromMinutes(options.Value.SaleClosesMinutes);
        var onSale = now < closes && flight.Status is FlightStatus.Scheduled or FlightStatus.Delayed;
        return new FlightToSeat(new SeatingPlan(id, CabinLayouts.For(flight.Aircraft, flight.Seats)), flight.Origin, flight.Destination, flight.DepartsAt, onSale);
    }

    /// <summary>The seats of a flight that is known to be there, inside a unit of work.</summary>
    internal static async Task<SeatingPlan> PlanAsync(AirlineDb db, FlightId id, CancellationToken cancel)
    {
        var rows = await db.ReadAsync($"SELECT aircraft, seats FROM flights WHERE id = {id.Value}", row => (Aircraft: row.GetString(0), Seats: row.GetInt32(1)), cancel);
        return rows is [var flight] ? new SeatingPlan(id, CabinLayouts.For(flight.Aircraft, flight.Seats)) : throw new InvalidOperationException($"There is no flight {id}.");
    }
}
