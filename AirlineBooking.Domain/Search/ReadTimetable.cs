using System.Data;
using System.Data.Common;
using AirlineBooking.Domain.Fares;
using AirlineBooking.Domain.Flights;
using AirlineBooking.Domain.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace AirlineBooking.Domain.Search;

/// <summary>Reads every flight on sale into a new timetable.</summary>
public sealed class ReadTimetable(IDbContextFactory<AirlineDb> databases, IOptions<SearchOptions> options)
{
    /// <summary>A flight that left longer ago than this is of no use to any search, in any zone.</summary>
    private static readonly TimeSpan KeptAfterDeparture = TimeSpan.FromDays(2);

    // The fares' own table, row by row, so that an index there is a ladder here.
    private static readonly Lazy<BookingLimits> FareLadders = new(() => new BookingLimits(
        [.. Enumerable.Range(0, BookingLimitsTable.Rows).Select(index => BookingLimitsTable.Standard.Limits((ushort)index).ToArray())]));

    /// <summary>The version is read first: what changes meanwhile has a later one, and is read again.</summary>
    public async Task<Timetable> RunAsync(DateTimeOffset now, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var version = await VersionAsync(db, cancel);
        var airports = await db.Airports.AsNoTracking().OrderBy(airport => airport.Code).ToListAsync(cancel);
        var rules = options.Value;
        var table = rules.UseConnectionTable ? await db.ConnectionTimes.AsNoTracking().ToListAsync(cancel) : [];
        var builder = new TimetableBuilder(
            airports, new ConnectionRules(rules.MinimumConnectionMinutes, rules.MaximumConnectionMinutes, table), FareLadders.Value, LadderOf);
        await ReadFlightsAsync(db, builder, now - KeptAfterDeparture, cancel);
        return builder.Build(version);
    }

    /// <summary>Counts what is sold and held into a timetable, as it is stored now.</summary>
    public async Task CountAsync(Timetable timetable, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var taken = db.FlightCabins.AsNoTracking().Where(cabin => cabin.Taken > 0).Select(cabin => new { cabin.FlightId, cabin.Cabin, cabin.Taken });
        await foreach (var cabin in taken.AsAsyncEnumerable().WithCancellation(cancel))
        {
            if (timetable.TryFind(cabin.FlightId, out var flight)) timetable.SetSold(flight.Index, cabin.Cabin, cabin.Taken);
        }
    }

    /// <summary>0 before anything was ever put on sale.</summary>
    internal static async Task<long> VersionAsync(AirlineDb db, CancellationToken cancel) =>
        await db.ScheduleVersions.AsNoTracking().Where(row => row.Id == ScheduleVersion.OnlyRow).Select(row => row.Version).SingleOrDefaultAsync(cancel);

    // Most flights lack most cabins; how much one is asked for matters only where there is a seat.
    private static ushort LadderOf(in FlightFacts flight, Cabin cabin) => CabinCapacity.Of(flight.Aircraft, flight.Seats, cabin) == 0
        ? BookingLimitsTable.IndexOf(cabin, 0, 0)
        : CabinCapacity.LimitsIndex(flight.Origin, flight.Destination, flight.DepartsLocal, flight.Aircraft, flight.Seats, cabin);

    private static async Task ReadFlightsAsync(AirlineDb db, TimetableBuilder builder, DateTimeOffset from, CancellationToken cancel)
    {
        await db.Database.OpenConnectionAsync(cancel);
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = FlightRow.OnSale;
        AddParameter(command, "@from", UtcInstant.ToStored(from));
        AddParameter(command, "@cancelled", nameof(FlightStatus.Cancelled));
        await using var reader = await command.ExecuteReaderAsync(CommandBehavior.SequentialAccess, cancel);
        var row = new FlightRow(reader);
        while (await reader.ReadAsync(cancel)) builder.Add(row.Read());
    }

    private static void AddParameter(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, value);
        command.Parameters.Add(parameter);
    }
}
