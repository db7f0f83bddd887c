using AirlineBooking.Domain.Fares;
using AirlineBooking.Domain.Flights;
using AirlineBooking.Domain.Kernel;
using Microsoft.Extensions.Options;

namespace AirlineBooking.Domain.Seats;

/// <summary>Says what a seat of a flight costs, in the airline's currency.</summary>
public sealed class SeatQuotes(AirportDirectories directories, IOptions<AirlineOptions> options)
{
    private CurrencyCode Currency { get; } = CurrencyCode.Parse(options.Value.Currency);

    /// <summary>The prices of every seat of a flight between two airports; the list price when no family is known.</summary>
    public Func<SeatNumber, Money> For(CabinLayout layout, AirportCode origin, AirportCode destination, FareFamily? family)
    {
        var band = BandOf(origin, destination);
        return seat => new Money(SeatPrices.MinorUnitsOf(layout, seat, family, band), Currency);
    }

    /// <summary>Flights of one band have one price list.</summary>
    public DistanceBand BandOf(AirportCode origin, AirportCode destination) =>
        directories.Current.Find(origin) is { } from && directories.Current.Find(destination) is { } to
            ? FareFamilies.BandOf((int)GreatCircle.Kilometres(from, to))
            : DistanceBand.ShortHaul;

    /// <summary>What the seats of a hold cost with an offer: as they were held, unless it was for another offer, whose fare may include what this one charges.</summary>
    internal IReadOnlyList<HeldSeatPrice> Of(SeatHold hold, CabinLayout layout, Offer offer)
    {
        var held = HeldPrices.Read(hold.Prices, Currency);
        if (hold.OfferId is null || hold.OfferId == offer.Id || offer.Slices.SelectMany(slice => slice.Segments).FirstOrDefault(segment => segment.FlightId == hold.FlightId) is not { } flight) return held;
        var prices = For(layout, flight.Origin, flight.Destination, offer.Family);
        return [.. held.Select(one => one with { Price = prices(one.Seat) })];
    }

    /// <summary>The least that a seat costs on any flight of an offer, where choosing costs something.</summary>
    public Money LowestOf(Offer offer) => new(
        offer.Slices.SelectMany(slice => slice.Segments).Min(segment => SeatPrices.LowestMinorUnitsOf(offer.Cabin, BandOf(segment.Origin, segment.Destination))), Currency);

    internal HeldSeatPrice Of(FlightToSeat flight, SeatNumber seat, Offer? offer) =>
        new(seat, For(flight.Plan.Layout, flight.Origin, flight.Destination, offer?.Family)(seat));
}
