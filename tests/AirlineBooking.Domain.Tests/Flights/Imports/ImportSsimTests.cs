using AirlineBooking.Domain.Flights;
using AirlineBooking.Domain.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace AirlineBooking.Domain.Tests.Flights.Imports;

public sealed class ImportSsimTests
{
    // Built from the layout's table, position by position; London to Frankfurt in summer.
    private const string GoldenLeg =
        "3 XB  2010101J29MAR2624OCT261 3 5 7 LHR09050905+01005 FRA11351135+02001 320CDYBHKMQVS                                  "
        + "II       XB XB XB XB  202                            C24Y138             00000003";

    [Theory, EveryDatabase]
    public async Task A_leg_becomes_a_dated_flight_on_each_day_of_operation(Database database)
    {
        await using var desk = await ImportDesk.OpenAsync(database);

        var outcome = await desk.SsimAsync(SsimText.Begin('L', "01DEC26", "07DEC26").Leg(new() { Days = "1 3    " }).Trailer().End());

        Assert.Equal(2, outcome.Value!.Added);
        var flights = await desk.OnSaleAsync();
        Assert.Equal([new DateOnly(2026, 12, 2), new DateOnly(2026, 12, 7)], flights.Select(flight => flight.Date));
        Assert.Equal((new TimeOnly(9, 5), new TimeOnly(11, 35), TimeSpan.FromMinutes(90), "A320", 162), (flights[0].DepartsLocal, flights[0].ArrivesLocal, flights[0].Duration, flights[0].Aircraft, flights[0].Seats));
        Assert.Empty(desk.Problems);
    }

    [Theory, EveryDatabase]
    public async Task The_golden_record_reads_as_its_table_says(Database database)
    {
        await using var desk = await ImportDesk.OpenAsync(database);
        var frame = SsimText.Begin('L', "29MAR26", "24OCT26");
        frame.Serial = 3;
        var lines = frame.Trailer().End().Split('\n');

        var outcome = await desk.SsimAsync(string.Join('\n', lines[0], lines[1], GoldenLeg, lines[2]));

        Assert.Equal(200, GoldenLeg.Length);
        Assert.Empty(desk.Problems);
        // 30 weeks of Monday, Wednesday, Friday and Sunday, from a Sunday to a Saturday.
        Assert.Equal(120, outcome.Value!.Added);
        var first = (await desk.OnSaleAsync())[0];
        Assert.Equal((new DateTimeOffset(2026, 3, 29, 8, 5, 0, TimeSpan.Zero), "5", "1", 162), (first.DepartsAt, first.DepartureTerminal, first.ArrivalTerminal, first.Seats));
    }

    [Theory, EveryDatabase]
    public async Task The_same_message_again_changes_nothing_and_keeps_the_version(Database database)
    {
        await using var desk = await ImportDesk.OpenAsync(database);
        var message = SsimText.Begin('L', "01DEC26", "07DEC26").Leg(new()).Trailer().End();
        await desk.SsimAsync(message);
        var (version, ids) = (await desk.VersionAsync(), (await desk.OnSaleAsync()).ConvertAll(flight => flight.Id));

        var again = await desk.SsimAsync(message);

        Assert.Equal((0, 0, 0, 7), (again.Value!.Added, again.Value.Changed, again.Value.Removed, again.Value.Unchanged));
        Assert.Equal(version, await desk.VersionAsync());
        Assert.Equal(ids, (await desk.OnSaleAsync()).ConvertAll(flight => flight.Id));
    }

    [Theory, EveryDatabase]
    public async Task A_flight_within_the_carriers_period_that_is_not_told_is_removed(Database database)
    {
        await using var desk = await ImportDesk.OpenAsync(database);
        await desk.SsimAsync(SsimText.Begin('L', "01DEC26", "10DEC26").Leg(new() { To = "10DEC26" }).Trailer().End());

        var outcome = await desk.SsimAsync(SsimText.Begin('L', "05DEC26", "08DEC26").Leg(new() { From = "05DEC26", To = "06DEC26" }).Trailer().End());

        Assert.Equal((0, 2, 2), (outcome.Value!.Added, outcome.Value.Removed, outcome.Value.Unchanged));
        Assert.Equal([1, 2, 3, 4, 5, 6, 9, 10], (await desk.OnSaleAsync()).Select(flight => flight.Date.Day));
    }

