using System.Text;
using AirlineBooking.Domain.Flights;
using AirlineBooking.Domain.Kernel;
using AirlineBooking.Domain.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace AirlineBooking.Domain.Tests.Flights.Imports;

public sealed class ImportFlightsTests
{
    // London to New York in winter takes 8 hours here; the way back crosses midnight.
    private const string Out = "XB,101,LHR,JFK,2026-12-01,09:00,12:00,0,480,G-ABCD,B77W,300\n";
    private const string Back = "XB,102,JFK,LHR,2026-12-01,19:00,07:00,1,420,G-ABCD,B77W,300\n";

    [Theory, EveryDatabase]
    public async Task A_row_becomes_a_flight_on_sale(Database database)
    {
        await using var desk = await ImportDesk.OpenAsync(database);

        var outcome = await desk.FlightsAsync(ImportDesk.Header + Back);

        Assert.Equal(new ImportSummary(1, 0, 0, 0, 0) { Examples = outcome.Value!.Examples }, outcome.Value);
        var flight = Assert.Single(await desk.OnSaleAsync());
        Assert.Equal(
            (new FlightNumber("XB", 102, ""), new DateTimeOffset(2026, 12, 2, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2026, 12, 2, 7, 0, 0, TimeSpan.Zero), 1, "B77W", 300, "G-ABCD"),
            (flight.FlightNumber, flight.DepartsAt, flight.ArrivesAt, flight.ArrivalDayOffset, flight.Aircraft, flight.Seats, flight.Registration));
    }

    [Theory, EveryDatabase]
    public async Task The_same_file_again_changes_nothing_and_keeps_the_version(Database database)
    {
        await using var desk = await ImportDesk.OpenAsync(database);
        await desk.FlightsAsync(ImportDesk.Header + Out + Back);
        var before = await desk.VersionAsync();

        var again = await desk.FlightsAsync(ImportDesk.Header + Out + Back);

        Assert.Equal((0, 0, 0, 2), (again.Value!.Added, again.Value.Changed, again.Value.Removed, again.Value.Unchanged));
        Assert.Equal(before, await desk.VersionAsync());
    }

    [Theory, EveryDatabase]
    public async Task A_known_flight_keeps_its_id_when_it_is_retimed(Database database)
    {
        await using var desk = await ImportDesk.OpenAsync(database);
        await desk.FlightsAsync(ImportDesk.Header + Out);
        var before = Assert.Single(await desk.OnSaleAsync());

        var outcome = await desk.FlightsAsync(ImportDesk.Header + Out.Replace("09:00,12:00", "09:30,12:30", StringComparison.Ordinal));

        var after = Assert.Single(await desk.OnSaleAsync());
        Assert.Equal((before.Id, new TimeOnly(9, 30), 1), (after.Id, after.DepartsLocal, outcome.Value!.Changed));
    }

    [Theory, EveryDatabase]
    public async Task An_import_tells_every_process_to_read_the_flights_again(Database database)
    {
        await using var desk = await ImportDesk.OpenAsync(database);
        var before = await desk.VersionAsync();

        await desk.FlightsAsync(ImportDesk.Header + Out);

        Assert.Equal(before + 1, await desk.VersionAsync());
    }

    [Theory, EveryDatabase]
    public async Task A_dry_run_tells_what_it_would_do_and_changes_nothing(Database database)
    {
        await using var desk = await ImportDesk.OpenAsync(database);
        await desk.FlightsAsync(ImportDesk.Header + Out);
        var version = await desk.VersionAsync();

        var outcome = await desk.FlightsAsync(ImportDesk.Header + Out.Replace("300", "310", StringComparison.Ordinal) + Back, dryRun: true);

        Assert.Equal(["+ XB102 JFK-LHR 2026-12-01 19:00-07:00+1 B77W 300 G-ABCD", "~ XB101 LHR-JFK 2026-12-01 09:00-12:00 B77W 300 G-ABCD -> 09:00-12:00 B77W 310 G-ABCD"], outcome.Value!.Examples);
        Assert.Equal((300, version), (Assert.Single(await desk.OnSaleAsync()).Seats, await desk.VersionAsync()));
        await using var db = desk.Airline.Databases.CreateDbContext();
        Assert.Equal(1, await db.FlightLoads.CountAsync());
    }

