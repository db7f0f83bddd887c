using AirlineBooking.Domain.Bookings;
using AirlineBooking.Domain.Payments;
using AirlineBooking.Domain.Platform;
using AirlineBooking.Domain.Seats;

namespace AirlineBooking.Simulator;

/// <summary>What is true once nothing goes wrong any more and time has passed: everything has come to an end.</summary>
internal static class EndChecks
{
    /// <summary>True when nothing is left to do.</summary>
    public static bool IsQuiet(Books books) =>
        !books.Bookings.Exists(booking => booking.Status is BookingStatus.PendingPayment)
        && !books.Payments.Exists(payment => payment.Due)
        && !books.Refunds.Exists(refund => refund.State is RefundState.Due)
        && !books.Claims.Exists(claim => claim.State is ClaimState.Held or ClaimState.Paying);

    public static void Check(Books books, World world)
    {
        foreach (var booking in books.Bookings)
        {
            if (booking.Status is BookingStatus.PendingPayment) world.Break("Every booking is confirmed, failed or cancelled in the end", $"{booking}");
        }
        foreach (var payment in books.Payments)
        {
            var row = books.Gateway.Find(row => row.Id == payment.Id);
            if (payment.Due || payment.State is PaymentState.Started or PaymentState.Waiting or PaymentState.Authorised or PaymentState.Voiding) world.Break("Every payment is taken, declined or let go in the end", $"{payment}");
            if (row.Outcome is GatewayOutcome.Authorised && row.Id is not null && !row.Voided && row.Captured == 0) world.Break("Nothing stays reserved that is not taken", $"{row}");
            if (row.Captured > 0 && payment.State is not PaymentState.Captured) world.Break("Nothing is taken that we do not know of", $"{row}");
            var given = books.Refunds.Where(refund => refund.Payment == payment.Id && refund.State is RefundState.Done).Sum(refund => refund.Amount);
            if (row.Refunded != given) world.Break("What the gateway gave back is what we say", $"{row}, {given}");
        }
        foreach (var row in books.Gateway)
        {
            if (!books.Payments.Exists(payment => payment.Id == row.Id)) world.Break("The gateway knows of no payment that we do not", $"{row}");
        }
        foreach (var refund in books.Refunds)
        {
            if (refund.State is not RefundState.Done) world.Break("Every refund is sent in the end", $"{refund}");
        }
        foreach (var claim in books.Claims)
        {
            if (claim.State is ClaimState.Held or ClaimState.Paying) world.Break("Nobody holds seats for ever", $"{claim}");
        }
        foreach (var request in books.Requests)
        {
            if (!request.Answered) world.Break("Every request has its answer in the end", $"{request}");
        }
        foreach (var booking in books.Bookings)
        {
            if (booking.Status is not (BookingStatus.Cancelled or BookingStatus.Refunded)) continue;
            var sales = books.Ledger.Where(entry => entry.Booking == booking.Id && entry.Account is LedgerAccount.Sales).Sum(entry => entry.Amount);
            if (sales != 0 || booking.RefundDue != 0) world.Break("Nothing of a cancelled booking is left to fly or to give back", $"{booking}: {sales}");
        }
    }

    /// <summary>The first of the airline's own invariants that does not hold.</summary>
    public static async Task<Violation?> AskTheAirlineAsync(SimulatedProcess process)
    {
        await foreach (var result in process.Get<CheckInvariants>().RunAsync(default))
        {
            if (result.IsViolated) return new Violation(result.Invariant.Name, string.Join("; ", result.Examples));
        }
        return null;
    }
}