    [Theory, EveryDatabase]
    public async Task Another_carriers_flights_stay(Database database)
    {
        await using var desk = await ImportDesk.OpenAsync(database);
        await desk.FlightsAsync(ImportDesk.Header + "9Q,7,LHR,FRA,2026-12-01,09:00,11:30,0,90,,A320,150\n");

        await desk.SsimAsync(SsimText.Begin('L', "01DEC26", "07DEC26").Leg(new()).Trailer().End());

        Assert.Contains(await desk.OnSaleAsync(), flight => flight.Carrier == "9Q");
    }

    [Theory, EveryDatabase]
    public async Task The_schedules_are_kept_and_replaced_with_the_flights(Database database)
    {
        await using var desk = await ImportDesk.OpenAsync(database);
        await desk.SsimAsync(SsimText.Begin('L', "01DEC26", "07DEC26").Leg(new()).Leg(new() { Number = 202 }).Trailer().End());

        await desk.SsimAsync(SsimText.Begin('L', "01DEC26", "07DEC26").Leg(new()).Leg(new() { Number = 203 }).Trailer().End());

        await using var db = desk.Airline.Databases.CreateDbContext();
        Assert.Equal([201, 203], await db.FlightSchedules.OrderBy(schedule => schedule.Number).Select(schedule => schedule.Number).ToListAsync());
        var flights = await desk.OnSaleAsync();
        Assert.Equal([201, 203], flights.Select(flight => flight.Number).Distinct().Order());
        Assert.All(flights, flight => Assert.NotNull(flight.ScheduleId));
    }

    [Theory, EveryDatabase]
    public async Task A_dry_run_changes_nothing(Database database)
    {
        await using var desk = await ImportDesk.OpenAsync(database);

        var outcome = await desk.SsimAsync(SsimText.Begin('L', "01DEC26", "07DEC26").Leg(new()).Trailer().End(), dryRun: true);

        Assert.Equal(7, outcome.Value!.Added);
        await using var db = desk.Airline.Databases.CreateDbContext();
        Assert.Equal((0, 0, 0), (await db.Flights.IgnoreQueryFilters().CountAsync(), await db.FlightSchedules.IgnoreQueryFilters().CountAsync(), await db.FlightLoads.CountAsync()));
    }

    [Theory]
    [EveryDatabase("\n")]
    [EveryDatabase("\r\n")]
    public async Task Either_line_end_and_padding_records_are_fine(Database database, string lineEnd)
    {
        await using var desk = await ImportDesk.OpenAsync(database);
        var message = SsimText.Begin().Padding().Padding(' ').Carrier('L', "01DEC26", "07DEC26").Padding().Leg(new()).Trailer().Padding().End(lineEnd);

        Assert.Equal(7, (await desk.SsimAsync(message)).Value!.Added);
    }

    [Theory, EveryDatabase]
    public async Task A_message_without_its_trailer_is_refused(Database database)
    {
        await using var desk = await ImportDesk.OpenAsync(database);

        var outcome = await desk.SsimAsync(SsimText.Begin('L', "01DEC26", "07DEC26").Leg(new()).End());

        Assert.Equal(ImportRefusal.TrailerMissing, outcome.Refusal);
    }

    [Theory, EveryDatabase]
    public async Task A_message_without_its_trailer_is_loaded_when_that_is_asked_for(Database database)
    {
        await using var desk = await ImportDesk.OpenAsync(database);

        var outcome = await desk.SsimAsync(SsimText.Begin('L', "01DEC26", "07DEC26").Leg(new()).End(), withoutTrailer: true);

        Assert.Equal(7, outcome.Value!.Added);
    }

