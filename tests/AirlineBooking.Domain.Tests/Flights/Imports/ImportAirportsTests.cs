using AirlineBooking.Domain.Flights;
using AirlineBooking.Domain.Kernel;
using AirlineBooking.Domain.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace AirlineBooking.Domain.Tests.Flights.Imports;

public sealed class ImportAirportsTests
{
    private const string Header = "iata,name,country,latitude,longitude,time_zone\n";
    private const string Chico = "CIC,Chico Regional Airport,US,39.795389,-121.858417,America/Los_Angeles\n";

    [Theory, EveryDatabase]
    public async Task A_row_becomes_an_airport_of_the_operator(Database database)
    {
        await using var desk = await ImportDesk.OpenAsync(database);
        var version = await desk.VersionAsync();

        var outcome = await desk.AirportsAsync("icao,city,metro,source," + Header + "KCIC,Chico,CXX,survey," + Chico);

        Assert.Equal(1, outcome.Value!.Added);
        var airport = await AirportAsync(desk, "CIC");
        Assert.Equal(
            ("KCIC", "Chico", AirportCode.Parse("CXX"), 39.795389, "America/Los_Angeles", AirportSource.Import),
            (airport.Icao, airport.City, airport.MetropolitanArea, airport.Latitude, airport.TimeZone, airport.Source));
        Assert.Equal(version + 1, await desk.VersionAsync());
    }

    [Theory, EveryDatabase]
    public async Task The_same_file_again_changes_nothing_and_keeps_the_version(Database database)
    {
        await using var desk = await ImportDesk.OpenAsync(database);
        await desk.AirportsAsync(Header + Chico);
        var version = await desk.VersionAsync();

        var again = await desk.AirportsAsync(Header + Chico);

        Assert.Equal((0, 0, 1), (again.Value!.Added, again.Value.Changed, again.Value.Unchanged));
        Assert.Equal(version, await desk.VersionAsync());
    }

    [Theory, EveryDatabase]
    public async Task What_the_file_does_not_tell_stays(Database database)
    {
        await using var desk = await ImportDesk.OpenAsync(database);
        await desk.AirportsAsync("icao,city," + Header + "KCIC,Chico," + Chico);

        var outcome = await desk.AirportsAsync(Header + Chico.Replace("Regional", "Municipal", StringComparison.Ordinal));

        var airport = await AirportAsync(desk, "CIC");
        Assert.Equal((1, "KCIC", "Chico", "Chico Municipal Airport"), (outcome.Value!.Changed, airport.Icao, airport.City, airport.Name));
    }

    [Theory, EveryDatabase]
    public async Task A_dry_run_changes_nothing(Database database)
    {
        await using var desk = await ImportDesk.OpenAsync(database);
        var version = await desk.VersionAsync();

        var outcome = await desk.AirportsAsync(Header + Chico, dryRun: true);

        Assert.Equal(["+ CIC Chico Regional Airport America/Los_Angeles"], outcome.Value!.Examples);
        await using var db = desk.Airline.Databases.CreateDbContext();
        Assert.False(await db.Airports.AnyAsync(airport => airport.Code == AirportCode.Parse("CIC")));
        Assert.Equal(version, await desk.VersionAsync());
    }

    [Theory, EveryDatabase]
    public async Task An_airport_with_flights_keeps_its_time_zone(Database database)
    {
        await using var desk = await ImportDesk.OpenAsync(database);
        await desk.FlightsAsync(ImportDesk.Header + "XB,7,LHR,FRA,2026-12-01,09:00,11:30,0,90,,A320,150\n");

        var outcome = await desk.AirportsAsync(Header + "FRA,Frankfurt,DE,50,8,Europe/London\n");

        Assert.Equal((0, 1), (outcome.Value!.Changed, outcome.Value.Bad));
        Assert.Equal([new ImportProblem(2, "FRA has flights, so its time zone stays Europe/Berlin")], desk.Problems);
    }

    [Theory, EveryDatabase]
    public async Task A_missing_column_is_told_by_name_and_refused(Database database)
    {
        await using var desk = await ImportDesk.OpenAsync(database);

        var outcome = await desk.AirportsAsync("iata,name,country,latitude,longitude\nCIC,Chico,US,1,1\n");

        Assert.Equal(ImportRefusal.ColumnMissing, outcome.Refusal);
        Assert.Equal([new ImportProblem(1, "the column time_zone is missing")], desk.Problems);
    }

    [Theory]
    [EveryDatabase("C1C,Chico,US,1,1,Etc/UTC", "iata")]
    [EveryDatabase("CIC,,US,1,1,Etc/UTC", "name")]
    [EveryDatabase("CIC,Chico,USA,1,1,Etc/UTC", "country")]
    [EveryDatabase("CIC,Chico,US,91,1,Etc/UTC", "latitude")]
    [EveryDatabase("CIC,Chico,US,NaN,1,Etc/UTC", "latitude")]
    [EveryDatabase("CIC,Chico,US,1,-181,Etc/UTC", "longitude")]
    [EveryDatabase("CIC,Chico,US,1,1,Mars/Olympus", "time_zone")]
    [EveryDatabase("LHX,Twice,GB,1,1,Etc/UTC", "stands on line 2 already")]
    public async Task A_bad_row_is_told_with_its_line_and_skipped(Database database, string row, string said)
    {
        await using var desk = await ImportDesk.OpenAsync(database);

        var outcome = await desk.AirportsAsync(Header + "LHX,Good,GB,51,0,Europe/London\n" + row + "\n");

        Assert.Equal((1, 1), (outcome.Value!.Added, outcome.Value.Bad));
        Assert.Contains(said, Assert.Single(desk.Problems).Reason, StringComparison.Ordinal);
        Assert.Equal(3, desk.Problems[0].Line);
    }

    private static async Task<Airport> AirportAsync(ImportDesk desk, string code)
    {
        await using var db = desk.Airline.Databases.CreateDbContext();
        return await db.Airports.AsNoTracking().SingleAsync(airport => airport.Code == AirportCode.Parse(code));
    }
}
