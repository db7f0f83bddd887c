using AirlineBooking.Domain.Bookings;
using AirlineBooking.Domain.Fares;
using AirlineBooking.Domain.Flights;
using AirlineBooking.Web.Ui;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;

namespace AirlineBooking.Web.Bookings;

/// <summary>The flights of a trip for a calendar: one event each, at the local times of both airports, that stays the same event when the trip changes.</summary>
public sealed class TripCalendar(Brand brand, AirportDirectories directories)
{
    public const string ContentType = "text/calendar";

    public static string FileName(RecordLocator locator) => $"Trip-{locator}.ics";

    public string Write(BookingDetails details)
    {
        var calendar = new Calendar { Method = "PUBLISH", ProductId = $"-//{brand.Name}//AirlineBooking//EN" };
        foreach (var zone in details.Sold.Segments.SelectMany(segment => new[] { segment.OriginTimeZone, segment.DestinationTimeZone }).Distinct(StringComparer.Ordinal))
        {
            // From the year of the first flight on: a calendar needs no history of the zone.
            calendar.AddTimeZone(VTimeZone.FromDateTimeZone(zone, new DateTime(details.Sold.Segments.First().DepartingAt.Year, 1, 1, 0, 0, 0, DateTimeKind.Unspecified), includeHistoricalData: false));
        }
        foreach (var segment in details.Sold.Segments) calendar.Events.Add(EventOf(details, segment));
        return new CalendarSerializer().SerializeToString(calendar) ?? throw new InvalidOperationException("The calendar was not written.");
    }

    private CalendarEvent EventOf(BookingDetails details, OfferSegment segment)
    {
        var (booking, places) = (details.Booking, directories.Current);
        var (from, to) = (PlaceText.City(places, segment.Origin), PlaceText.City(places, segment.Destination));
        var seats = details.Passengers.Select(passenger => details.State.Passengers[passenger.Position].Seats)
            .Where(own => own.ContainsKey(segment.FlightId)).Select(own => own[segment.FlightId].ToString()).ToList();
        return new CalendarEvent
        {
            // Whoever takes the file in again changes the event they have instead of getting a second one.
            Uid = $"{booking.Id}-{segment.FlightId}@{brand.Code.ToLowerInvariant()}.invalid",
            Sequence = (int)Math.Min(int.MaxValue, details.State.Version),
            DtStamp = new CalDateTime(LastChange(details).UtcDateTime, CalDateTime.UtcTzId),
            Start = new CalDateTime(segment.DepartingAt, segment.OriginTimeZone),
            End = new CalDateTime(segment.ArrivingAt, segment.DestinationTimeZone),
            Summary = $"{FlightText.Number(segment.FlightNumber)} {from} to {to}",
            Location = PlaceText.Airport(places, segment.Origin),
            Description = $"Booking {booking.Locator}. {(seats.Count == 0 ? "No seat chosen yet." : $"Seats {string.Join(", ", seats)}.")}{(brand.Notice is { } notice ? $" {notice}" : "")}",
            Status = StatusOf(details, segment.FlightId),
            Transparency = TransparencyType.Opaque,
        };
    }

    private static string StatusOf(BookingDetails details, FlightId flight)
    {
        if (details.State.Status is BookingStatus.PendingPayment) return EventStatus.Tentative;
        var coupons = details.State.Passengers.SelectMany(passenger => passenger.Coupons).Where(coupon => coupon.FlightId == flight).ToList();
        return coupons.Exists(coupon => !coupon.IsOff && coupon.Status is not (CouponStatus.Refunded or CouponStatus.Void)) ? EventStatus.Confirmed : EventStatus.Cancelled;
    }

    // The same trip is the same file, whenever it is asked for.
    private static DateTimeOffset LastChange(BookingDetails details) =>
        details.State.History.Count == 0 ? details.Booking.CreatedAt : details.State.History.Max(entry => entry.At);
}
