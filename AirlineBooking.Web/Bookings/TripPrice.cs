using AirlineBooking.Domain.Bookings;
using AirlineBooking.Domain.Fares;
using AirlineBooking.Domain.Kernel;
using AirlineBooking.Web.Ui;

namespace AirlineBooking.Web.Bookings;

/// <summary>One line of what a trip cost: in words, with the code of a tax.</summary>
public sealed record PriceLine(string Words, string? Code, Money Amount);

/// <summary>What a trip cost, item by item, as it was sold; the lines add up to the total exactly.</summary>
public sealed record TripPrice(IReadOnlyList<PriceLine> Fares, Money TaxesTotal, IReadOnlyList<PriceLine> Taxes, Money SeatsTotal, IReadOnlyList<PriceLine> Seats, Money Total)
{
    public static TripPrice Of(BookingDetails details)
    {
        var (sold, zero) = (details.Sold, Money.Zero(details.Booking.Currency));
        var taxes = sold.Passengers.SelectMany(passenger => passenger.Slices).SelectMany(slice => slice.Taxes)
            .GroupBy(tax => (tax.Code, tax.Name))
            .Select(same => new PriceLine(same.Key.Name, same.Key.Code, same.Aggregate(zero, (sum, tax) => sum + tax.Amount)))
            .Where(line => line.Amount > zero)
            .ToList();
        var fares = sold.Passengers.GroupBy(passenger => passenger.Type).OrderBy(type => type.Key)
            .Select(type => new PriceLine(
                PartyText.Count(type.Count(), $"fare, {PartyText.Name(type.Key)}", $"fares, {Plural(type.Key)}"), null,
                type.SelectMany(passenger => passenger.Slices).Aggregate(zero, (sum, slice) => sum + slice.Fare)))
            .ToList();
        var seats = sold.Seats.Where(seat => seat.Price > zero)
            .Select(seat => new PriceLine($"Seat {seat.Seat}, {FlightText.Number(sold.Segments.First(segment => segment.FlightId == seat.FlightId).FlightNumber)}", null, seat.Price))
            .ToList();
        return new TripPrice(fares, taxes.Aggregate(zero, (sum, line) => sum + line.Amount), taxes, seats.Aggregate(zero, (sum, line) => sum + line.Amount), seats, details.Total);
    }

    private static string Plural(PassengerType type) => type switch
    {
        PassengerType.Child => "children",
        PassengerType.Infant => "infants on laps",
        _ => "adults",
    };
}
