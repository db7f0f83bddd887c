using AirlineBooking.Domain.Bookings;
using AirlineBooking.Domain.Kernel;
using CsCheck;

namespace AirlineBooking.Domain.Tests.Bookings;

public sealed class CancellationTermsTests
{
    private static readonly DateTimeOffset Booked = new(2026, 11, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Later = Booked.AddDays(3);

    // 100.00 fare, 20.00 taxes that fall away, 5.00 that do not, 8.00 for a seat.
    private static readonly SoldPart Part = new(0, 0, true, Pounds(10000), Pounds(2000), Pounds(500), Pounds(800));

    private static readonly Gen<long> Amount = Gen.Long[0, 1_000_000];

    private static readonly Gen<SoldPart[]> Parts =
        from passengers in Gen.Int[1, 4]
        from slices in Gen.Int[1, 3]
        from amounts in Amount.Array[passengers * slices * 4]
        from infant in Gen.Bool
        select (
            from passenger in Enumerable.Range(0, passengers)
            from slice in Enumerable.Range(0, slices)
            let at = (passenger * slices + slice) * 4
            select new SoldPart(passenger, slice, passenger == 0 || !infant, Pounds(amounts[at]), Pounds(amounts[at + 1]), Pounds(amounts[at + 2]), Pounds(amounts[at + 3]))).ToArray();

    private static readonly Gen<SoldConditions> Conditions =
        from penalty in Amount.Select(amount => (Money?)Pounds(amount))
        from refundable in Gen.Bool
        from ahead in Gen.Int[1, 400]
        select new SoldConditions(Booked, Booked.AddHours(ahead), refundable ? penalty : null, TimeSpan.FromHours(24));

    [Fact]
    public void A_penalty_is_kept_and_taxes_that_fall_away_come_back()
    {
        var amounts = CancellationTerms.Of([Part], Sold(5000), Later);

        Assert.Equal((Pounds(7000), Pounds(5000), false), (amounts.Refund, amounts.Penalty, amounts.IsFree));
        Assert.Equal(Pounds(1300), amounts.Parts[0].KeptBesides);
    }

    [Fact]
    public void Of_a_fare_that_is_not_refundable_only_taxes_come_back()
    {
        var amounts = CancellationTerms.Of([Part], Sold(null), Later);

        Assert.Equal((Pounds(2000), Pounds(10000)), (amounts.Refund, amounts.Penalty));
    }

    [Fact]
    public void A_penalty_is_never_more_than_the_fare() => Assert.Equal(Pounds(2000), CancellationTerms.Of([Part], Sold(99999), Later).Refund);

    [Fact]
    public void An_infant_on_a_lap_pays_no_penalty() => Assert.Equal(Pounds(12000), CancellationTerms.Of([Part with { HasSeat = false }], Sold(5000), Later).Refund);

    [Fact]
    public void Two_slices_cost_one_penalty_and_two_passengers_two()
    {
        Assert.Equal(Pounds(5000), CancellationTerms.Of([Part, Part with { Slice = 1 }], Sold(5000), Later).Penalty);
        Assert.Equal(Pounds(10000), CancellationTerms.Of([Part, Part with { Passenger = 1 }], Sold(5000), Later).Penalty);
    }

    [Theory]
    [InlineData(168, 24, true)]
    [InlineData(168, 24.001, false)]
    [InlineData(167.999, 1, false)]
    public void Within_a_day_everything_comes_back_to_who_booked_a_week_ahead(double hoursAhead, double hoursSince, bool isFree)
    {
        var conditions = new SoldConditions(Booked, Booked.AddHours(hoursAhead), null, TimeSpan.FromHours(24));

        var amounts = CancellationTerms.Of([Part], conditions, Booked.AddHours(hoursSince));

        Assert.Equal((isFree, isFree ? Part.Paid : Pounds(2000)), (amounts.IsFree, amounts.Refund));
    }

    [Fact]
    public void Everything_comes_back_when_the_airline_is_to_blame() => Assert.Equal(Part.Paid, CancellationTerms.Of([Part], Sold(null), Later, airlineIsToBlame: true).Refund);

    [Fact]
    public void Refund_penalty_and_what_is_kept_besides_are_all_that_was_paid() => Gen.Select(Parts, Conditions, Gen.Int[0, 80]).Sample((parts, conditions, hours) =>
    {
        var amounts = CancellationTerms.Of(parts, conditions, Booked.AddHours(hours));
        Assert.Equal(amounts.Refund, Sum(amounts.Parts.Select(part => part.Refund)));
        Assert.Equal(amounts.Penalty, Sum(amounts.Parts.Select(part => part.Penalty)));
        Assert.Equal(parts.Length, amounts.Parts.Count);
        foreach (var part in amounts.Parts)
        {
            Assert.InRange(part.Penalty.MinorUnits, 0, part.Part.Fare.MinorUnits);
            Assert.InRange(part.Refund.MinorUnits, 0, part.Part.Paid.MinorUnits);
            Assert.InRange(part.KeptBesides.MinorUnits, 0, (part.Part.OtherTaxes + part.Part.Seats).MinorUnits);
        }
    });

    [Fact]
    public void Cancelling_one_by_one_gives_back_what_cancelling_at_once_does() => Gen.Select(Parts, Conditions).Sample((parts, conditions) =>
    {
        var atOnce = CancellationTerms.Of(parts, conditions, Later);
        var paid = new Dictionary<int, Money>();
        var refunds = Pounds(0);
        foreach (var part in parts.Reverse())
        {
            var step = CancellationTerms.Of([part], conditions, Later, paid);
            refunds += step.Refund;
            paid[part.Passenger] = paid.GetValueOrDefault(part.Passenger, Pounds(0)) + step.Penalty;
        }
        Assert.Equal(atOnce.Refund, refunds);
    });

    [Fact]
    public void No_passenger_pays_more_than_the_penalty_of_a_refundable_fare() => Gen.Select(Parts, Amount).Sample((parts, penalty) =>
        CancellationTerms.Of(parts, Sold(penalty), Later).Parts.GroupBy(part => part.Part.Passenger).All(own => Sum(own.Select(part => part.Penalty)).MinorUnits <= penalty));

    private static SoldConditions Sold(long? penalty) => new(Booked, Booked.AddDays(30), penalty is { } amount ? Pounds(amount) : null, TimeSpan.FromHours(24));

    private static Money Sum(IEnumerable<Money> amounts) => amounts.Aggregate(Pounds(0), (sum, amount) => sum + amount);

    private static Money Pounds(long pence) => new(pence, CurrencyCode.Parse("GBP"));
}
