using System.Globalization;
using AirlineBooking.Domain.Fares;
using AirlineBooking.Domain.Kernel;
using AirlineBooking.Domain.Search;
using AirlineBooking.Web.Platform.Api;

namespace AirlineBooking.Web.Search;

/// <summary>A search of one to six slices, as partners send it.</summary>
/// <param name="Slices">In the order they are flown.</param>
/// <param name="Passengers">Who flies; one adult when absent.</param>
/// <param name="Cabin">Where they sit; economy when absent.</param>
/// <param name="MaxStops">Stops of each slice at most, 0 to 2; 2 when absent.</param>
/// <param name="Sort">The order; best when absent.</param>
public sealed record OffersQuestion(
    IReadOnlyList<SliceQuestion> Slices, PassengersQuestion? Passengers = null, Cabin? Cabin = null, int? MaxStops = null, OfferSort? Sort = null)
{
    public SearchRequest ToRequest(OfferSort sort) => new(
        [.. Slices.Select(slice => new SliceRequest(slice.Origin, slice.Destination, slice.DepartureDate))],
        new Party(Passengers?.Adults ?? 1, Passengers?.Children ?? 0, Passengers?.Infants ?? 0),
        Cabin ?? Domain.Kernel.Cabin.Economy,
        MaxStops ?? ConnectionQuery.MostStops,
        sort);

    /// <summary>Notes which numbers are out of their range, which is that of the query.</summary>
    internal void RefuseNumbers(QueryReader query)
    {
        foreach (var (name, number, most) in new[]
        {
            ("maxStops", MaxStops, ConnectionQuery.MostStops), ("passengers/adults", Passengers?.Adults, SearchParameters.MostOfAType),
            ("passengers/children", Passengers?.Children, SearchParameters.MostOfAType), ("passengers/infants", Passengers?.Infants, SearchParameters.MostOfAType),
        })
        {
            if (number < 0 || number > most) query.Refuse(name, "out_of_range", $"'{name.Split('/')[^1]}' must be a whole number from 0 to {most}.");
        }
    }

    /// <summary>Which part of the body a problem speaks of.</summary>
    public static string PointerOf(SearchProblem problem, string field) => field switch
    {
        "slices" => "/slices",
        "adults" or "infants" => $"/passengers/{field}",
        _ => string.Create(CultureInfo.InvariantCulture, $"/slices/{problem.Slice}/{field}"),
    };

    internal static async ValueTask<ExampleCall?> ExampleAsync(IServiceProvider services, CancellationToken cancel)
    {
        if (await OffersApi.SomeRouteAsync(services, cancel) is not { } some) return null;
        return ExampleCall.With(("limit", "2")) with
        {
            Body =
                $$"""
                {
                  "slices": [
                    { "origin": "{{some.Origin}}", "destination": "{{some.Destination}}", "departureDate": "{{some.Date:yyyy-MM-dd}}" },
                    { "origin": "{{some.Destination}}", "destination": "{{some.Origin}}", "departureDate": "{{some.Date.AddDays(10):yyyy-MM-dd}}" }
                  ],
                  "passengers": { "adults": 2, "children": 1, "infants": 0 },
                  "cabin": "economy",
                  "maxStops": 2
                }
                """,
        };
    }
}

/// <summary>One way of a journey.</summary>
public sealed record SliceQuestion(AirportCode Origin, AirportCode Destination, DateOnly DepartureDate);

/// <summary>How many fly, by type.</summary>
public sealed record PassengersQuestion(int Adults = 1, int Children = 0, int Infants = 0);
