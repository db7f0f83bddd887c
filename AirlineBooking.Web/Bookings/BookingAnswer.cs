using AirlineBooking.Domain.Bookings;
using AirlineBooking.Domain.Fares;
using AirlineBooking.Domain.Flights;
using AirlineBooking.Domain.Kernel;

namespace AirlineBooking.Web.Bookings;

/// <summary>A booking as partners read it: what was sold, by whom it is flown, and where it stands.</summary>
public sealed record BookingAnswer(
    string Id,
    string Locator,
    BookingStatus Status,
    DateTimeOffset CreatedAt,
    Money Total,
    Money Paid,
    Money Refunded,
    FareFamily FareFamily,
    Cabin Cabin,
    IReadOnlyList<BookedPassengerAnswer> Passengers,
    IReadOnlyList<BookedSliceAnswer> Slices,
    ContactAnswer Contact,
    IReadOnlyList<BookingAction> AvailableActions,
    FareConditions Conditions,
    IReadOnlyList<BaggageAllowance> Baggage,
    RefundAnswer? Refund,
    IReadOnlyList<HistoryAnswer> History,
    NextActionAnswer? NextAction)
{
    public static BookingAnswer Of(BookingDetails details, NextActionAnswer? nextAction = null)
    {
        var (booking, sold, state) = (details.Booking, details.Sold, details.State);
        Money InCurrency(long minorUnits) => new(minorUnits, booking.Currency);
        return new(
            booking.Id.ToString(), booking.Locator.ToString(), state.Status, booking.CreatedAt, details.Total, InCurrency(state.Paid), InCurrency(state.Refunded), sold.Family, sold.Cabin,
            [.. details.Passengers.Select(passenger => BookedPassengerAnswer.Of(passenger, details))],
            [.. sold.Slices.Select(BookedSliceAnswer.Of)],
            ContactAnswer.Of(details.Contact), state.AvailableActions, sold.Conditions, sold.Baggage,
            state.Refund is { } refund ? new RefundAnswer(InCurrency(refund.Amount), refund.PromisedBy, refund.DoneAt) : null,
            [.. state.History.Select(happened => new HistoryAnswer(happened.At, happened.What))],
            nextAction);
    }
}

/// <summary>A passenger of a booking.</summary>
/// <param name="Id">Names the passenger in later calls.</param>
/// <param name="Reference">The id that the request gave.</param>
/// <param name="Type">Adult, child or infant.</param>
/// <param name="Title">As given.</param>
/// <param name="GivenName">As given.</param>
/// <param name="FamilyName">As given.</param>
/// <param name="TicketNumber">Thirteen digits, once it is issued.</param>
/// <param name="ConjunctionTicketNumbers">Further tickets, when there are more than four flights.</param>
/// <param name="Seats">By flight; whoever chose none gets one at check-in.</param>
/// <param name="InfantOf">On whose lap an infant sits.</param>
/// <param name="Coupons">One for each flight.</param>
public sealed record BookedPassengerAnswer(
    string Id, string? Reference, PassengerType Type, string? Title, string GivenName, string FamilyName, string? TicketNumber,
    IReadOnlyList<string> ConjunctionTicketNumbers, IReadOnlyDictionary<string, string> Seats, string? InfantOf, IReadOnlyList<CouponAnswer> Coupons)
{
    internal static BookedPassengerAnswer Of(BookingPassenger passenger, BookingDetails details)
    {
        var (traveller, state) = (details.Travellers[passenger.Position], details.State.Passengers[passenger.Position]);
        return new(
            passenger.Id.ToString(), passenger.Reference, passenger.Type, traveller.Title, traveller.GivenName, traveller.FamilyName,
            state.Tickets.Count > 0 ? state.Tickets[0].ToString() : null, [.. state.Tickets.Skip(1).Select(ticket => ticket.ToString())],
            state.Seats.OrderBy(seat => seat.Key).ToDictionary(seat => seat.Key.ToString(), seat => seat.Value.ToString()),
            passenger.InfantOf?.ToString(), [.. state.Coupons.Select(coupon => new CouponAnswer(coupon.FlightId, coupon.Status))]);
    }
}

