using AirlineBooking.Domain.Fares;
using AirlineBooking.Domain.Kernel;

namespace AirlineBooking.Domain.Tests.Fares;

public sealed class FareFamiliesTests
{
    public static TheoryData<Cabin, DistanceBand> Everywhere { get; } = All();

    [Theory, MemberData(nameof(Everywhere))]
    public void Who_pays_more_for_a_family_never_gets_less(Cabin cabin, DistanceBand band)
    {
        var families = Enum.GetValues<FareFamily>().Select(family => FareFamilies.Of(cabin, family, band)).ToList();
        foreach (var (cheap, dear) in families.Zip(families.Skip(1)))
        {
            Assert.True(dear.AddOn > cheap.AddOn);
            Assert.True(dear.Checked >= cheap.Checked && dear.InCabin >= cheap.InCabin && dear.Seats >= cheap.Seats);
            Assert.True((dear.ChangePenalty ?? long.MaxValue) <= (cheap.ChangePenalty ?? long.MaxValue));
            Assert.True((dear.RefundPenalty ?? long.MaxValue) <= (cheap.RefundPenalty ?? long.MaxValue));
        }
    }

    [Fact]
    public void Economy_Light_can_be_neither_changed_nor_refunded()
    {
        var light = FareFamilies.Of(Cabin.Economy, FareFamily.Light, DistanceBand.LongHaul);
        Assert.Equal((null, null, 0), (light.ChangePenalty, light.RefundPenalty, light.Checked));
    }

    [Fact]
    public void Flex_costs_nothing_to_change_or_refund()
    {
        var flex = FareFamilies.Of(Cabin.Economy, FareFamily.Flex, DistanceBand.ShortHaul);
        Assert.Equal((0, 0, 2), (flex.ChangePenalty, flex.RefundPenalty, flex.Checked));
    }

    [Theory]
    [InlineData(1500, DistanceBand.ShortHaul)]
    [InlineData(1501, DistanceBand.MediumHaul)]
    [InlineData(4500, DistanceBand.MediumHaul)]
    [InlineData(4501, DistanceBand.LongHaul)]
    public void Bands_end_at_their_distance(int kilometres, DistanceBand band) => Assert.Equal(band, FareFamilies.BandOf(kilometres));

    private static TheoryData<Cabin, DistanceBand> All()
    {
        var all = new TheoryData<Cabin, DistanceBand>();
        foreach (var cabin in Enum.GetValues<Cabin>())
        {
            foreach (var band in Enum.GetValues<DistanceBand>()) all.Add(cabin, band);
        }
        return all;
    }
}
