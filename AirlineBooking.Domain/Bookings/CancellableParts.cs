using System.Globalization;
using AirlineBooking.Domain.Fares;
using AirlineBooking.Domain.Kernel;

namespace AirlineBooking.Domain.Bookings;

/// <summary>What of a booking can still be cancelled: each passenger's way that has not begun and is not checked in, or that cannot be flown because the airline cancelled a flight of it.</summary>
public static class CancellableParts
{
    /// <summary>The parts of a booking as somebody reads it.</summary>
    public static IReadOnlyList<SoldPart> Of(BookingDetails details, DateTimeOffset now) => Of(details.Booking, details.Sold, details.Passengers, details.State, now);

    internal static IReadOnlyList<SoldPart> Of(Booking booking, SoldTrip sold, IReadOnlyList<BookingPassenger> people, BookingState state, DateTimeOffset now)
    {
        var parts = new List<SoldPart>();
        foreach (var person in people)
        {
            for (var slice = 0; slice < sold.Slices.Count; slice++)
            {
                if (IsCancellable(sold, state.Passengers[person.Position], slice, now)) parts.Add(PartOf(booking, sold, person, slice));
            }
        }
        return parts;
    }

    internal static bool AreThereAny(SoldTrip sold, IEnumerable<PassengerState> passengers, DateTimeOffset now) =>
        passengers.Any(passenger => Enumerable.Range(0, sold.Slices.Count).Any(slice => IsCancellable(sold, passenger, slice, now)));

    private static bool IsCancellable(SoldTrip sold, PassengerState passenger, int slice, DateTimeOffset now)
    {
        var coupons = passenger.Coupons.Where(coupon => coupon.Slice == slice).ToList();
        var first = sold.Slices[slice].Segments[0];
        var isOff = coupons.Exists(coupon => coupon.IsOff);
        var hasBegun = first.DepartsAt <= now && !coupons.Exists(coupon => coupon.IsOff && coupon.FlightId == first.FlightId);
        return !hasBegun && coupons.Count > 0 && coupons.TrueForAll(coupon => coupon.Status is CouponStatus.Open || isOff && coupon.Status is CouponStatus.CheckedIn);
    }

    internal static SoldConditions ConditionsOf(Booking booking, SoldTrip sold, int freeHours) => new(
        booking.ConfirmedAt ?? booking.CreatedAt, sold.Slices[0].Segments[0].DepartsAt, sold.Conditions.Refund.Allowed ? sold.Conditions.Refund.Penalty : null, TimeSpan.FromHours(freeHours));

    /// <summary>Passenger and slice of each part: "0:0 0:1 1:0".</summary>
    internal static string Write(IEnumerable<SoldPart> parts) => string.Join(' ', parts.Select(part => string.Create(CultureInfo.InvariantCulture, $"{part.Passenger}:{part.Slice}")));

    internal static IReadOnlyList<SoldPart> Read(string parts, Booking booking, SoldTrip sold, IReadOnlyList<BookingPassenger> people) =>
    [
        .. parts.Split(' ').Select(text =>
        {
            var numbers = text.Split(':');
            return PartOf(booking, sold, people[int.Parse(numbers[0], CultureInfo.InvariantCulture)], int.Parse(numbers[1], CultureInfo.InvariantCulture));
        }),
    ];

    private static SoldPart PartOf(Booking booking, SoldTrip sold, BookingPassenger person, int slice)
    {
        var sale = sold.Passengers[person.Position].Slices[slice];
        var zero = Money.Zero(booking.Currency);
        var flights = sold.Slices[slice].Segments.Select(segment => segment.FlightId).ToHashSet();
        return new SoldPart(
            person.Position,
            slice,
            person.Type is not PassengerType.Infant,
            sale.Fare,
            sale.Taxes.Where(tax => tax.Refundable).Aggregate(zero, (sum, tax) => sum + tax.Amount),
            sale.Taxes.Where(tax => !tax.Refundable).Aggregate(zero, (sum, tax) => sum + tax.Amount),
            sold.Seats.Where(seat => seat.Passenger == person.Position && flights.Contains(seat.FlightId)).Aggregate(zero, (sum, seat) => sum + seat.Price));
    }
}