    public static IEnumerable<object?[]> BrokenFrames => EveryDatabaseAttribute.With(new TheoryData<string, string>
    {
        { SsimText.Begin('L', "01DEC26", "07DEC26").Leg(new()).Trailer(check: 2).End(), "the trailer counts to" },
        { SsimText.Begin('L', "01DEC26", "07DEC26").Leg(new()).Trailer(airline: "YY").End(), "the trailer is of" },
        { Renumbered(SsimText.Begin('L', "01DEC26", "07DEC26"), 7).Leg(new()).Trailer().End(), "the serial number is 000008 instead of 000003" },
        { SsimText.Begin('X', "01DEC26", "07DEC26").Leg(new()).Trailer().End(), "the time mode" },
        { SsimText.Begin().Leg(new()).Trailer().End(), "outside of a carrier's schedule" },
        { SsimText.Begin('L', "01DEC26", "07DEC26").Leg(new()).Trailer().End()[201..], "the first record is not a header" },
        { SsimText.Begin('L', "01DEC26", "07DEC26").Leg(new()).Trailer().End()[..^3], "characters instead of 200" },
    });

    [Theory, MemberData(nameof(BrokenFrames))]
    public async Task A_broken_frame_is_refused_with_its_reason(Database database, string message, string said)
    {
        await using var desk = await ImportDesk.OpenAsync(database);

        var outcome = await desk.SsimAsync(message);

        Assert.Equal(ImportRefusal.NotWellFormed, outcome.Refusal);
        Assert.Contains(said, Assert.Single(desk.Problems).Reason, StringComparison.Ordinal);
        Assert.Empty(await desk.OnSaleAsync());
    }

    [Theory, EveryDatabase]
    public async Task Several_carriers_may_stand_in_one_message(Database database)
    {
        await using var desk = await ImportDesk.OpenAsync(database);
        var message = SsimText.Begin('L', "01DEC26", "07DEC26").Leg(new()).Trailer('C').Carrier('L', "01DEC26", "07DEC26", "YY").Leg(new()).Trailer().End();

        Assert.Equal(14, (await desk.SsimAsync(message)).Value!.Added);
    }

    [Theory, EveryDatabase]
    public async Task Another_carrier_that_was_promised_and_is_not_there_means_that_the_file_was_cut_off(Database database)
    {
        await using var desk = await ImportDesk.OpenAsync(database);

        var outcome = await desk.SsimAsync(SsimText.Begin('L', "01DEC26", "07DEC26").Leg(new()).Trailer('C').End());

        Assert.Equal(ImportRefusal.TrailerMissing, outcome.Refusal);
    }

    [Theory, EveryDatabase]
    public async Task Legs_of_an_itinerary_are_joined_and_dates_count_from_the_first_leg(Database database)
    {
        await using var desk = await ImportDesk.OpenAsync(database);
        var first = new SsimTextLeg { From = "01DEC26", To = "01DEC26", Days = " 2     ", Origin = "LHR", Destination = "SIN", Departs = "2230", Arrives = "1930", ArrivalVariation = "+0800", DateVariation = "01", Aircraft = "77W" };
        var second = first with { Sequence = 2, Origin = "SIN", Destination = "SYD", Departs = "2100", Arrives = "0755", DepartureVariation = "+0800", ArrivalVariation = "+1100", DateVariation = "12" };

        await desk.SsimAsync(SsimText.Begin('L', "01DEC26", "07DEC26").Leg(first).Segment(first, "LHRSYD").Leg(second).Trailer().End());

        var flights = await desk.OnSaleAsync();
        Assert.Equal([(1, true, new DateOnly(2026, 12, 1), 1), (2, false, new DateOnly(2026, 12, 2), 1)], flights.Select(flight => (flight.LegSequence, flight.JoinsNextLeg, flight.Date, flight.ArrivalDayOffset)));
        Assert.All(flights, flight => Assert.Equal(new DateOnly(2026, 12, 1), flight.ServiceDate));
        Assert.Empty(desk.Problems);
    }

    [Theory, EveryDatabase]
    public async Task A_frequency_of_two_flies_every_second_week(Database database)
    {
        await using var desk = await ImportDesk.OpenAsync(database);

        await desk.SsimAsync(SsimText.Begin('L', "01DEC26", "31DEC26").Leg(new() { To = "31DEC26", Days = " 2     ", Frequency = '2' }).Trailer().End());

        Assert.Equal([1, 15, 29], (await desk.OnSaleAsync()).Select(flight => flight.Date.Day));
    }

