using AirlineBooking.Domain.Bookings;
using AirlineBooking.Domain.Payments;
using AirlineBooking.Domain.Seats;

namespace AirlineBooking.Simulator;

/// <summary>What is true after every commit, checked on what the commit touched.</summary>
/// <remarks>The airline's own <c>check</c> says the same of a whole database; it is asked at the end of each history.</remarks>
internal static class BookChecks
{
    public static void Check(Books books, Tables touched, World world)
    {
        if (Any(touched, Tables.Claims)) Ended(books, world);
        if (Any(touched, Tables.Claims | Tables.Cabins | Tables.Holds)) Seats(books, world);
        if (Any(touched, Tables.Claims | Tables.Bookings | Tables.Payments)) Paying(books, world);
        if (Any(touched, Tables.Claims | Tables.Bookings | Tables.Coupons | Tables.Cabins)) Places(books, world);
        if (Any(touched, Tables.Bookings | Tables.Payments | Tables.Refunds | Tables.Ledger)) Money(books, world);
        if (Any(touched, Tables.Bookings | Tables.Outbox | Tables.Coupons)) Confirmed(books, world);
        if (Any(touched, Tables.Requests | Tables.Payments)) Requests(books, world);
        if (Any(touched, Tables.Gateway | Tables.Payments | Tables.Refunds)) Gateway(books, world);
    }

    // I4, I5: from the instant on at which it ends a hold is nobody's, whether or not it was tidied away.
    private static void Ended(Books books, World world)
    {
        var now = world.Now.UtcDateTime;
        foreach (var before in books.ClaimsBefore)
        {
            if (before.State is not ClaimState.Held || before.Until > now) continue;
            var revived = books.Claims.FindIndex(claim => claim.Flight == before.Flight && claim.Seat == before.Seat && claim.Hold == before.Hold && (claim.State is ClaimState.Paying || claim.State is ClaimState.Held && claim.Until > before.Until));
            if (revived >= 0) world.Break("A hold that ran out does not come back", $"{before}, then {books.Claims[revived]}");
        }
    }

    // I1, I2, I3, I4, I6: places are counted, promised once, and holds have an end.
    private static void Seats(Books books, World world)
    {
        foreach (var cabin in books.Cabins)
        {
            var claimed = books.Claims.Count(claim => claim.Flight == cabin.Flight && claim.Cabin == cabin.Cabin);
            if (cabin.Taken != cabin.Unseated + claimed) world.Break("What is counted as taken is what is claimed and promised", $"flight {cabin.Flight}: {cabin.Taken}, {claimed} claimed and {cabin.Unseated} without a seat");
            if (cabin.Taken > cabin.Authorised || cabin.Authorised > cabin.Capacity || cabin.Unseated < 0) world.Break("No cabin is promised more often than it may be", $"{cabin}");
        }
        var seated = new HashSet<(long, string)>();
        foreach (var claim in books.Claims)
        {
            if (claim.State is ClaimState.Held && !books.Holds.Exists(hold => hold.Id == claim.Hold && hold.Until == claim.Until)) world.Break("Every held seat has its hold, and holds end at the same time", $"{claim}");
            if (claim is { State: ClaimState.Paying or ClaimState.Sold, Passenger: { } passenger } && !seated.Add((claim.Flight, passenger))) world.Break("A passenger has one seat on a flight", $"{claim}");
            if (!books.Cabins.Exists(cabin => cabin.Flight == claim.Flight && cabin.Cabin == claim.Cabin)) world.Break("Every claim is counted", $"{claim}");
        }
    }