    [Theory, EveryDatabase]
    public async Task An_unknown_airport_is_told_with_its_line_and_skipped(Database database)
    {
        await using var desk = await ImportDesk.OpenAsync(database);

        var outcome = await desk.FlightsAsync(ImportDesk.Header + Out + Out.Replace("JFK", "QQQ", StringComparison.Ordinal));

        Assert.Equal((1, 1), (outcome.Value!.Added, outcome.Value.Bad));
        Assert.Equal([new ImportProblem(3, "airport 'QQQ' is not known")], desk.Problems);
    }

    [Theory]
    [EveryDatabase("9999-12-31", 1)]
    [EveryDatabase("0001-01-01", -1)]
    public async Task A_mistyped_year_is_told_with_its_line_and_skipped(Database database, string date, int offset)
    {
        await using var desk = await ImportDesk.OpenAsync(database);
        var row = Out.Replace("2026-12-01,09:00,12:00,0,", $"{date},09:00,12:00,{offset},", StringComparison.Ordinal);

        var outcome = await desk.FlightsAsync(ImportDesk.Header + Back + row);

        Assert.Equal((1, 1), (outcome.Value!.Added, outcome.Value.Bad));
        Assert.Equal([new ImportProblem(3, $"date '{date}' is not between 2000-01-01 and 2099-12-31")], desk.Problems);
    }

    [Theory]
    [EveryDatabase(479, true)]
    [EveryDatabase(481, true)]
    [EveryDatabase(478, false)]
    [EveryDatabase(482, false)]
    public async Task Times_may_differ_from_the_block_time_by_one_minute(Database database, int block, bool accepted)
    {
        await using var desk = await ImportDesk.OpenAsync(database);

        var outcome = await desk.FlightsAsync(ImportDesk.Header + Out.Replace("480", block.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal));

        Assert.Equal(accepted, outcome.Accepted);
    }

    [Theory, EveryDatabase]
    public async Task When_no_row_is_usable_the_import_is_refused(Database database)
    {
        await using var desk = await ImportDesk.OpenAsync(database);

        var outcome = await desk.FlightsAsync(ImportDesk.Header + Out.Replace("JFK", "QQQ", StringComparison.Ordinal));

        Assert.Equal(ImportRefusal.NoUsableRow, outcome.Refusal);
    }

    [Theory, EveryDatabase]
    public async Task A_missing_column_is_told_by_name_and_refused(Database database)
    {
        await using var desk = await ImportDesk.OpenAsync(database);

        var outcome = await desk.FlightsAsync("carrier,flight_number,origin,destination,date,dep_local,arr_local\nXB,1,LHR,JFK,2026-12-01,09:00,12:00\n");

        Assert.Equal(ImportRefusal.ColumnMissing, outcome.Refusal);
        Assert.Equal([new ImportProblem(1, "the column block_min is missing")], desk.Problems);
    }

    [Theory, EveryDatabase]
    public async Task Strict_loads_nothing_when_a_row_is_bad(Database database)
    {
        await using var desk = await ImportDesk.OpenAsync(database);

        var outcome = await desk.FlightsAsync(ImportDesk.Header + Out + "XB,,,,,,,,,,,\n", strict: true);

        Assert.Equal(ImportRefusal.RowsAreBad, outcome.Refusal);
        Assert.Empty(await desk.OnSaleAsync());
    }

    [Theory, EveryDatabase]
    public async Task Columns_stand_in_any_order_unknown_ones_are_ignored_and_optional_ones_may_be_absent(Database database)
    {
        await using var desk = await ImportDesk.OpenAsync(database);

        var outcome = await desk.FlightsAsync("Block_Min,mood,date,carrier,flight_number,destination,origin,arr_local,dep_local\n420,good,2026-12-01,XB,102,LHR,JFK,07:00,19:00\n");

        Assert.True(outcome.Accepted);
        var flight = Assert.Single(await desk.OnSaleAsync());
        Assert.Equal((1, Flight.DefaultAircraft, Flight.DefaultSeats), (flight.ArrivalDayOffset, flight.Aircraft, flight.Seats));
    }

    [Theory, EveryDatabase]
    public async Task A_packed_file_is_known_by_its_content(Database database)
    {
        await using var desk = await ImportDesk.OpenAsync(database);

        var outcome = await desk.FlightsAsync(ImportDesk.Packed(ImportDesk.Header + Out));

        Assert.Equal(1, outcome.Value!.Added);
    }

