using AirlineBooking.Domain.Fares;
using AirlineBooking.Domain.Kernel;
using AirlineBooking.Domain.Platform;

namespace AirlineBooking.Domain.Bookings;

/// <summary>Gives each passenger tickets: one coupon a flight, four coupons a ticket, consecutive numbers.</summary>
internal static class IssueTickets
{
    public static async Task WriteAsync(AirlineDb db, Booking booking, SoldTrip sold, IReadOnlyList<BookingPassenger> passengers, string prefix, DateTimeOffset now, CancellationToken cancel)
    {
        var segments = sold.Slices.SelectMany((slice, index) => slice.Segments.Select(segment => (Slice: index, Segment: segment))).ToList();
        var ticketsEach = (segments.Count + Ticket.MostCoupons - 1) / Ticket.MostCoupons;
        var serial = await TakeSerialsAsync(db, ticketsEach * passengers.Count, cancel);
        foreach (var passenger in passengers)
        {
            for (var conjunction = 0; conjunction < ticketsEach; conjunction++, serial++)
            {
                var number = TicketNumber.Of(prefix, serial);
                await db.ExecuteAsync(
                    $"""
                    INSERT INTO tickets (number, booking_id, passenger_id, issued_at, conjunction)
                    VALUES ({number}, {booking.Id}, {passenger.Id}, {now}, {conjunction})
                    """,
                    cancel);
                for (var sequence = 1; sequence <= Ticket.MostCoupons && conjunction * Ticket.MostCoupons + sequence <= segments.Count; sequence++)
                {
                    var (slice, segment) = segments[conjunction * Ticket.MostCoupons + sequence - 1];
                    var value = ValueOf(sold.Passengers[passenger.Position].Slices[slice].Fare, sold.Slices[slice], segment);
                    await db.ExecuteAsync(
                        $"""
                        INSERT INTO coupons (ticket_number, sequence, booking_id, passenger_id, flight_id, slice, booking_class, fare_basis, value, status, status_at)
                        VALUES ({number}, {sequence}, {booking.Id}, {passenger.Id}, {segment.FlightId.Value}, {slice}, {segment.BookingClass}, {FareBasisOf(segment, sold.Family)}, {value}, {CouponStatus.Open}, {now})
                        """,
                        cancel);
                }
            }
        }
    }

    /// <summary>The class, the family and one way: VLOW for V Light.</summary>
    internal static string FareBasisOf(OfferSegment segment, FareFamily family) => $"{segment.BookingClass}{family.ToString()[0]}OW";

    // A coupon is worth its flight's share of the slice's fare by flying time; what does not divide stays with the last.
    private static long ValueOf(Money fare, OfferSlice slice, OfferSegment segment)
    {
        var whole = slice.Segments.Sum(one => (long)(one.ArrivesAt - one.DepartsAt).TotalMinutes);
        if (whole == 0) return segment == slice.Segments[^1] ? fare.MinorUnits : 0;
        long Share(OfferSegment one) => fare.MinorUnits * (long)(one.ArrivesAt - one.DepartsAt).TotalMinutes / whole;
        return segment == slice.Segments[^1] ? fare.MinorUnits - slice.Segments.SkipLast(1).Sum(Share) : Share(segment);
    }

    private static async Task<long> TakeSerialsAsync(AirlineDb db, int count, CancellationToken cancel) => (await db.ReadAsync(
        $"""
        INSERT INTO ticket_serials (id, next) VALUES ({TicketSerial.OnlyRow}, {1 + count})
        ON CONFLICT (id) DO UPDATE SET next = ticket_serials.next + {count}
        RETURNING next
        """,
        row => row.GetInt64(0),
        cancel))[0] - count;
}