    // Seats that do not end by themselves have a payment under way that will end them.
    private static void Paying(Books books, World world)
    {
        foreach (var claim in books.Claims)
        {
            if (claim.State is not ClaimState.Paying) continue;
            var open = books.Bookings.Exists(booking => booking.Id == claim.Booking && booking.Status is BookingStatus.PendingPayment)
                && books.Payments.Exists(payment => payment.Booking == claim.Booking && payment is { State: PaymentState.Started or PaymentState.Waiting, Due: true });
            if (!open) world.Break("Seats that are being paid for have a payment under way", $"{claim}");
        }
        foreach (var payment in books.Payments)
        {
            if (payment.State is PaymentState.Started or PaymentState.Waiting or PaymentState.Authorised or PaymentState.Voiding && !payment.Due) world.Break("Every payment that is not at its end is looked at again", $"{payment}");
        }
        foreach (var booking in books.Bookings)
        {
            if (booking.Status is not BookingStatus.PendingPayment) continue;
            var open = books.Payments.Count(payment => payment.Booking == booking.Id && payment.State is PaymentState.Started or PaymentState.Waiting && payment.Booking == booking.Id);
            if (open > 1) world.Break("A booking is paid by one payment at a time", $"{booking}");
            if (open == 0 && booking.KeptUntil is null) world.Break("A booking that nobody pays for has an end", $"{booking}");
        }
    }

    // I5, I6, I7: who flies has a seat or is counted, and no seat is sold to nobody.
    private static void Places(Books books, World world)
    {
        var expected = new Dictionary<(long Flight, int Cabin), int>();
        foreach (var coupon in books.Coupons)
        {
            if (coupon.Status is CouponStatus.Refunded or CouponStatus.Void) continue;
            var sold = books.Sold[coupon.Booking];
            if (sold.Infants.Contains(coupon.Passenger) || books.Claims.Exists(claim => claim.Flight == coupon.Flight && claim.Passenger == coupon.Passenger && claim.State is ClaimState.Sold)) continue;
            Add((coupon.Flight, (int)sold.Cabin), 1);
        }
        foreach (var booking in books.Bookings)
        {
            if (booking is not { Status: BookingStatus.PendingPayment, HoldsPlaces: true }) continue;
            var sold = books.Sold[booking.Id];
            foreach (var (flight, unseated) in sold.Unseated) Add((flight, (int)sold.Cabin), unseated);
        }
        foreach (var cabin in books.Cabins)
        {
            var there = expected.GetValueOrDefault((cabin.Flight, cabin.Cabin));
            if (cabin.Unseated != there) world.Break("Everybody who flies has a seat or is counted as unseated", $"flight {cabin.Flight}: {cabin.Unseated} counted, {there} there");
        }
        foreach (var claim in books.Claims)
        {
            if (claim.State is not ClaimState.Sold) continue;
            var flies = books.Bookings.Exists(booking => booking.Id == claim.Booking && booking.Status is BookingStatus.Confirmed)
                && books.Coupons.Exists(coupon => coupon.Passenger == claim.Passenger && coupon.Flight == claim.Flight && coupon.Status is not (CouponStatus.Refunded or CouponStatus.Void));
            if (!flies) world.Break("A sold seat belongs to a passenger who still flies", $"{claim}");
        }

        void Add((long, int) cabin, int more) => expected[cabin] = expected.GetValueOrDefault(cabin) + more;
    }

    // I9, I10, I11, I12: the ledger balances, and what a booking says of its money is true.
    private static void Money(Books books, World world)
    {
        foreach (var movement in books.Ledger.GroupBy(entry => entry.Movement))
        {
            if (movement.Sum(entry => entry.Amount) != 0) world.Break("Every movement of money balances", movement.Key);
        }
        foreach (var booking in books.Bookings)
        {
            var payments = books.Payments.Where(payment => payment.Booking == booking.Id).ToList();
            var refunds = books.Refunds.Where(refund => refund.Booking == booking.Id).ToList();
            var paying = payments.FindAll(payment => payment.State is PaymentState.Authorised or PaymentState.Captured);
            var (captured, given) = (payments.Where(payment => payment.State is PaymentState.Captured).Sum(payment => payment.Amount), refunds.Where(refund => refund.State is RefundState.Done).Sum(refund => refund.Amount));
            if (paying.Count != (booking.Status is BookingStatus.PendingPayment or BookingStatus.Failed ? 0 : 1)) world.Break("A booking is paid by one payment, and one that is not confirmed by none", $"{booking}: {paying.Count}");
            if (booking.Paid != paying.Sum(payment => payment.Amount) || booking.Refunded != given || booking.RefundDue != refunds.Sum(refund => refund.Amount) - given) world.Break("What a booking says is paid, refunded and due is what its payments and refunds say", $"{booking}");
            if (booking.Paid > 0 && booking.Paid != booking.Total || booking.Refunded + booking.RefundDue > booking.Paid) world.Break("Nobody pays another price than the booking's, and no more goes back", $"{booking}");
            if (Balance(LedgerAccount.Gateway) != captured - given) world.Break("What was taken and given back stands in the ledger, once", $"{booking}: {Balance(LedgerAccount.Gateway)}, {captured} less {given}");
            if (Balance(LedgerAccount.RefundsDue) != -booking.RefundDue) world.Break("What is promised back stands in the ledger", $"{booking}: {Balance(LedgerAccount.RefundsDue)}");

            long Balance(LedgerAccount account) => books.Ledger.Where(entry => entry.Booking == booking.Id && entry.Account == account).Sum(entry => entry.Amount);
        }
    }

