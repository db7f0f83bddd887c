using AirlineBooking.Domain.Flights;
using AirlineBooking.Domain.Kernel;

namespace AirlineBooking.Domain.Seats;

/// <summary>A hold as its owner sees it.</summary>
public sealed record HeldSeats(
    HoldId Id, FlightId FlightId, IReadOnlyList<SeatNumber> Seats, IReadOnlyList<HeldSeatPrice> Prices, Money Total, DateTimeOffset ExpiresAt, int ExtensionsLeft);

/// <summary>What a held seat costs while the hold lives.</summary>
public sealed record HeldSeatPrice(SeatNumber Seat, Money Price);

/// <summary>The prices of a hold's seats as they are stored: "12A=1800 12B=1800".</summary>
internal static class HeldPrices
{
    public static string Write(IEnumerable<HeldSeatPrice> prices) =>
        string.Join(' ', prices.Select(price => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{price.Seat}={price.Price.MinorUnits}")));

    public static IReadOnlyList<HeldSeatPrice> Read(string prices, CurrencyCode currency) =>
    [
        .. prices.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(text =>
        {
            var split = text.IndexOf('=', StringComparison.Ordinal);
            var amount = long.Parse(text.AsSpan(split + 1), System.Globalization.CultureInfo.InvariantCulture);
            return new HeldSeatPrice(SeatNumber.Parse(text[..split]), new Money(amount, currency));
        }),
    ];
}