    [Theory, EveryDatabase]
    public async Task A_packed_file_that_was_cut_off_is_refused(Database database)
    {
        await using var desk = await ImportDesk.OpenAsync(database);
        var packed = ImportDesk.Packed(ImportDesk.Header + Out + Back);

        var outcome = await desk.FlightsAsync(packed[..^20]);

        Assert.Equal(ImportRefusal.NotReadable, outcome.Refusal);
    }

    [Theory, EveryDatabase]
    public async Task A_byte_order_mark_and_windows_line_ends_are_no_content(Database database)
    {
        await using var desk = await ImportDesk.OpenAsync(database);

        var outcome = await desk.FlightsAsync([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes((ImportDesk.Header + Out).Replace("\n", "\r\n", StringComparison.Ordinal))]);

        Assert.Equal(1, outcome.Value!.Added);
    }

    [Theory, EveryDatabase]
    public async Task The_same_flight_two_hours_later_is_another_one(Database database)
    {
        await using var desk = await ImportDesk.OpenAsync(database);
        var later = Out.Replace("09:00,12:00", "11:00,14:00", StringComparison.Ordinal);

        var outcome = await desk.FlightsAsync(ImportDesk.Header + later + Out);

        Assert.Equal(2, outcome.Value!.Added);
        Assert.Equal([(1, new TimeOnly(9, 0)), (2, new TimeOnly(11, 0))], (await desk.OnSaleAsync()).Select(flight => (flight.Occurrence, flight.DepartsLocal)));
    }

    [Theory, EveryDatabase]
    public async Task The_same_flight_less_than_two_hours_later_is_told_as_a_repetition(Database database)
    {
        await using var desk = await ImportDesk.OpenAsync(database);

        var outcome = await desk.FlightsAsync(ImportDesk.Header + Out + Out.Replace("09:00,12:00", "10:59,13:59", StringComparison.Ordinal));

        Assert.Equal((1, 1), (outcome.Value!.Added, outcome.Value.Bad));
        Assert.Equal([3], desk.Problems.Select(problem => problem.Line));
    }

    [Theory, EveryDatabase]
    public async Task Of_two_known_flights_with_one_key_the_right_one_is_retimed(Database database)
    {
        await using var desk = await ImportDesk.OpenAsync(database);
        var later = Out.Replace("09:00,12:00", "15:00,18:00", StringComparison.Ordinal);
        await desk.FlightsAsync(ImportDesk.Header + Out + later);

        var outcome = await desk.FlightsAsync(ImportDesk.Header + later.Replace("15:00,18:00", "16:00,19:00", StringComparison.Ordinal));

        Assert.Equal(1, outcome.Value!.Changed);
        Assert.Equal([new TimeOnly(9, 0), new TimeOnly(16, 0)], (await desk.OnSaleAsync()).Select(flight => flight.DepartsLocal));
    }

    [Theory, EveryDatabase]
    public async Task An_unknown_carrier_and_an_unknown_type_are_named_by_their_codes(Database database)
    {
        await using var desk = await ImportDesk.OpenAsync(database);

        var outcome = await desk.FlightsAsync(ImportDesk.Header + "9Q,7,LHR,FRA,2026-12-01,09:00,11:30,0,90,,ZZZZ,50\n");

        Assert.True(outcome.Accepted);
        await using var db = desk.Airline.Databases.CreateDbContext();
        Assert.Equal(("9Q", "ZZZZ"), ((await db.Airlines.SingleAsync(airline => airline.Code == "9Q")).Name, (await db.AircraftTypes.SingleAsync(type => type.Icao == "ZZZZ")).Name));
    }

    [Theory, EveryDatabase]
    public async Task A_row_without_seats_flies_with_the_usual_aircraft(Database database)
    {
        await using var desk = await ImportDesk.OpenAsync(database);

        await desk.FlightsAsync(ImportDesk.Header + "XB,7,LHR,FRA,2026-12-01,09:00,11:30,0,90,,B77W,\n");

        var flight = Assert.Single(await desk.OnSaleAsync());
        Assert.Equal((Flight.DefaultAircraft, 174), (flight.Aircraft, flight.Seats));
    }

