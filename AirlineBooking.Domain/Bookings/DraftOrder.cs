using System.Globalization;
using AirlineBooking.Domain.Fares;
using AirlineBooking.Domain.Platform;

namespace AirlineBooking.Domain.Bookings;

/// <summary>Reads what was typed as an order, and says all that is not right yet.</summary>
public static class DraftOrder
{
    public const string Channel = "web";

    private const string Language = "en-GB";

    private static readonly string[] Fields = ["givenName", "familyName", "bornOn", "gender", "infantOf", "assistance", "document", "frequentFlyer"];

    /// <summary>The order, with the problems that stand in its way; their places are those of an order.</summary>
    public static (BookingOrder Order, IReadOnlyList<OrderProblem> Problems) Read(OpenDraft draft, Offer offer)
    {
        var unread = new List<OrderProblem>();
        var firstFlight = DateOnly.FromDateTime(offer.Slices[0].Segments[0].DepartingAt);
        var passengers = draft.Form.Passengers.Select((passenger, i) => Passenger(passenger, i, draft, firstFlight, unread)).ToList();
        var contact = draft.Form.Contact;
        var order = new BookingOrder(
            draft.OfferId, passengers, new ContactOrder(contact.Email, contact.Phone.Length == 0 ? null : contact.Phone, Language, contact.RemindByEmail, contact.RemindBySms), draft.Holds, Channel, Audit.Guest,
            draft.BookingId);
        // A date that could not be read says nothing about an age.
        var problems = OrderChecks.Problems(order, offer).Where(problem => !unread.Exists(one => one.Place == problem.Place)).Concat(unread);
        return (order, [.. problems.OrderBy(PlaceOnThePage)]);
    }

    // As the form is read: passenger by passenger and field by field, the contact last.
    private static int PlaceOnThePage(OrderProblem problem)
    {
        var parts = problem.Place.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (parts is not ["passengers", var number, var field, ..] || !int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var passenger)) return parts is ["contact", ..] ? int.MaxValue : -1;
        var at = Array.IndexOf(Fields, field);
        return passenger * (Fields.Length + 1) + (at < 0 ? Fields.Length : at);
    }

    private static PassengerOrder Passenger(DraftPassenger typed, int place, OpenDraft draft, DateOnly firstFlight, List<OrderProblem> unread)
    {
        var at = string.Create(CultureInfo.InvariantCulture, $"/passengers/{place}");
        if (!TryReadDate(typed.Day, typed.Month, typed.Year, out var bornOn))
        {
            var words = typed.Day.Length + typed.Month.Length + typed.Year.Length == 0 ? "Give the date of birth." : "There is no such day. Give day, month and year, such as 14 03 1986.";
            unread.Add(new($"{at}/bornOn", "born_on_invalid", words));
            bornOn = firstFlight.AddYears(typed.Type switch { PassengerType.Infant => -1, PassengerType.Child => -6, _ => -30 });
        }
        return new PassengerOrder
        {
            Reference = Reference(place),
            Type = typed.Type,
            GivenName = typed.GivenName,
            FamilyName = typed.FamilyName,
            TicketGivenName = Absent(typed.TicketGivenName),
            TicketFamilyName = Absent(typed.TicketFamilyName),
            BornOn = bornOn,
            Gender = Absent(typed.Gender),
            FrequentFlyer = Absent(typed.FrequentFlyer),
            InfantOf = int.TryParse(typed.InfantOf, NumberStyles.None, CultureInfo.InvariantCulture, out var lap) ? Reference(lap) : null,
            Assistance = typed.Assistance,
            Document = typed.Document.IsEmpty ? null : typed.Document.ToOrder(),
            Seats = draft.Seats.Where(flight => flight.Seats.ContainsKey(place)).ToDictionary(flight => flight.FlightId, flight => flight.Seats[place]),
        };
    }

    private static bool TryReadDate(string day, string month, string year, out DateOnly date)
    {
        date = default;
        if (!int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var y) || !int.TryParse(month, NumberStyles.None, CultureInfo.InvariantCulture, out var m)
            || !int.TryParse(day, NumberStyles.None, CultureInfo.InvariantCulture, out var d)) return false;
        if (y is < 1000 or > 9999 || m is < 1 or > 12 || d < 1 || d > DateTime.DaysInMonth(y, m)) return false;
        date = new DateOnly(y, m, d);
        return true;
    }

    private static string Reference(int place) => string.Create(CultureInfo.InvariantCulture, $"p{place}");

    private static string? Absent(string text) => text.Length == 0 ? null : text;
}
