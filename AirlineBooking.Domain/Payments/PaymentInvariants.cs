using System.Data.Common;
using System.Runtime.CompilerServices;
using AirlineBooking.Domain.Bookings;
using AirlineBooking.Domain.Platform;
using AirlineBooking.Domain.Seats;

namespace AirlineBooking.Domain.Payments;

/// <summary>What is always true of bookings and their money: nobody pays without a place, and every movement balances.</summary>
internal static class PaymentInvariants
{
    public static readonly Invariant[] All =
    [
        new("Every movement of money balances", Unbalanced),
        new("What was taken and given back stands in the ledger, once", LedgerApart),
        new("What a booking says is paid, refunded and due is what its payments and refunds say", AmountsApart),
        new("A booking is paid by one payment, and one that is not confirmed by none", PaidWithoutAPlace),
        new("Seats that are being paid for have a payment under way", PayingForNothing),
        new("A sold seat belongs to a passenger who still flies", SoldToNobody),
        new("Everybody who flies has a seat or is counted as unseated", PlacesApart),
        new("Every confirmed booking is told of, once", UntoldBookings),
        new("A request in progress has a payment under way", RequestsLeftBehind),
        new("The gateway's books agree with ours", GatewayApart),
    ];

    private static IAsyncEnumerable<string> Unbalanced(AirlineDb db, CancellationToken cancel) => Each(
        db, $"SELECT movement, SUM(amount) FROM ledger_entries GROUP BY movement HAVING SUM(amount) <> 0", row => $"{row.GetString(0)}: {row.GetValue(1)}", cancel);

    private static IAsyncEnumerable<string> LedgerApart(AirlineDb db, CancellationToken cancel) => Each(
        db,
        $"""
        SELECT b.id, COALESCE((SELECT SUM(e.amount) FROM ledger_entries e WHERE e.booking_id = b.id AND e.account = {LedgerAccount.Gateway}), 0),
               COALESCE((SELECT SUM(p.amount) FROM payments p WHERE p.booking_id = b.id AND p.state = {PaymentState.Captured}), 0)
               - COALESCE((SELECT SUM(r.amount) FROM refunds r WHERE r.booking_id = b.id AND r.state = {RefundState.Done}), 0)
        FROM bookings b
        WHERE COALESCE((SELECT SUM(e.amount) FROM ledger_entries e WHERE e.booking_id = b.id AND e.account = {LedgerAccount.Gateway}), 0)
           <> COALESCE((SELECT SUM(p.amount) FROM payments p WHERE p.booking_id = b.id AND p.state = {PaymentState.Captured}), 0)
            - COALESCE((SELECT SUM(r.amount) FROM refunds r WHERE r.booking_id = b.id AND r.state = {RefundState.Done}), 0)
        """,
        row => $"{new BookingId(row.GetGuid(0))}: {row.GetValue(1)} in the ledger, {row.GetValue(2)} moved",
        cancel);

    private static IAsyncEnumerable<string> AmountsApart(AirlineDb db, CancellationToken cancel) => Each(
        db,
        $"""
        SELECT b.id FROM bookings b
        WHERE b.paid <> COALESCE((SELECT SUM(p.amount) FROM payments p WHERE p.booking_id = b.id AND p.state IN ({PaymentState.Authorised}, {PaymentState.Captured})), 0)
           OR b.refunded <> COALESCE((SELECT SUM(r.amount) FROM refunds r WHERE r.booking_id = b.id AND r.state = {RefundState.Done}), 0)
           OR b.refund_due <> COALESCE((SELECT SUM(r.amount) FROM refunds r WHERE r.booking_id = b.id AND r.state <> {RefundState.Done}), 0)
        """,
        row => new BookingId(row.GetGuid(0)).ToString(),
        cancel);

    private static IAsyncEnumerable<string> PaidWithoutAPlace(AirlineDb db, CancellationToken cancel) => Each(
        db,
        $"""
        SELECT b.id, b.status, (SELECT COUNT(*) FROM payments p WHERE p.booking_id = b.id AND p.state IN ({PaymentState.Authorised}, {PaymentState.Captured})) FROM bookings b
        WHERE (SELECT COUNT(*) FROM payments p WHERE p.booking_id = b.id AND p.state IN ({PaymentState.Authorised}, {PaymentState.Captured}))
           <> CASE WHEN b.status IN ({BookingStatus.PendingPayment}, {BookingStatus.Failed}) THEN 0 ELSE 1 END
        """,
        row => $"{new BookingId(row.GetGuid(0))} is {(BookingStatus)row.GetInt32(1)} with {row.GetInt64(2)} payments",
        cancel);

    private static IAsyncEnumerable<string> PayingForNothing(AirlineDb db, CancellationToken cancel) => Each(
        db,
        $"""
        SELECT s.flight_id, s.seat FROM seat_claims s LEFT JOIN bookings b ON b.id = s.booking_id
        WHERE s.state = {ClaimState.Paying} AND (b.id IS NULL OR b.status <> {BookingStatus.PendingPayment}
           OR NOT EXISTS (SELECT 1 FROM payments p WHERE p.booking_id = b.id AND p.state IN ({PaymentState.Started}, {PaymentState.Waiting})))
        """,
        row => $"{row.GetInt64(0):x} {row.GetString(1)}",
        cancel);

    private static IAsyncEnumerable<string> SoldToNobody(AirlineDb db, CancellationToken cancel) => Each(
        db,
        $"""
        SELECT s.flight_id, s.seat FROM seat_claims s
        WHERE s.state = {ClaimState.Sold} AND NOT EXISTS (
            SELECT 1 FROM coupons c JOIN bookings b ON b.id = c.booking_id
            WHERE c.booking_id = s.booking_id AND c.passenger_id = s.passenger_id AND c.flight_id = s.flight_id
              AND c.status IN ({CouponStatus.Open}, {CouponStatus.CheckedIn}, {CouponStatus.Boarded}, {CouponStatus.Flown}) AND b.status = {BookingStatus.Confirmed})
        """,
        row => $"{row.GetInt64(0):x} {row.GetString(1)}",
        cancel);