    // I14, I21: a confirmed booking is ticketed and told of once, and its locator is nobody else's.
    private static void Confirmed(Books books, World world)
    {
        var locators = new HashSet<string>(StringComparer.Ordinal);
        foreach (var booking in books.Bookings)
        {
            if (!locators.Add(booking.Locator)) world.Break("No two bookings have one locator", booking.Locator);
            var told = books.Outbox.Count(key => key == $"booking_confirmed:bkg_{booking.Id.Replace("-", "", StringComparison.Ordinal).ToLowerInvariant()}");
            if (told != (booking.Confirmed ? 1 : 0)) world.Break("Every confirmed booking is told of, once", $"{booking}: {told}");
            var sold = books.Sold[booking.Id];
            var coupons = books.Coupons.Count(coupon => coupon.Booking == booking.Id);
            if (coupons != (booking.Confirmed ? sold.Passengers * sold.Flights.Count : 0)) world.Break("Every confirmed booking is ticketed, once", $"{booking}: {coupons} coupons");
            var live = books.Coupons.Exists(coupon => coupon.Booking == booking.Id && coupon.Status is not (CouponStatus.Refunded or CouponStatus.Void));
            if (booking.Confirmed && live != booking.Status is BookingStatus.Confirmed) world.Break("A booking is over when nobody of it flies", $"{booking}");
        }
    }

    // I19: whoever asked is answered in the end.
    private static void Requests(Books books, World world)
    {
        foreach (var request in books.Requests)
        {
            if (request.Answered || request.Subject is not { } subject) continue;
            var open = books.Payments.Exists(payment => payment.State is PaymentState.Started or PaymentState.Waiting && BookingId.TryParse(subject, out var id) && payment.Booking == Books.Text(id.Value));
            if (!open) world.Break("A request in progress has a payment under way", $"{request}");
        }
    }

    // I11: the gateway's own books agree with ours wherever ours are at an end.
    private static void Gateway(Books books, World world)
    {
        foreach (var payment in books.Payments)
        {
            var known = books.Gateway.FindIndex(row => row.Id == payment.Id);
            var row = known < 0 ? default : books.Gateway[known];
            var agrees = payment.State switch
            {
                PaymentState.Captured => known >= 0 && row.Captured == payment.Amount && !row.Voided,
                PaymentState.Authorised => known >= 0 && row.Outcome is GatewayOutcome.Authorised && !row.Voided,
                PaymentState.Voided => known >= 0 && row.Captured == 0 && row.Voided,
                PaymentState.Declined or PaymentState.Failed => known < 0 || row.Outcome is not GatewayOutcome.Authorised || row.Voided,
                _ => true,
            };
            if (!agrees) world.Break("The gateway's books agree with ours", $"{payment}, {(known < 0 ? "unknown there" : row)}");
            var given = books.Refunds.Where(refund => refund.Payment == payment.Id && refund.State is RefundState.Done).Sum(refund => refund.Amount);
            if (known >= 0 && row.Refunded < given) world.Break("What we say was given back was given back", $"{payment}, {row}");
        }
    }

    private static bool Any(Tables touched, Tables of) => (touched & of) != 0;
}
