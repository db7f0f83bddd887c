using AirlineBooking.Domain.Bookings;
using AirlineBooking.Domain.Kernel;
using AirlineBooking.Domain.Platform;

namespace AirlineBooking.Domain.Payments;

/// <summary>Writes movements of money: two or more entries that add up to nothing, once for each movement.</summary>
internal static class Ledger
{
    public static async Task WriteAsync(
        AirlineDb db, string movement, BookingId booking, CurrencyCode currency, DateTimeOffset now, CancellationToken cancel, params (LedgerAccount Account, long Amount)[] entries)
    {
        if (entries.Sum(entry => entry.Amount) != 0) throw new InvalidOperationException($"{movement} does not balance.");
        foreach (var (account, amount) in entries)
        {
            if (amount == 0) continue;
            await db.ExecuteAsync(
                $"""
                INSERT INTO ledger_entries (movement, account, amount, currency, booking_id, at)
                VALUES ({movement}, {account}, {amount}, {currency.ToString()}, {booking}, {now})
                """,
                cancel);
        }
    }
}
