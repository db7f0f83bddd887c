using AirlineBooking.Domain.Kernel;

namespace AirlineBooking.Domain.Fares;

/// <summary>Where on a journey a tax is due: once when it begins, once when it ends, or at each stop between.</summary>
public enum TaxEvent { Departure, Transfer, Arrival }

/// <summary>Which journeys or stops a tax is meant for; the bits stand in the order of Flights' ConnectionKind.</summary>
/// <remarks>A journey that begins and ends in one country counts as domestic to domestic, any other as international to international.</remarks>
[Flags]
public enum TaxReach
{
    None = 0,
    DomesticToDomestic = 1,
    DomesticToInternational = 2,
    InternationalToDomestic = 4,
    InternationalToInternational = 8,

    /// <summary>Going on, or ending, in the same country.</summary>
    Domestic = DomesticToDomestic | InternationalToDomestic,
    International = DomesticToInternational | InternationalToInternational,
    Any = Domestic | International,
}

/// <summary>Some of the cabins; the bits stand in the order of <see cref="Cabin"/>.</summary>
[Flags]
public enum CabinSet { None = 0, Economy = 1, PremiumEconomy = 2, Business = 4, First = 8, Any = 15 }

/// <summary>Some of the passenger types; the bits stand in the order of <see cref="PassengerType"/>.</summary>
[Flags]
public enum PassengerSet { None = 0, Adult = 1, Child = 2, Infant = 4, Any = 7 }

/// <summary>One tax or charge that the airline passes on: to whom it is due, when, where, and where the amount comes from.</summary>
public sealed record TaxRule
{
    /// <summary>The two letters that tickets show.</summary>
    public required string Code { get; init; }
    public required string Name { get; init; }

    /// <summary>An airport (LHR) or a country (GB). An airport's rule stands in place of its country's of the same code and event.</summary>
    public required string Place { get; init; }
    public required TaxEvent Event { get; init; }
    public required TaxReach Reach { get; init; }
    public required CabinSet Cabins { get; init; }
    public required PassengerSet Passengers { get; init; }

    /// <summary>The journey's distance from first to last airport: more than the first figure, at most the second.</summary>
    public required int FromKm { get; init; }
    public required int ToKm { get; init; }

    /// <summary>The local date on which the journey begins, both included.</summary>
    public required DateOnly ValidFrom { get; init; }
    public required DateOnly ValidTo { get; init; }

    /// <summary>For each passenger, in minor units of the selling currency.</summary>
    public required long Amount { get; init; }

    /// <summary>In place of an amount, a share of the fare in thousandths.</summary>
    public required int PerMilleOfFare { get; init; }
    public required bool Refundable { get; init; }
    public required string Source { get; init; }

    /// <summary>True when the amount is plausible but not known to be the current one.</summary>
    public required bool Illustrative { get; init; }

    /// <summary>True when it is due for such a passenger of such a journey at a place and event that are already known to fit.</summary>
    public bool IsDueFor(PassengerType passenger, in TaxedJourney journey, TaxReach reach) =>
        (Reach & reach) != 0
        && journey.Kilometres > FromKm && journey.Kilometres <= ToKm
        && journey.Date >= ValidFrom && journey.Date <= ValidTo
        && ((int)Passengers >> (int)passenger & 1) != 0
        && ((int)Cabins >> (int)journey.Cabin & 1) != 0;

    /// <summary>What it comes to on a fare; a share is rounded half up to the minor unit.</summary>
    public long DueOn(long fare) => PerMilleOfFare == 0 ? Amount : (fare * PerMilleOfFare + 500) / 1000;
}

/// <summary>What the taxes of one slice depend on besides the passenger and the airports: nothing here depends on the path.</summary>
public readonly record struct TaxedJourney(Cabin Cabin, DateOnly Date, int Kilometres, bool Domestic)
{
    public TaxReach Reach => Domestic ? TaxReach.DomesticToDomestic : TaxReach.InternationalToInternational;
}

/// <summary>The rules of one airport, by event.</summary>
public sealed record AirportTaxes(TaxRule[] OnDeparture, TaxRule[] OnTransfer, TaxRule[] OnArrival)
{
    public static readonly AirportTaxes None = new([], [], []);
}
