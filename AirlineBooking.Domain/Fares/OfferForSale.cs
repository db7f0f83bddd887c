using AirlineBooking.Domain.Kernel;

namespace AirlineBooking.Domain.Fares;

/// <summary>An offer with all that a sale has to remember of its price: who pays which fare and which taxes on which slice.</summary>
/// <param name="Offer">The offer, at the price it is sold for.</param>
/// <param name="Passengers">One entry each, in the order of <see cref="Offer.Passengers"/>.</param>
/// <param name="FareVersion">The version of the fares it was priced with.</param>
public sealed record OfferForSale(Offer Offer, IReadOnlyList<PassengerSale> Passengers, long FareVersion);

/// <summary>What one passenger pays, slice by slice.</summary>
public sealed record PassengerSale(PassengerType Type, IReadOnlyList<SliceSale> Slices)
{
    public Money Total => Slices.Select(slice => slice.Total).Aggregate((sum, slice) => sum + slice);
}

/// <summary>One passenger's fare and taxes of one slice.</summary>
public sealed record SliceSale(Money Fare, IReadOnlyList<TaxSale> Taxes)
{
    public Money Total => Taxes.Aggregate(Fare, (sum, tax) => sum + tax.Amount);
}

/// <summary>One tax of one passenger on one slice, and whether it is given back when the flight is not taken.</summary>
public sealed record TaxSale(string Code, string Name, Money Amount, bool Refundable);
