using System.Globalization;
using AirlineBooking.Domain.Bookings;
using AirlineBooking.Domain.Fares;
using AirlineBooking.Domain.Flights;
using AirlineBooking.Domain.Platform;
using AirlineBooking.Domain.Seats;
using AirlineBooking.Web.Platform.Api;

namespace AirlineBooking.Web.Bookings;

/// <summary>A wish to book, as partners send it.</summary>
/// <param name="OfferId">The offer that is booked.</param>
/// <param name="Passengers">Everybody the offer is for, in any order.</param>
/// <param name="Contact">Where messages go.</param>
/// <param name="Payment">How it is paid.</param>
/// <param name="HoldIds">Holds of seats on the offer's flights; none, and seats are given at check-in.</param>
public sealed record BookingQuestion(
    string OfferId, IReadOnlyList<PassengerQuestion> Passengers, ContactQuestion Contact, PaymentQuestion Payment, IReadOnlyList<HoldId>? HoldIds = null)
{
    public const string Channel = "api";

    private const int MostHolds = 18;

    /// <summary>What is wrong with the shape of it, or nothing; whether it can be booked is for the booking to say.</summary>
    public ApiProblem? Problem()
    {
        var errors = new List<FieldError>();
        if (Passengers.Count is 0 or > Party.MostPassengers) errors.Add(new("/passengers", "out_of_range", $"Name 1 to {Party.MostPassengers} passengers."));
        if (HoldIds is { Count: > MostHolds }) errors.Add(new("/holdIds", "out_of_range", $"Name at most {MostHolds} holds."));
        for (var i = 0; i < Math.Min(Passengers.Count, Party.MostPassengers); i++) Passengers[i].AddProblems(errors, string.Create(CultureInfo.InvariantCulture, $"/passengers/{i}"));
        if (errors.Count > 0) return Problems.OfFields(ProblemCode.BookingInvalid, errors);
        return Payment.Problem();
    }

    public BookingOrder ToOrder() => new(OfferId, [.. Passengers.Select(passenger => passenger.ToOrder())], Contact.ToOrder(), HoldIds ?? [], Channel, Audit.Guest);
}

/// <summary>One passenger, as partners send them.</summary>
/// <param name="Type">Adult, child or lap infant, by age on the first flight's date.</param>
/// <param name="GivenName">In any script, as they write it.</param>
/// <param name="FamilyName">Likewise; a single name stands here.</param>
/// <param name="BornOn">The date of birth.</param>
/// <param name="Id">Your own reference, up to 32 characters and unique in the request; it comes back.</param>
/// <param name="Title">mr, mrs, ms, miss, mx or dr.</param>
/// <param name="Gender">f, m, x or u.</param>
/// <param name="Document">A passport or an identity card: never needed to book.</param>
/// <param name="FrequentFlyer">A frequent flyer number.</param>
/// <param name="InfantOf">The id of the passenger whose lap an infant sits on.</param>
/// <param name="Seats">By flight, one of the seats that are held.</param>
/// <param name="Assistance">SSR codes of the assistance they need.</param>
/// <param name="TicketGivenName">The spelling of the passport's machine-readable lines, for scripts that are not spelled for you.</param>
/// <param name="TicketFamilyName">Likewise.</param>
public sealed record PassengerQuestion(
    PassengerType Type,
    string GivenName,
    string FamilyName,
    DateOnly BornOn,
    string? Id = null,
    string? Title = null,
    string? Gender = null,
    DocumentQuestion? Document = null,
    string? FrequentFlyer = null,
    string? InfantOf = null,
    IReadOnlyDictionary<string, string>? Seats = null,
    IReadOnlyList<string>? Assistance = null,
    string? TicketGivenName = null,
    string? TicketFamilyName = null)
{
    internal void AddProblems(List<FieldError> errors, string place)
    {
        foreach (var (flight, seat) in Seats ?? new Dictionary<string, string>())
        {
            if (!FlightId.TryParse(flight, out _)) errors.Add(new($"{place}/seats", "flight_unknown", "Seats are named by the ids of flights."));
            else if (!SeatNumber.TryParse(seat, out _)) errors.Add(new($"{place}/seats/{flight}", "seat_unknown", "A seat is a row and a letter, such as 12C."));
        }
    }

    internal PassengerOrder ToOrder() => new()
    {
        Reference = Id,
        Type = Type,
        Title = Title,
        GivenName = GivenName,
        FamilyName = FamilyName,
        TicketGivenName = TicketGivenName,
        TicketFamilyName = TicketFamilyName,
        BornOn = BornOn,
        Gender = Gender,
        Document = Document?.ToOrder(),
        FrequentFlyer = FrequentFlyer,
        InfantOf = InfantOf,
        Seats = (Seats ?? new Dictionary<string, string>()).ToDictionary(seat => FlightId.TryParse(seat.Key, out var flight) ? flight : default, seat => SeatNumber.Parse(seat.Value)),
        Assistance = Assistance ?? [],
    };
}

/// <summary>Where messages go, as partners send it.</summary>
/// <param name="Email">An e-mail address.</param>
/// <param name="Phone">With its country: +44 20 7946 0958.</param>
/// <param name="Language">A language such as en or de-CH; English when absent.</param>
/// <param name="Reminders">How to remind a day before departure: email, sms.</param>
public sealed record ContactQuestion(string Email, string? Phone = null, string? Language = null, IReadOnlyList<Reminder>? Reminders = null)
{
    private const string DefaultLanguage = "en";

    internal ContactOrder ToOrder() =>
        new(Email, Phone, Language ?? DefaultLanguage, Reminders?.Contains(Reminder.Email) is true, Reminders?.Contains(Reminder.Sms) is true);
}

/// <summary>How a passenger is reminded.</summary>
public enum Reminder { Email, Sms }

/// <summary>How a booking is paid, as partners send it.</summary>
/// <param name="Token">What the payment provider made of the card; card numbers never come here.</param>
/// <param name="Later">True to pay later, which nobody may yet.</param>
public sealed record PaymentQuestion(string? Token = null, bool? Later = null)
{
    public const int TokenLength = 200;

    internal ApiProblem? Problem()
    {
        if (Later is true) return Problems.OfField(ProblemCode.PayLaterNotAllowed, "/payment/later", "Pay at once with a token.");
        return Token is { Length: >= 1 and <= TokenLength } ? null : Problems.OfFields(ProblemCode.BookingInvalid, [new("/payment/token", "field_required", $"'token' is needed, 1 to {TokenLength} characters.")]);
    }
}
