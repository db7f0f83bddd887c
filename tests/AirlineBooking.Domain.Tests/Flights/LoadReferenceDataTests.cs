using AirlineBooking.Domain.Flights;
using AirlineBooking.Domain.Kernel;
using AirlineBooking.Domain.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace AirlineBooking.Domain.Tests.Flights;

public sealed class LoadReferenceDataTests
{
    [Theory, EveryDatabase]
    public async Task Fills_every_table_and_counts_the_schedule_version_up(Database database)
    {
        await using var airline = await HeadlessAirline.OpenAsync(database);

        Assert.True(await airline.Get<LoadReferenceData>().RunAsync(default));

        await using var db = airline.Databases.CreateDbContext();
        var heathrow = await db.Airports.SingleAsync(a => a.Code == AirportCode.Parse("LHR"));
        Assert.Equal(("London", "LON", "GB", "Europe/London"), (heathrow.City, heathrow.MetropolitanArea?.ToString(), heathrow.Country, heathrow.TimeZone));
        Assert.True(await db.Airports.CountAsync() > 3_900);
        Assert.True(await db.AircraftTypes.AnyAsync(t => t.Icao == "A20N"));
        Assert.True(await db.ConnectionTimes.AnyAsync(t => t.Airport == AirportCode.Parse("SIN") && t.Kind == ConnectionKind.InternationalToInternational));
        Assert.Equal(1, await ScheduleVersions.ReadAsync(db, default));
    }

    [Theory, EveryDatabase]
    public async Task A_second_load_of_the_same_files_changes_nothing(Database database)
    {
        await using var airline = await HeadlessAirline.OpenAsync(database);
        await airline.Get<LoadReferenceData>().RunAsync(default);

        Assert.False(await airline.Get<LoadReferenceData>().RunAsync(default));

        await using var db = airline.Databases.CreateDbContext();
        Assert.Equal(1, await ScheduleVersions.ReadAsync(db, default));
    }

    [Theory, EveryDatabase]
    public async Task New_files_mend_what_differs_and_leave_what_an_operator_imported(Database database)
    {
        await using var airline = await HeadlessAirline.OpenAsync(database);
        await airline.Get<LoadReferenceData>().RunAsync(default);
        await airline.Writes.RunAsync(async (db, cancel) =>
        {
            await db.ReferenceDigests.ExecuteUpdateAsync(row => row.SetProperty(d => d.Digest, "of older files"), cancel);
            await db.Airports.Where(a => a.Code == AirportCode.Parse("LHR")).ExecuteUpdateAsync(row => row.SetProperty(a => a.Name, "Older name"), cancel);
            await db.Airports.Where(a => a.Code == AirportCode.Parse("SIN")).ExecuteUpdateAsync(
                row => row.SetProperty(a => a.Name, "Imported name").SetProperty(a => a.Source, AirportSource.Import), cancel);
        });

        Assert.True(await airline.Get<LoadReferenceData>().RunAsync(default));

        await using var db = airline.Databases.CreateDbContext();
        Assert.Equal("London Heathrow Airport", (await db.Airports.SingleAsync(a => a.Code == AirportCode.Parse("LHR"))).Name);
        Assert.Equal("Imported name", (await db.Airports.SingleAsync(a => a.Code == AirportCode.Parse("SIN"))).Name);
        Assert.Equal(2, await ScheduleVersions.ReadAsync(db, default));
    }

    [Theory, EveryDatabase]
    public async Task The_airline_of_the_house_is_among_the_airlines(Database database)
    {
        await using var airline = await HeadlessAirline.OpenAsync(database);
        await airline.Get<LoadReferenceData>().RunAsync(default);

        await using var db = airline.Databases.CreateDbContext();
        var house = await db.Airlines.SingleAsync(a => a.Code == "T0");
        Assert.Equal(("Tern Airways", "901"), (house.Name, house.TicketingPrefix));
    }

    [Theory, EveryDatabase]
    public async Task The_house_may_bear_another_name(Database database)
    {
        await using var airline = await HeadlessAirline.OpenAsync(database, new Dictionary<string, string?> { ["Airline:Code"] = "BA", ["Airline:Name"] = "Petrel Air" });
        await airline.Get<LoadReferenceData>().RunAsync(default);

        await using var db = airline.Databases.CreateDbContext();
        Assert.Equal("Petrel Air", (await db.Airlines.SingleAsync(a => a.Code == "BA")).Name);
    }

    [Theory, EveryDatabase]
    public async Task Two_processes_may_load_at_once(Database database)
    {
        await using var airline = await HeadlessAirline.OpenAsync(database);
        var load = airline.Get<LoadReferenceData>();

        await Task.WhenAll(load.RunAsync(default), load.RunAsync(default));

        await using var db = airline.Databases.CreateDbContext();
        Assert.True(await db.Airports.CountAsync() > 3_900);
    }
}