/// <summary>One flight of a ticket: open, checked in, boarded, flown, refunded or void.</summary>
public sealed record CouponAnswer(FlightId FlightId, CouponStatus Status);

/// <summary>One way of a booking, as it was sold.</summary>
public sealed record BookedSliceAnswer(AirportCode Origin, AirportCode Destination, TimeSpan Duration, int Stops, IReadOnlyList<BookedSegmentAnswer> Segments)
{
    internal static BookedSliceAnswer Of(OfferSlice slice) => new(slice.Origin, slice.Destination, slice.Duration, slice.Stops, [.. slice.Segments.Select(BookedSegmentAnswer.Of)]);
}

/// <summary>One flight of a booking, as it was sold; local times stand beside their zones.</summary>
public sealed record BookedSegmentAnswer(
    FlightId FlightId, FlightNumber FlightNumber, string OperatingCarrier, AirportCode Origin, AirportCode Destination, DateTime DepartingAt, DateTime ArrivingAt,
    string OriginTimeZone, string DestinationTimeZone, DateTimeOffset DepartsAtUtc, DateTimeOffset ArrivesAtUtc, TimeSpan Duration, string Aircraft, bool SameAircraft, string BookingClass)
{
    internal static BookedSegmentAnswer Of(OfferSegment segment) => new(
        segment.FlightId, segment.FlightNumber, segment.OperatingCarrier, segment.Origin, segment.Destination, segment.DepartingAt, segment.ArrivingAt, segment.OriginTimeZone,
        segment.DestinationTimeZone, segment.DepartsAt, segment.ArrivesAt, segment.ArrivesAt - segment.DepartsAt, segment.Aircraft, segment.SameAircraft, segment.BookingClass);
}

/// <summary>Where messages go, masked.</summary>
public sealed record ContactAnswer(string Email, string? Phone, string Language, IReadOnlyList<string> Reminders)
{
    internal static ContactAnswer Of(Contact contact) => new(
        MaskedContact.Email(contact.Email), MaskedContact.Phone(contact.Phone), contact.Language, contact.Reminders.Split(' ', StringSplitOptions.RemoveEmptyEntries));
}

/// <summary>What goes back, by when, and when it went.</summary>
public sealed record RefundAnswer(Money Amount, DateTimeOffset PromisedBy, DateTimeOffset? DoneAt);

/// <summary>Something that happened to a booking.</summary>
public sealed record HistoryAnswer(DateTimeOffset At, string What);

/// <summary>What the payer has to do before the payment goes on: go to an address of the payment provider.</summary>
public sealed record NextActionAnswer(string Type, string Url, DateTimeOffset ExpiresAt)
{
    public const string Redirect = "redirect";
}

/// <summary>What cancelling gives back, while the quote is good.</summary>
/// <param name="Id">Confirms it.</param>
/// <param name="Refund">What goes back.</param>
/// <param name="Penalty">What the fare's conditions keep.</param>
/// <param name="RefundTo">Always the payment that it was paid with.</param>
/// <param name="ExpiresAt">Until when the quote can be confirmed.</param>
public sealed record CancellationAnswer(string Id, Money Refund, Money Penalty, string RefundTo, DateTimeOffset ExpiresAt)
{
    public const string OriginalPayment = "original_payment";

    internal static CancellationAnswer Of(QuotedCancellation quote) => new(quote.Id.ToString(), quote.Refund, quote.Penalty, OriginalPayment, quote.ExpiresAt);
}

/// <summary>A token for one booking.</summary>
/// <param name="BookingToken">Send it as bearer.</param>
/// <param name="ExpiresIn">Seconds that it is good for.</param>
public sealed record LookupAnswer(string BookingToken, int ExpiresIn);
