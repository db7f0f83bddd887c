using AirlineBooking.Domain.Kernel;

namespace AirlineBooking.Domain.Fares;

/// <summary>The fares of one slice by class, family and passenger, before taxes, in minor units.</summary>
public readonly record struct SliceFares(int Unit, long Cheapest, Cabin Cabin, DistanceBand Band)
{
    /// <summary>What one passenger pays: a child and an infant a share of what an adult pays.</summary>
    public long Of(PassengerType passenger, int rank, FareFamily family)
    {
        var adult = FareFormula.Share(Cheapest, BookingClassLadder.Of(Cabin)[rank].PricePerMille, Unit) + FareFamilies.Of(Cabin, family, Band).AddOn;
        return passenger switch
        {
            PassengerType.Adult => adult,
            PassengerType.Child => FareFormula.Share(adult, FareFormula.ChildPerMille, Unit),
            _ => FareFormula.Share(adult, FareFormula.InfantPerMille, Unit),
        };
    }
}