    [Theory, EveryDatabase]
    public async Task A_file_that_does_not_tell_the_aircraft_leaves_a_known_flight_its_own(Database database)
    {
        await using var desk = await ImportDesk.OpenAsync(database);
        await desk.FlightsAsync(ImportDesk.Header + Out);

        var outcome = await desk.FlightsAsync("carrier,flight_number,origin,destination,date,dep_local,arr_local,block_min\nXB,101,LHR,JFK,2026-12-01,09:00,12:00,480\n");

        Assert.Equal((0, 1), (outcome.Value!.Changed, outcome.Value.Unchanged));
    }

    [Theory, EveryDatabase]
    public async Task The_date_line_may_bring_a_flight_to_yesterday(Database database)
    {
        await using var desk = await ImportDesk.OpenAsync(database);

        await desk.FlightsAsync(ImportDesk.Header + "XB,9,AKL,HNL,2026-12-02,00:30,08:30,,420,,,\n");

        Assert.Equal(-1, Assert.Single(await desk.OnSaleAsync()).ArrivalDayOffset);
    }

    [Theory, EveryDatabase]
    public async Task A_time_that_the_clock_never_shows_moves_forward(Database database)
    {
        await using var desk = await ImportDesk.OpenAsync(database);
        const string Row = "XB,7,LHR,FRA,2027-03-28,01:30,05:00,0,90,,A320,150\n";

        await desk.FlightsAsync(ImportDesk.Header + Row);
        var again = await desk.FlightsAsync(ImportDesk.Header + Row);

        Assert.Equal(1, again.Value!.Unchanged);
        var flight = Assert.Single(await desk.OnSaleAsync());
        Assert.Equal((new TimeOnly(2, 30), 1), (flight.DepartsLocal, flight.DepartsAt.Hour));
    }

    [Theory]
    [EveryDatabase("X,101,LHR,JFK,2026-12-01,09:00,12:00,0,480,,,", "carrier")]
    [EveryDatabase("XB,0,LHR,JFK,2026-12-01,09:00,12:00,0,480,,,", "flight number")]
    [EveryDatabase("XB,12345,LHR,JFK,2026-12-01,09:00,12:00,0,480,,,", "flight number")]
    [EveryDatabase("XB,101,LHR,LHR,2026-12-01,09:00,12:00,0,180,,,", "from LHR to LHR")]
    [EveryDatabase("XB,101,LHR,JFK,2026-02-30,09:00,12:00,0,480,,,", "date")]
    [EveryDatabase("XB,101,LHR,JFK,2026-12-01,25:00,12:00,0,480,,,", "dep_local")]
    [EveryDatabase("XB,101,LHR,JFK,2026-12-01,09:00,noon,0,480,,,", "arr_local")]
    [EveryDatabase("XB,101,LHR,JFK,2026-12-01,09:00,12:00,0,-480,,,", "block_min")]
    [EveryDatabase("XB,101,LHR,JFK,2026-12-01,09:00,12:00,5,480,,,", "arr_day_offset")]
    [EveryDatabase("XB,101,LHR,JFK,2026-12-01,09:00,12:00,0,480,,A320NEO,180", "aircraft_icao")]
    [EveryDatabase("XB,101,LHR,JFK,2026-12-01,09:00,12:00,0,480,,A20N,0", "seats")]
    [EveryDatabase("XB,101,LHR,JFK,2026-12-01,09:00,12:00,0,480,G-TOOLONGTOBE,A20N,180", "tail_number")]
    [EveryDatabase("XB,101,LHR,JFK,2026-12-01,09:00", "fields")]
    [EveryDatabase("XB,1\"01,LHR,JFK,2026-12-01,09:00,12:00,0,480,,,", "quotation mark")]
    public async Task A_bad_field_is_told_by_its_name(Database database, string row, string said)
    {
        await using var desk = await ImportDesk.OpenAsync(database);

        var outcome = await desk.FlightsAsync(ImportDesk.Header + Back + row + "\n");

        Assert.Equal((1, 1), (outcome.Value?.Added, outcome.Value?.Bad));
        Assert.Contains(said, Assert.Single(desk.Problems).Reason, StringComparison.Ordinal);
        Assert.Equal(3, desk.Problems[0].Line);
    }
}