    // Those who fly without a claim, and those whose unpaid booking keeps a place without a seat, are what the counter counts.
    private static async IAsyncEnumerable<string> PlacesApart(AirlineDb db, [EnumeratorCancellation] CancellationToken cancel)
    {
        var expected = new Dictionary<(long Flight, int Cabin), int>();
        var flying = await db.ReadAsync(
            $"""
            SELECT c.booking_id, c.flight_id FROM coupons c JOIN booking_passengers p ON p.id = c.passenger_id
            WHERE c.status IN ({CouponStatus.Open}, {CouponStatus.CheckedIn}, {CouponStatus.Boarded}, {CouponStatus.Flown}) AND p.type <> {Fares.PassengerType.Infant}
              AND NOT EXISTS (SELECT 1 FROM seat_claims s WHERE s.flight_id = c.flight_id AND s.passenger_id = c.passenger_id)
            """,
            row => (Booking: new BookingId(row.GetGuid(0)), Flight: row.GetInt64(1)),
            cancel);
        foreach (var booking in flying.GroupBy(one => one.Booking))
        {
            var sold = (await BookingRows.FindAsync(db, booking.Key, cancel))?.ReadSold() ?? throw new InvalidOperationException($"A coupon of {booking.Key}, which is not there.");
            foreach (var one in booking) Add(expected, (one.Flight, (int)sold.Cabin), 1);
        }
        var unpaid = await db.ReadAsync($"SELECT id FROM bookings WHERE status = {BookingStatus.PendingPayment} AND holds_places = {true}", row => new BookingId(row.GetGuid(0)), cancel);
        foreach (var id in unpaid)
        {
            var booking = await BookingRows.FindAsync(db, id, cancel) ?? throw new InvalidOperationException($"{id} went away.");
            foreach (var flight in await BookingPlaces.OfUnpaidAsync(db, id, booking.ReadSold(), await BookingRows.PassengersAsync(db, id, cancel), cancel))
            {
                Add(expected, (flight.Plan.FlightId.Value, (int)flight.Cabin), flight.Unseated);
            }
        }
        foreach (var (flight, cabin, unseated) in await db.ReadAsync($"SELECT flight_id, cabin, unseated FROM flight_cabins", row => (row.GetInt64(0), row.GetInt32(1), row.GetInt32(2)), cancel))
        {
            if (unseated != expected.GetValueOrDefault((flight, cabin))) yield return $"{flight:x} {(Kernel.Cabin)cabin}: {unseated} counted, {expected.GetValueOrDefault((flight, cabin))} there";
        }
    }

    private static IAsyncEnumerable<string> UntoldBookings(AirlineDb db, CancellationToken cancel) => Each(
        db,
        $"""
        SELECT id FROM bookings b WHERE (confirmed_at IS NOT NULL) <> EXISTS (SELECT 1 FROM outbox_messages m WHERE m.dedup_key = 'booking_confirmed:' || {BookingId.Prefix} || LOWER(REPLACE(CAST(b.id AS TEXT), '-', '')))
        """,
        row => new BookingId(row.GetGuid(0)).ToString(),
        cancel);

    private static IAsyncEnumerable<string> RequestsLeftBehind(AirlineDb db, CancellationToken cancel) => Each(
        db,
        $"""
        SELECT subject FROM run_once_entries r WHERE answer IS NULL AND subject IS NOT NULL AND NOT EXISTS (
            SELECT 1 FROM payments p WHERE {BookingId.Prefix} || LOWER(REPLACE(CAST(p.booking_id AS TEXT), '-', '')) = r.subject AND p.state IN ({PaymentState.Started}, {PaymentState.Waiting}))
        """,
        row => row.GetString(0),
        cancel);

    private static IAsyncEnumerable<string> GatewayApart(AirlineDb db, CancellationToken cancel) => Each(
        db,
        $"""
        SELECT p.id, p.state FROM payments p LEFT JOIN sandbox_payments g ON g.id = p.id
        WHERE g.id IS NOT NULL AND (
            (p.state = {PaymentState.Captured} AND (g.captured <> p.amount OR g.voided))
         OR (p.state = {PaymentState.Authorised} AND (g.outcome <> {GatewayOutcome.Authorised} OR g.voided))
         OR (p.state = {PaymentState.Voided} AND (g.captured <> 0 OR NOT g.voided))
         OR (p.state IN ({PaymentState.Declined}, {PaymentState.Failed}) AND g.outcome = {GatewayOutcome.Authorised} AND NOT g.voided)
         OR (g.refunded > COALESCE((SELECT SUM(r.amount) FROM refunds r WHERE r.payment_id = p.id), 0)))
         OR g.id IS NULL AND p.state IN ({PaymentState.Authorised}, {PaymentState.Captured}) AND EXISTS (SELECT 1 FROM sandbox_payments)
        """,
        row => $"{new PaymentId(row.GetGuid(0))} is {(PaymentState)row.GetInt32(1)} with us",
        cancel);

    private static void Add(Dictionary<(long, int), int> counts, (long, int) key, int more) => counts[key] = counts.GetValueOrDefault(key) + more;

    private static async IAsyncEnumerable<string> Each(AirlineDb db, FormattableString sql, Func<DbDataReader, string> inWords, [EnumeratorCancellation] CancellationToken cancel)
    {
        foreach (var violation in await db.ReadAsync(sql, inWords, cancel)) yield return violation;
    }
}
