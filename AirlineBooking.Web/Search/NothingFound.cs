using System.Globalization;
using AirlineBooking.Domain.Flights;
using AirlineBooking.Domain.Kernel;
using AirlineBooking.Domain.Search;
using AirlineBooking.Web.Ui;

namespace AirlineBooking.Web.Search;

/// <summary>Another airport close to the one that has nothing.</summary>
internal sealed record NearbySearch(TripQuery Query, string Words, string Distance, Money Lowest);

/// <summary>What to do when there are no flights: the nearest days that have some, and airports near by.</summary>
internal sealed record NothingFound(IReadOnlyList<(DateOnly Date, Money Lowest)> Nearest, IReadOnlyList<NearbySearch> Nearby)
{
    private const int DaysBefore = 14, DaysAfter = 28, MostDays = 2, MostAirports = 3, MostTried = 6;
    private const double WithinKilometres = 250;

    public static NothingFound None { get; } = new([], []);

    public static async Task<NothingFound> LookAsync(
        TripQuery query, AirportDirectory places, DateOnly today, Func<TripQuery, DateOnly, DateOnly, CancellationToken, Task<IReadOnlyList<DayFare>>> lowest, CancellationToken cancel)
    {
        var day = query.First.DepartureDate;
        var from = day.AddDays(-DaysBefore);
        var fares = await lowest(query, from < today ? today : from, day.AddDays(DaysAfter), cancel);
        var nearest = fares.Where(fare => fare.Lowest is not null && fare.Date != day)
            .OrderBy(fare => Math.Abs(fare.Date.DayNumber - day.DayNumber)).Take(MostDays)
            .Select(fare => (fare.Date, fare.Lowest.GetValueOrDefault())).ToArray();
        var nearby = new List<NearbySearch>();
        foreach (var other in Others(query, places).Take(MostTried))
        {
            if (nearby.Count == MostAirports) break;
            var that = await lowest(other.Query, day, day, cancel);
            if (that is [{ Lowest: { } price }]) nearby.Add(other with { Lowest = price });
        }
        return new(nearest, nearby);
    }

    private static IEnumerable<NearbySearch> Others(TripQuery query, AirportDirectory places)
    {
        var (origin, destination) = (places.FindPlace(query.First.Origin), places.FindPlace(query.First.Destination));
        if (origin is null || destination is null) yield break;
        foreach (var airport in places.Nearby(origin, WithinKilometres, MostAirports))
        {
            yield return new(With(query, query.First with { Origin = airport.Code }), $"From {PlaceText.Airport(places, airport.Code)}", Away(places, origin, airport), default);
        }
        foreach (var airport in places.Nearby(destination, WithinKilometres, MostAirports))
        {
            yield return new(With(query, query.First with { Destination = airport.Code }), $"To {PlaceText.Airport(places, airport.Code)}", Away(places, destination, airport), default);
        }
    }

    private static TripQuery With(TripQuery query, SliceRequest slice) => query.WithoutFilters() with { Slices = [slice] };

    private static string Away(AirportDirectory places, Place place, Airport airport) =>
        string.Create(CultureInfo.InvariantCulture, $"{GreatCircle.Kilometres(place.Main, airport):#,0} km from {PlaceText.Asked(places, place.Code)}");
}
