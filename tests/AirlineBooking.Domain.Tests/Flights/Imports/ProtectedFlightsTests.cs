using System.Text;
using AirlineBooking.Domain.Flights;
using AirlineBooking.Domain.Kernel;
using AirlineBooking.Domain.Tests.Support;
using Microsoft.Extensions.Options;

namespace AirlineBooking.Domain.Tests.Flights.Imports;

public sealed class ProtectedFlightsTests
{
    private const string Out = "XB,101,LHR,JFK,2026-12-01,09:00,12:00,0,480,G-ABCD,B77W,300\n";

    [Theory]
    [EveryDatabase("09:16,12:16", "B77W,300", false)]
    [EveryDatabase("09:15,12:15", "B77W,300", true)]
    [EveryDatabase("09:00,12:00", "B77W,301", false)]
    [EveryDatabase("09:00,12:00", "A320,300", false)]
    public async Task A_flight_with_passengers_keeps_its_times_and_its_layout(Database database, string times, string layout, bool changed)
    {
        await using var desk = await ImportDesk.OpenAsync(database);
        await desk.FlightsAsync(ImportDesk.Header + Out);
        var row = Out.Replace("09:00,12:00", times, StringComparison.Ordinal).Replace("B77W,300", layout, StringComparison.Ordinal);

        var outcome = await new Import(desk, everywhere: true).FlightsAsync(ImportDesk.Header + row);

        Assert.Equal(changed ? (1, 0) : (0, 1), (outcome.Value!.Changed, outcome.Value.Bad));
        if (!changed) Assert.Equal([new ImportProblem(2, "XB101 on 2026-12-01 has passengers")], desk.Problems);
    }

    [Theory, EveryDatabase]
    public async Task A_flight_with_passengers_is_not_removed(Database database)
    {
        await using var desk = await ImportDesk.OpenAsync(database);
        await desk.SsimAsync(SsimText.Begin('L', "01DEC26", "07DEC26").Leg(new()).Leg(new() { Number = 202 }).Trailer().End());

        var outcome = await new Import(desk, everywhere: true).SsimAsync(SsimText.Begin('L', "01DEC26", "07DEC26").Leg(new()).Trailer().End());

        Assert.Equal((0, 7), (outcome.Value!.Removed, outcome.Value.Bad));
        Assert.Equal(14, (await desk.OnSaleAsync()).Count);
        Assert.Contains(desk.Problems, problem => problem.Reason == "XB202 on 2026-12-01 is not in the file, but has passengers");
    }

    [Theory, EveryDatabase]
    public async Task Who_buys_while_the_import_runs_keeps_the_flight_too(Database database)
    {
        await using var desk = await ImportDesk.OpenAsync(database);
        await desk.FlightsAsync(ImportDesk.Header + Out);

        var outcome = await new Import(desk, everywhere: false).FlightsAsync(ImportDesk.Header + Out.Replace("09:00,12:00", "15:00,18:00", StringComparison.Ordinal));

        Assert.Equal(1, outcome.Value!.Bad);
        Assert.Equal(new TimeOnly(9, 0), Assert.Single(await desk.OnSaleAsync()).DepartsLocal);
    }

    // The operations as they are registered, with passengers on every flight: from the start, or only by the last commit.
    private sealed class Import
    {
        private readonly ImportDesk _desk;
        private readonly ChangeFlights _changeFlights;

        public Import(ImportDesk desk, bool everywhere)
        {
            var asked = 0;
            _desk = desk;
            var passengers = new FlightsWithPassengers([(_, flights, _) => Task.FromResult(everywhere || ++asked > 1 ? flights : [])], [], []);
            var stage = new FlightStage(desk.Airline.Writes, desk.Airline.Clock, passengers);
            _changeFlights = new ChangeFlights(desk.Airline.Databases, stage, new ScheduleStage(desk.Airline.Databases, stage), passengers);
        }

        public Task<Outcome<ImportSummary, ImportRefusal>> FlightsAsync(string csv) =>
            new ImportFlights(_desk.Airline.Databases, _changeFlights).RunAsync(Request(csv), CancellationToken.None);

        public Task<Outcome<ImportSummary, ImportRefusal>> SsimAsync(string message) =>
            new ImportSsim(_desk.Airline.Databases, _changeFlights, _desk.Airline.Get<IOptions<AirlineOptions>>(), _desk.Airline.Clock).RunAsync(Request(message), CancellationToken.None);

        private ImportRequest Request(string text)
        {
            _desk.Problems.Clear();
            return new ImportRequest(new MemoryStream(Encoding.ASCII.GetBytes(text))) { Report = _desk.Problems.Add };
        }
    }
}
