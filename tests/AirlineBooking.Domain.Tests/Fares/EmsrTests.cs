using AirlineBooking.Domain.Fares;
using CsCheck;

namespace AirlineBooking.Domain.Tests.Fares;

public sealed class EmsrTests
{
    // Falling fares, and for each class a demand that is not nothing.
    private static readonly Gen<(double[] Fares, double[] Means, double[] Deviations)> Ladders =
        from count in Gen.Int[2, 9]
        from steps in Gen.Double[1.01, 2].Array[count]
        from means in Gen.Double[0.5, 80].Array[count]
        from spread in Gen.Double[0.1, 0.6]
        select (Falling(steps), means, means.Select(mean => mean * spread).ToArray());

    [Fact]
    public void The_published_example_gives_its_published_protection_levels()
    {
        var levels = Emsr.ProtectionLevels([1050, 567, 534, 520], [17.3, 45.1, 39.6, 34.0], [5.8, 15.0, 13.2, 11.3]);
        Assert.Equal([16.72, 50.94, 83.15], levels.Select(level => Math.Round(level, 2)));
    }

    [Fact]
    public void The_quantile_of_the_normal_distribution_agrees_with_a_numeric_integral() =>
        Gen.Double[1e-6, 1 - 1e-6].Sample(
            probability => Assert.Equal(probability, NormalCdf(Emsr.InverseNormal(probability)), 1e-10), iter: 500);

    [Theory]
    [InlineData(0.5, 0)]
    [InlineData(0.975, 1.959963984540054)]
    [InlineData(0.001, -3.090232306167813)]
    [InlineData(1e-12, -7.034483825301132)]
    public void Quantiles_that_tables_print_come_out(double probability, double quantile) =>
        Assert.Equal(quantile, Emsr.InverseNormal(probability), 1e-9);

    [Fact]
    public void The_ends_of_the_distribution_are_infinite()
    {
        Assert.Equal(double.NegativeInfinity, Emsr.InverseNormal(0));
        Assert.Equal(double.PositiveInfinity, Emsr.InverseNormal(1));
    }

    [Fact]
    public void Protection_levels_equal_those_of_the_formula_with_a_numeric_quantile() =>
        Ladders.Sample(
            ladder =>
            {
                var (fares, means, deviations) = ladder;
                var levels = Emsr.ProtectionLevels(fares, means, deviations);
                for (var j = 0; j < levels.Length; j++)
                {
                    var mean = means.Take(j + 1).Sum();
                    var deviation = Math.Sqrt(deviations.Take(j + 1).Sum(d => d * d));
                    var average = means.Take(j + 1).Zip(fares, (m, f) => m * f).Sum() / mean;
                    Assert.Equal(Math.Max(0, mean + deviation * InvertByBisection(1 - fares[j + 1] / average)), levels[j], 1e-6);
                }
            },
            iter: 50);

    [Fact]
    public void Limits_never_fall_and_stay_within_the_capacity() =>
        Gen.Select(Ladders, Gen.Int[0, 600]).Sample((ladder, capacity) =>
        {
            var limits = new ushort[ladder.Fares.Length];
            Emsr.BookingLimits(capacity, Emsr.ProtectionLevels(ladder.Fares, ladder.Means, ladder.Deviations), limits);
            Assert.Equal(limits.Order(), limits);
            Assert.Equal(capacity, limits[^1]);
        });

    private static double[] Falling(double[] steps)
    {
        var fares = new double[steps.Length];
        var fare = 100.0;
        for (var i = steps.Length - 1; i >= 0; i--) fares[i] = fare *= steps[i];
        return fares;
    }

    private static double InvertByBisection(double probability)
    {
        var (low, high) = (-12.0, 12.0);
        for (var i = 0; i < 60; i++)
        {
            var middle = (low + high) / 2;
            if (NormalCdf(middle) < probability) low = middle;
            else high = middle;
        }
        return (low + high) / 2;
    }

    // Simpson's rule over the density from the centre outwards: nothing in common with the code under test.
    private static double NormalCdf(double x)
    {
        const int Steps = 2000;
        var width = Math.Abs(x) / Steps;
        var sum = Density(0) + Density(x);
        for (var i = 1; i < Steps; i++) sum += Density(i * width) * (i % 2 == 1 ? 4 : 2);
        var half = sum * width / 3;
        return x < 0 ? 0.5 - half : 0.5 + half;
    }

    private static double Density(double x) => Math.Exp(-x * x / 2) / Math.Sqrt(2 * Math.PI);
}
