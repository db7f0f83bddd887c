namespace AirlineBooking.Domain.Fares;

/// <summary>EMSRb (Belobaba): how many seats to keep for those who pay more, from what is expected of each class.</summary>
public static class Emsr
{
    /// <summary>
    /// Protection levels, dearest class first: element j is how many seats the classes 0 to j keep from the class after them.
    /// Fares fall strictly; means and deviations are those of each class's demand.
    /// </summary>
    public static double[] ProtectionLevels(ReadOnlySpan<double> fares, ReadOnlySpan<double> means, ReadOnlySpan<double> deviations)
    {
        var protections = new double[Math.Max(0, fares.Length - 1)];
        double demand = 0, variance = 0, revenue = 0;
        for (var j = 0; j < protections.Length; j++)
        {
            demand += means[j];
            variance += deviations[j] * deviations[j];
            revenue += fares[j] * means[j];
            if (demand <= 0) continue;
            var chance = 1 - fares[j + 1] * demand / revenue;
            protections[j] = Math.Max(0, demand + Math.Sqrt(variance) * InverseNormal(Math.Max(0, chance)));
        }
        return protections;
    }

    /// <summary>Booking limits, cheapest class first: never falling, the dearest may sell the whole capacity.</summary>
    public static void BookingLimits(int capacity, ReadOnlySpan<double> protections, Span<ushort> cheapestFirst)
    {
        cheapestFirst[^1] = (ushort)capacity;
        for (var j = 0; j < protections.Length; j++)
        {
            var above = cheapestFirst[cheapestFirst.Length - 1 - j];
            var limit = Math.Round(capacity - protections[j], MidpointRounding.AwayFromZero);
            cheapestFirst[cheapestFirst.Length - 2 - j] = (ushort)Math.Clamp(limit, 0, above);
        }
    }

    /// <summary>The quantile of the standard normal distribution (Wichura's algorithm AS 241, good to 16 digits).</summary>
    public static double InverseNormal(double probability)
    {
        if (probability <= 0) return double.NegativeInfinity;
        if (probability >= 1) return double.PositiveInfinity;
        var q = probability - 0.5;
        if (Math.Abs(q) <= 0.425)
        {
            var central = 0.180625 - q * q;
            return q * Polynomial(central, CentralAbove) / Polynomial(central, CentralBelow);
        }
        var r = Math.Sqrt(-Math.Log(q < 0 ? probability : 1 - probability));
        var tail = r <= 5
            ? Polynomial(r - 1.6, NearAbove) / Polynomial(r - 1.6, NearBelow)
            : Polynomial(r - 5, FarAbove) / Polynomial(r - 5, FarBelow);
        return q < 0 ? -tail : tail;
    }

    private static double Polynomial(double x, ReadOnlySpan<double> coefficients)
    {
        var value = 0.0;
        for (var i = coefficients.Length - 1; i >= 0; i--) value = value * x + coefficients[i];
        return value;
    }

    private static ReadOnlySpan<double> CentralAbove =>
    [
        3.3871328727963666080, 133.14166789178437745, 1971.5909503065514427, 13731.693765509461125,
        45921.953931549871457, 67265.770927008700853, 33430.575583588128105, 2509.0809287301226727,
    ];

    private static ReadOnlySpan<double> CentralBelow =>
    [
        1, 42.313330701600911252, 687.18700749205790830, 5394.1960214247511077,
        21213.794301586595867, 39307.895800092710610, 28729.085735721942674, 5226.4952788528545610,
    ];

    private static ReadOnlySpan<double> NearAbove =>
    [
        1.42343711074968357734, 4.63033784615654529590, 5.76949722146069140550, 3.64784832476320460504,
        1.27045825245236838258, 0.241780725177450611770, 0.0227238449892691845833, 7.74545014278341407640e-4,
    ];

    private static ReadOnlySpan<double> NearBelow =>
    [
        1, 2.05319162663775882187, 1.67638483018380384940, 0.689767334985100004550,
        0.148103976427480074590, 0.0151986665636164571966, 5.47593808499534494600e-4, 1.05075007164441684324e-9,
    ];

    private static ReadOnlySpan<double> FarAbove =>
    [
        6.65790464350110377720, 5.46378491116411436990, 1.78482653991729133580, 0.296560571828504891230,
        0.0265321895265761230930, 1.24266094738807843860e-3, 2.71155556874348757815e-5, 2.01033439929228813265e-7,
    ];

    private static ReadOnlySpan<double> FarBelow =>
    [
        1, 0.599832206555887937690, 0.136929880922735805310, 0.0148753612908506148525,
        7.86869131145613259100e-4, 1.84631831751005468180e-5, 1.42151175831644588870e-7, 2.04426310338993978564e-15,
    ];
}
