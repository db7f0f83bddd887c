using AirlineBooking.Domain.Fares;
using AirlineBooking.Domain.Flights;
using AirlineBooking.Domain.Kernel;
using CsCheck;

namespace AirlineBooking.Domain.Tests.Fares;

/// <summary>A search adds up plain numbers; the offer that is shown itemises them. Both must come to the same.</summary>
public sealed class DecompositionTests
{
    private static readonly string[] Places =
    [
        "LHR", "LGW", "MAN", "EDI", "SIN", "JFK", "BOI", "LAX", "HNL", "CDG", "NCE", "FRA", "MUC", "ZRH", "HKG", "DXB", "BKK", "NRT", "HND", "SYD",
        "MEL", "DEL", "BOM", "MRU", "YYZ", "GRU", "JNB", "PEK", "ICN", "KUL",
    ];

    private static readonly Gen<Party> Parties =
        from adults in Gen.Int[1, 9]
        from children in Gen.Int[0, 9 - adults]
        from infants in Gen.Int[0, Math.Min(adults, 9 - adults - children)]
        select new Party(adults, children, infants);

    private static readonly Gen<string[]> Routes =
        from places in Gen.Shuffle(Places)
        from flights in Gen.Int[1, 3]
        select places[..(flights + 1)];

    private static readonly Gen<SliceFacts> Slices =
        from route in Routes
        from day in Gen.Int[0, 700]
        from level in Gen.Int[0, 7]
        select Books.Slice(Cabin.Economy, new DateTime(2026, 5, 1, 9, 0, 0).AddDays(day), level, route);

    [Fact]
    public void An_offers_total_is_the_sum_of_fare_end_taxes_and_transfer_taxes() =>
        Gen.Select(Slices.Array[1, 6], Parties, Gen.Enum<Cabin>()).Sample(
            (some, party, cabin) =>
            {
                var slices = Array.ConvertAll(some, slice => InCabin(slice, cabin));
                var offer = PriceOffer.From(Books.ByDistance, Books.Signer, slices, party, cabin, FareFamily.Light, 1);
                Assert.NotNull(offer);
                Assert.Equal(slices.Sum(slice => SumOf(slice, party, cabin)), offer.Total.MinorUnits);
            },
            iter: 2000);

    [Fact]
    public void Base_and_taxes_are_the_total_and_so_are_the_passengers() =>
        Gen.Select(Slices.Array[1, 3], Parties, Gen.Enum<FareFamily>()).Sample(
            (slices, party, family) =>
            {
                var offer = PriceOffer.From(Books.ByDistance, Books.Signer, slices, party, Cabin.Economy, family, 1);
                Assert.NotNull(offer);
                Assert.Equal(offer.Total.MinorUnits, offer.Base.MinorUnits + offer.Taxes.Sum(tax => tax.Amount.MinorUnits));
                Assert.Equal(offer.Total.MinorUnits, offer.Passengers.Sum(passenger => passenger.Total.MinorUnits));
                Assert.Equal(offer.Base.MinorUnits, offer.Passengers.Sum(passenger => passenger.Base.MinorUnits));
                Assert.All(offer.Passengers, passenger => Assert.Equal(passenger.Total, passenger.Base + passenger.Taxes));
                Assert.Equal(party.Total, offer.Passengers.Count);
                Assert.Distinct(offer.Taxes.Select(tax => tax.Code));
            },
            iter: 1000);

    [Fact]
    public void A_dearer_class_never_costs_a_party_less() =>
        Gen.Select(Routes, Parties, Gen.Enum<Cabin>()).Sample((route, party, cabin) =>
        {
            var prices = Books.ByDistance.PricesFor(Books.Code(route[0]), Books.Code(route[^1]), cabin, party, Books.Day("2026-12-01"));
            Assert.Equal(prices.FaresOfParty.ToArray().Order(), prices.FaresOfParty.ToArray());
        });

    private static SliceFacts InCabin(SliceFacts slice, Cabin cabin) =>
        new([.. slice.Flights.Select((flight, i) => flight with { Limits = BookingLimitsTable.IndexOf(cabin, 60, (flight.DepartingAt.Day + i) % 8) })]);

    private static long SumOf(SliceFacts slice, Party party, Cabin cabin)
    {
        var prices = Books.ByDistance.PricesFor(slice.Origin, slice.Destination, cabin, party, slice.Date);
        var sum = prices.FareOfParty(PriceOffer.RankOf(slice.Flights, party.Seats)) + prices.EndTaxes;
        for (var i = 1; i < slice.Flights.Count; i++) sum += prices.TransferTax(slice.Flights[i].Origin, KindAt(slice.Flights[i - 1], slice.Flights[i]));
        return sum;
    }

    private static ConnectionKind KindAt(SegmentFacts arriving, SegmentFacts leaving) =>
        (ConnectionKind)((IsDomestic(arriving) ? 0 : 2) + (IsDomestic(leaving) ? 0 : 1));

    private static bool IsDomestic(SegmentFacts flight) => Books.ByDistance[flight.Origin].Country == Books.ByDistance[flight.Destination].Country;
}
