using AirlineBooking.Domain.Flights;

namespace AirlineBooking.Domain.Tests.Search;

/// <summary>A trip that the exhaustive search found.</summary>
public sealed record Trip(string Flights, DateTimeOffset Departs, DateTimeOffset Arrives, int Stops, long Cost);

/// <summary>A rule told wrong on purpose, to see that a comparison would notice.</summary>
public enum Wrong
{
    Nothing, MaximumConnection, MinimumConnection, JoinedLegs, AirportTwice, LocalDate, SaleClose, EqualTrips, StopsCount, ClassesSold, TransferTax, PriceDecides, HighestClass,
}

/// <summary>Tries everything, by the definition and nothing else: the answer that the scan must give. It shares no code with it.</summary>
public sealed class ExhaustiveSearch(RandomNetwork network, Wrong wrong = Wrong.Nothing)
{
    private readonly Dictionary<string, string> _countries = network.Airports.ToDictionary(airport => airport.Code.ToString(), airport => airport.Country);
    private readonly ILookup<string, PlainFlight> _from = network.Flights.ToLookup(flight => flight.From);
    private readonly PlainQuery _query = network.Query;

    public List<Trip> Everything()
    {
        var trips = new List<Trip>();
        foreach (var first in network.Flights)
        {
            if (!Begins(first)) continue;
            AddIfItEnds([first], trips);
            if (_query.MaxStops == 0) continue;
            foreach (var second in _from[first.To])
            {
                if (!Connects(first, second)) continue;
                AddIfItEnds([first, second], trips);
                if (_query.MaxStops == 1) continue;
                foreach (var third in _from[second.To])
                {
                    if (Connects(second, third)) AddIfItEnds([first, second, third], trips);
                }
            }
        }
        return trips;
    }

    public List<Trip> Best()
    {
        var trips = Everything();
        // The short ones first: most others are beaten by one of them.
        var kinds = trips.Select(trip => trip with { Flights = "" }).Distinct().OrderBy(trip => trip.Arrives - trip.Departs).ToList();
        var unbeaten = kinds.Where(b => !kinds.Any(a => Beats(a, b))).ToHashSet();
        if (wrong is Wrong.EqualTrips) return [.. trips.Where(trip => unbeaten.Contains(trip with { Flights = "" })).DistinctBy(trip => trip with { Flights = "" })];
        return [.. trips.Where(trip => unbeaten.Contains(trip with { Flights = "" }))];
    }

    private bool Beats(Trip a, Trip b)
    {
        var stops = wrong is Wrong.StopsCount ? 0 : a.Stops - b.Stops;
        var cost = wrong is Wrong.PriceDecides ? 0 : a.Cost - b.Cost;
        var noWorse = a.Departs >= b.Departs && a.Arrives <= b.Arrives && stops <= 0 && cost <= 0;
        var better = a.Departs > b.Departs || a.Arrives < b.Arrives || stops < 0 || cost < 0;
        return noWorse && better;
    }

    private bool Begins(PlainFlight flight)
    {
        var date = wrong is Wrong.LocalDate ? DateOnly.FromDateTime(flight.Departs.UtcDateTime) : DateOnly.FromDateTime(flight.DepartsLocal);
        return _query.Origins.Contains(flight.From) && date == _query.Date && (wrong is Wrong.SaleClose || flight.Departs >= _query.EarliestDeparture);
    }

    private bool Connects(PlainFlight before, PlainFlight after)
    {
        if (before.To != after.From) return false;
        var ground = (after.Departs - before.Arrives).TotalMinutes;
        var joined = before.JoinsNextLeg && before.Service == after.Service && before.Leg + 1 == after.Leg && ground >= 0;
        if (joined && wrong is not Wrong.JoinedLegs) return true;
        var minimum = _query.ConnectionTable.TryGetValue((before.To, Kind(before, after)), out var special) ? special : _query.MinimumMinutes;
        return (wrong is Wrong.MinimumConnection ? ground >= 0 : ground >= minimum)
            && (wrong is Wrong.MaximumConnection || ground <= _query.MaximumMinutes);
    }

    private ConnectionKind Kind(PlainFlight before, PlainFlight after) => (IsDomestic(before), IsDomestic(after)) switch
    {
        (true, true) => ConnectionKind.DomesticToDomestic,
        (true, false) => ConnectionKind.DomesticToInternational,
        (false, true) => ConnectionKind.InternationalToDomestic,
        (false, false) => ConnectionKind.InternationalToInternational,
    };

    private bool IsDomestic(PlainFlight flight) => _countries[flight.From] == _countries[flight.To];

    private void AddIfItEnds(PlainFlight[] flights, List<Trip> trips)
    {
        var (first, last) = (flights[0], flights[^1]);
        if (!_query.Destinations.Contains(last.To)) return;
        string[] places = [first.From, .. flights.Select(flight => flight.To)];
        if (places.Distinct().Count() != places.Length && wrong is not Wrong.AirportTwice) return;
        if (first.From == last.To) return;
        var classes = flights.Select(LowestOpenClass).ToArray();
        if (classes.Any(rank => rank is null)) return;
        var origin = Array.IndexOf(_query.Origins, first.From);
        var rank = (wrong is Wrong.HighestClass ? classes[0] : classes.Max()) ?? 0;
        var cost = _query.Fares[origin, Array.IndexOf(_query.Destinations, last.To)][rank] + _query.DepartureTaxes[origin];
        for (var leg = 1; leg < flights.Length && wrong is not Wrong.TransferTax; leg++)
        {
            cost += _query.TransferTaxes.GetValueOrDefault((flights[leg].From, Kind(flights[leg - 1], flights[leg])));
        }
        trips.Add(new Trip(string.Join('-', flights.Select(flight => flight.Id)), first.Departs, last.Arrives, flights.Length - 1, cost));
    }

    private int? LowestOpenClass(PlainFlight flight)
    {
        var limits = network.Ladders[flight.Ladder];
        var sold = wrong is Wrong.ClassesSold ? 0 : flight.Sold;
        for (var rank = 0; rank < limits.Length; rank++)
        {
            if (limits[rank] - sold >= _query.Seats) return rank;
        }
        return null;
    }
}