    [Theory, EveryDatabase]
    public async Task An_open_period_is_followed_to_the_carriers_end(Database database)
    {
        await using var desk = await ImportDesk.OpenAsync(database);

        await desk.SsimAsync(SsimText.Begin('L', "01DEC26", "20DEC26").Leg(new() { To = "00XXX00" }).Trailer().End());

        Assert.Equal(new DateOnly(2026, 12, 20), (await desk.OnSaleAsync())[^1].Date);
    }

    [Theory, EveryDatabase]
    public async Task A_period_without_any_end_is_followed_to_the_sale_horizon(Database database)
    {
        await using var desk = await ImportDesk.OpenAsync(database);

        await desk.SsimAsync(SsimText.Begin('L', "01DEC26", "00XXX00").Leg(new() { To = "00XXX00", DepartureVariation = "", ArrivalVariation = "" }).Trailer().End());

        Assert.Equal(DateOnly.FromDateTime(HeadlessAirline.Start.AddDays(330).UtcDateTime), (await desk.OnSaleAsync())[^1].Date);
    }

    [Theory, EveryDatabase]
    public async Task In_utc_the_local_times_change_with_the_clocks(Database database)
    {
        await using var desk = await ImportDesk.OpenAsync(database);
        var leg = new SsimTextLeg { From = "27MAR27", To = "28MAR27", Departs = "0905", Arrives = "1035" };

        await desk.SsimAsync(SsimText.Begin('U', "27MAR27", "28MAR27").Leg(leg).Trailer().End());

        Assert.Equal([new TimeOnly(9, 5), new TimeOnly(10, 5)], (await desk.OnSaleAsync()).Select(flight => flight.DepartsLocal));
    }

    [Theory, EveryDatabase]
    public async Task In_local_time_the_local_times_keep_through_the_clock_change(Database database)
    {
        await using var desk = await ImportDesk.OpenAsync(database);
        var leg = new SsimTextLeg { From = "27MAR27", To = "28MAR27" };

        await desk.SsimAsync(SsimText.Begin('L', "27MAR27", "28MAR27").Leg(leg).Trailer().End());

        Assert.Equal([9, 8], (await desk.OnSaleAsync()).Select(flight => flight.DepartsAt.Hour));
    }

    [Theory, EveryDatabase]
    public async Task A_period_in_utc_may_fly_on_the_local_day_before_and_removes_there_too(Database database)
    {
        await using var desk = await ImportDesk.OpenAsync(database);
        var leg = new SsimTextLeg { From = "02DEC26", To = "03DEC26", Origin = "JFK", Destination = "LHR", Departs = "0300", Arrives = "1000", DepartureVariation = "-0500", ArrivalVariation = "+0000" };
        await desk.SsimAsync(SsimText.Begin('U', "01DEC26", "07DEC26").Leg(leg).Leg(leg with { Number = 202 }).Trailer().End());

        var outcome = await desk.SsimAsync(SsimText.Begin('U', "02DEC26", "02DEC26").Leg(leg with { To = "02DEC26" }).Trailer().End());

        Assert.Equal((1, 1), (outcome.Value!.Removed, outcome.Value.Unchanged));
        Assert.Equal([(201, 1), (201, 2), (202, 2)], (await desk.OnSaleAsync()).Select(flight => (flight.Number, flight.Date.Day)));
    }

    [Theory, EveryDatabase]
    public async Task A_variation_that_the_zone_rules_deny_is_told_and_the_rules_are_believed(Database database)
    {
        await using var desk = await ImportDesk.OpenAsync(database);

        var outcome = await desk.SsimAsync(SsimText.Begin('L', "01DEC26", "07DEC26").Leg(new() { ArrivalVariation = "+0200" }).Trailer().End());

        var remark = Assert.Single(desk.Problems);
        Assert.Equal((3, true, "the UTC variation +0200 at FRA is +0100 on 2026-12-01 by the zone rules"), (remark.Line, remark.IsRemark, remark.Reason));
        Assert.Equal((7, 0), (outcome.Value!.Added, outcome.Value.Bad));
    }

