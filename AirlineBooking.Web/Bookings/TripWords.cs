using AirlineBooking.Domain.Bookings;
using AirlineBooking.Domain.Fares;
using AirlineBooking.Domain.Flights;
using AirlineBooking.Domain.Platform;
using AirlineBooking.Web.Ui;

namespace AirlineBooking.Web.Bookings;

/// <summary>A trip in the words of those who make it.</summary>
internal static class TripWords
{
    /// <summary>Singapore, 12–27 Feb 2027</summary>
    public static string Title(BookingDetails trip, AirportDirectory places)
    {
        var (first, last) = (trip.Sold.Slices[0], trip.Sold.Slices[^1]);
        return $"{Where(trip, places)}, {TimeText.Days(DayOf(first), trip.Sold.Slices.Count > 1 ? DayOf(last) : null)}";
    }

    /// <summary>Where the first way leads.</summary>
    public static string Where(BookingDetails trip, AirportDirectory places) => PlaceText.City(places, trip.Sold.Slices[0].Destination);

    public static string Status(BookingState state) => state.Status switch
    {
        BookingStatus.PendingPayment => "Not paid yet",
        BookingStatus.Confirmed when state.IsOwedAFlight() => "Flight cancelled by us",
        BookingStatus.Confirmed => "Confirmed",
        BookingStatus.Failed => "Not booked",
        BookingStatus.Cancelled => "Cancelled, refund on its way",
        BookingStatus.Refunded => "Cancelled",
    };

    public static string TagClass(BookingState state) => state.Status switch
    {
        BookingStatus.PendingPayment => "now",
        BookingStatus.Confirmed when state.IsOwedAFlight() => "now",
        BookingStatus.Confirmed => "go sea",
        _ => "off",
    };

    /// <summary>The flights that the airline has cancelled and that somebody still holds a coupon for.</summary>
    public static string NotFlown(IEnumerable<TripFlight> flights) => string.Join(" and ", flights.Where(flight => flight is { IsOff: true, IsCancelled: false })
        .Select(flight => $"{FlightText.Number(flight.Segment.FlightNumber)} on {TimeText.Day(DateOnly.FromDateTime(flight.Segment.DepartingAt))}"));

    /// <summary>What happened, from the word that the history keeps.</summary>
    public static string Happened(BookingEvent entry) => entry.What switch
    {
        "created" => "Booked",
        "confirmed" => "Paid, tickets issued",
        "payment_tried_again" => "Payment tried again",
        "payment_declined" => "The card was declined",
        "payment_not_confirmed" => "Not confirmed at the bank",
        "payment_failed" => "The payment came to nothing",
        "failed" => "Seats given back, nothing was charged",
        "seat_changed" => "Seat changed",
        "checked_in" => "Checked in",
        "partly_cancelled" => "Part of the trip cancelled",
        "cancelled" => "Cancelled",
        "refunded" => "Refund sent",
        var other => PartyText.Capitalised(other.Replace('_', ' ')),
    };

    public static string By(BookingEvent entry) => entry.Who switch
    {
        _ when entry.What is "payment_not_confirmed" => "nothing was charged",
        _ when entry.What is "payment_declined" => "by the bank",
        Audit.Guest => "by you",
        Audit.System => "by our system",
        _ => "by our staff or a partner",
    };

    /// <summary>What cancelling brought back, and by when.</summary>
    public static string ComesBack(BookingDetails trip) => trip.State.Refund is { Amount: > 0 } refund
        ? $"{MoneyText.Exact(new(refund.Amount, trip.Booking.Currency))} comes back to the card you paid with, by {TimeText.Day(AirportClock.DateAt(refund.PromisedBy, trip.Sold.Segments.First().OriginTimeZone))}."
        : "Nothing comes back.";

    /// <summary>Out, Back, or from where to where when there are other ways.</summary>
    public static string Way(SoldTrip sold, int slice, AirportDirectory places)
    {
        var way = sold.Slices[slice];
        var isReturn = sold.Slices.Count == 2 && sold.Slices[0].Origin == sold.Slices[1].Destination && sold.Slices[0].Destination == sold.Slices[1].Origin;
        return isReturn ? slice == 0 ? "The way out" : "The way back" : $"{PlaceText.City(places, way.Origin)} to {PlaceText.City(places, way.Destination)}";
    }

    public static string Change(FareCondition change) => change switch
    {
        { Allowed: false } => "Not possible with this fare",
        { Penalty: { MinorUnits: > 0 } penalty } => $"{MoneyText.Exact(penalty)} each, plus any difference in price",
        _ => "Free, you pay any difference in price",
    };

    public static string Refund(FareCondition refund) => refund switch
    {
        { Allowed: false } => "Only the taxes that fall away come back",
        { Penalty: { MinorUnits: > 0 } penalty } => $"Everything but {MoneyText.Brief(penalty)} each and the chosen seats comes back",
        _ => "The fare comes back, chosen seats do not",
    };

    /// <summary>What the first stage of check-in means now; the times are local at the airport that is left.</summary>
    public static string CheckIn(TripFlight flight) => flight switch
    {
        { IsCancelled: true } => "Cancelled",
        { Passes.Count: > 0, ToCheckIn: 0 } => "Checked in",
        { CheckIn: CheckInState.NotYetOpen } => $"Check-in opens {TimeText.DayAndClock(flight.Window.OpensAt, flight.Segment.OriginTimeZone)}",
        { CheckIn: CheckInState.Open } => $"Check-in is open until {TimeText.DayAndClock(flight.Window.ClosesAt, flight.Segment.OriginTimeZone)}",
        _ => $"Check-in closed {TimeText.DayAndClock(flight.Window.ClosesAt, flight.Segment.OriginTimeZone)}",
    };

    /// <summary>Everything given back until then, when it was booked early enough for that.</summary>
    public static DateTimeOffset? FreeUntil(BookingDetails trip, int freeHours) => trip.State.Status is BookingStatus.Confirmed
        ? new SoldConditions(trip.Booking.ConfirmedAt ?? trip.Booking.CreatedAt, trip.Sold.Slices[0].Segments[0].DepartsAt, null, TimeSpan.FromHours(freeHours)).FreeUntil
        : null;

    private static DateOnly DayOf(OfferSlice slice) => DateOnly.FromDateTime(slice.Segments[0].DepartingAt);
}
