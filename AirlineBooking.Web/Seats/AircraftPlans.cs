using System.Collections.Concurrent;
using AirlineBooking.Domain.Fares;
using AirlineBooking.Domain.Flights;
using AirlineBooking.Domain.Kernel;
using AirlineBooking.Domain.Seats;

namespace AirlineBooking.Web.Seats;

/// <summary>Keeps the drawings of aircraft: there are as many as layouts and price lists, however many look at them.</summary>
public sealed class AircraftPlans(SeatQuotes quotes)
{
    /// <summary>Imported flights may bring a layout of any size; drawings beyond so many begin anew.</summary>
    private const int MostKept = 200;

    private readonly ConcurrentDictionary<(CabinLayout, Cabin?, FareFamily?, DistanceBand), AircraftPlan> _plans = new();

    /// <summary>The aircraft of a flight with the prices of a fare family, or with the list prices.</summary>
    public AircraftPlan Of(CabinLayout layout, AirportCode origin, AirportCode destination, Cabin? only, FareFamily? family)
    {
        var key = (layout, only, family, quotes.BandOf(origin, destination));
        if (_plans.TryGetValue(key, out var kept)) return kept;
        if (_plans.Count >= MostKept) _plans.Clear();
        return _plans.GetOrAdd(key, AircraftPlan.Of(layout, only, quotes.For(layout, origin, destination, family)));
    }
}