    [Theory, EveryDatabase]
    public async Task An_itinerary_with_a_bad_leg_is_left_out_whole_and_what_is_known_of_it_stays(Database database)
    {
        await using var desk = await ImportDesk.OpenAsync(database);
        var first = new SsimTextLeg { Destination = "SIN", Arrives = "2200", ArrivalVariation = "+0800", Number = 300 };
        var second = first with { Sequence = 2, Origin = "SIN", Destination = "SYD", Departs = "2300", Arrives = "0900", DepartureVariation = "+0800", ArrivalVariation = "+1100", DateVariation = "01" };
        await desk.SsimAsync(SsimText.Begin('L', "01DEC26", "07DEC26").Leg(first).Leg(second).Leg(new()).Trailer().End());

        var outcome = await desk.SsimAsync(SsimText.Begin('L', "01DEC26", "07DEC26").Leg(first).Leg(second with { Destination = "QQQ" }).Leg(new()).Trailer().End());

        Assert.Equal((0, 0, 1, 7), (outcome.Value!.Added, outcome.Value.Removed, outcome.Value.Bad, outcome.Value.Unchanged));
        Assert.Contains(desk.Problems, problem => problem.Line == 4 && problem.Reason == "airport 'QQQ' is not known");
        Assert.Equal(21, (await desk.OnSaleAsync()).Count);
    }

    public static IEnumerable<object?[]> BadLegs => EveryDatabaseAttribute.With(new TheoryData<string, string>
    {
        { Message(new SsimTextLeg { Days = "2 1    " }), "days of operation" },
        { Message(new SsimTextLeg { Days = "       " }), "days of operation" },
        { Message(new SsimTextLeg { From = "31NOV26" }), "is not a date" },
        { Message(new SsimTextLeg { From = "07DEC26", To = "01DEC26" }), "ends before it begins" },
        { Message(new SsimTextLeg { To = "08DEC26" }), "outside of the carrier's" },
        { Message(new SsimTextLeg { Departs = "0960" }), "departure time" },
        { Message(new SsimTextLeg { DateVariation = "0X" }), "arrival time" },
        { Message(new SsimTextLeg { Sequence = 2 }), "leg 2 stands where leg 1 is expected" },
        { Message(new SsimTextLeg { ServiceType = 'F' }), "carries no passengers" },
        { Message(new SsimTextLeg { Destination = "LHR" }), "from LHR to LHR" },
        { Message(new SsimTextLeg { Frequency = '3' }), "frequency" },
    });

    [Theory, MemberData(nameof(BadLegs))]
    public async Task A_bad_leg_is_told_with_its_line_and_skipped(Database database, string message, string said)
    {
        await using var desk = await ImportDesk.OpenAsync(database);

        var outcome = await desk.SsimAsync(message);

        Assert.Equal((7, 1), (outcome.Value?.Added, outcome.Value?.Bad));
        Assert.Contains(said, Assert.Single(desk.Problems).Reason, StringComparison.Ordinal);
        Assert.Equal(4, desk.Problems[0].Line);
    }

    [Theory, EveryDatabase]
    public async Task A_leg_without_configuration_has_the_seats_of_its_type(Database database)
    {
        await using var desk = await ImportDesk.OpenAsync(database);

        await desk.SsimAsync(Message(new SsimTextLeg { Configuration = "" }));

        Assert.Contains(await desk.OnSaleAsync(), flight => flight is { Number: 201, Aircraft: "A320", Seats: 168 });
    }

    [Theory, EveryDatabase]
    public async Task A_packed_message_is_known_by_its_content(Database database)
    {
        await using var desk = await ImportDesk.OpenAsync(database);

        Assert.True((await desk.SsimAsync(ImportDesk.Packed(Message(new SsimTextLeg())))).Accepted);
    }

    // A good flight 777 before the leg in question.
    private static string Message(SsimTextLeg leg) => SsimText.Begin('L', "01DEC26", "07DEC26").Leg(new() { Number = 777 }).Leg(leg).Trailer().End();

    private static SsimText Renumbered(SsimText message, int serial)
    {
        message.Serial = serial;
        return message;
    }
}
