using AirlineBooking.Domain.Bookings;
using AirlineBooking.Domain.Flights;
using AirlineBooking.Domain.Kernel;
using AirlineBooking.Web.Ui;

namespace AirlineBooking.Web.Bookings;

/// <summary>Something of a trip that can be cancelled: all that is left, one way, or one person.</summary>
/// <param name="Key">What the form calls it.</param>
/// <param name="Words">What a person calls it.</param>
/// <param name="Passengers">Whose journey; everybody's when empty.</param>
/// <param name="Slices">Which ways; all when empty.</param>
/// <param name="Paid">What was paid for it.</param>
internal sealed record CancelChoice(string Key, string Words, IReadOnlyList<PassengerId> Passengers, IReadOnlyList<int> Slices, Money Paid)
{
    /// <summary>All that can be chosen now; nothing when there is nothing left to cancel.</summary>
    public static IReadOnlyList<CancelChoice> Of(BookingDetails trip, AirportDirectory places, DateTimeOffset now)
    {
        var parts = CancellableParts.Of(trip, now);
        if (parts.Count == 0) return [];
        var slices = parts.Select(part => part.Slice).Distinct().Order().ToList();
        var people = parts.Select(part => trip.Passengers[part.Passenger]).Distinct().OrderBy(one => one.Position).ToList();
        var isWhole = parts.Count == trip.Passengers.Count * trip.Sold.Slices.Count;
        var choices = new List<CancelChoice> { new("all", isWhole ? "The whole trip" : "All that is left", [], [], PaidFor(trip, parts)) };
        if (slices.Count > 1)
        {
            choices.AddRange(slices.Select(slice => new CancelChoice(
                $"way-{slice}", $"Only {Small(TripWords.Way(trip.Sold, slice, places))}", [], [slice], PaidFor(trip, parts.Where(part => part.Slice == slice)))));
        }
        if (people.Count > 1)
        {
            foreach (var one in people)
            {
                // An infant goes with the lap it sits on, and can be cancelled alone too.
                var with = parts.Where(part => GoesWith(trip, part.Passenger, one)).ToList();
                if (!Companions.AreLost(trip, with)) choices.Add(new CancelChoice($"person-{one.Position}", $"Only {Named(trip, one)}", [one.Id], [], PaidFor(trip, with)));
            }
        }
        return choices;
    }

    private static Money PaidFor(BookingDetails trip, IEnumerable<SoldPart> parts) => parts.Aggregate(Money.Zero(trip.Booking.Currency), (sum, part) => sum + part.Paid);

    private static bool GoesWith(BookingDetails trip, int passenger, BookingPassenger one) => passenger == one.Position || trip.Passengers[passenger].InfantOf == one.Id;

    private static string Named(BookingDetails trip, BookingPassenger one)
    {
        var name = trip.Travellers[one.Position].Shown();
        return trip.Passengers.FirstOrDefault(other => other.InfantOf == one.Id) is { } infant ? $"{name} with {trip.Travellers[infant.Position].GivenName}" : name;
    }

    private static string Small(string words) => words.StartsWith("The way", StringComparison.Ordinal) ? char.ToLowerInvariant(words[0]) + words[1..] : words;
}
