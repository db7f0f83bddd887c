using AirlineBooking.Domain.Fares;
using AirlineBooking.Domain.Kernel;
using CsCheck;

namespace AirlineBooking.Domain.Tests.Fares;

public sealed class CabinCapacityTests
{
    [Fact]
    public void The_cabins_are_all_the_seats() => Gen.Select(Gen.Int[0, 1000], Gen.Int[0, 4]).Sample((seats, type) =>
        Assert.Equal(seats, Enum.GetValues<Cabin>().Sum(cabin => CabinCapacity.Of(((string[])["A20N", "A21N", "B789", "A359", "B738"])[type], seats, cabin))));

    [Fact]
    public void A_long_haul_aircraft_has_three_cabins() =>
        Assert.Equal([230, 28, 30, 0], Enum.GetValues<Cabin>().Select(cabin => CabinCapacity.Of("B789", 288, cabin)));

    [Fact]
    public void An_aircraft_that_is_not_known_has_economy_alone() =>
        Assert.Equal([137, 0, 0, 0], Enum.GetValues<Cabin>().Select(cabin => CabinCapacity.Of("B737", 137, cabin)));
}
