using System.Globalization;
using AirlineBooking.Domain.Fares;

namespace AirlineBooking.Domain.Bookings;

/// <summary>Somebody who is to be booked, as far as ages and laps ask.</summary>
/// <param name="Type">What they are booked as.</param>
/// <param name="BornOn">Their date of birth.</param>
/// <param name="InfantOf">For an infant, whose lap: an index into the same list, -1 when it names nobody; nothing when any lap will do.</param>
public readonly record struct PassengerToCheck(PassengerType Type, DateOnly BornOn, int? InfantOf = null);

/// <summary>What is wrong with a passenger of a booking.</summary>
public enum PassengerRefusal
{
    NotYetBorn,

    /// <summary>Nobody is as old as that.</summary>
    NotPlausible,
    TooYoungForAnAdult,
    TooOldForAChild,

    /// <summary>Two years or more on one of the flights: a child's seat is needed.</summary>
    TooOldForAnInfant,

    /// <summary>Children and infants fly with somebody of sixteen or more.</summary>
    NobodyOldEnough,

    /// <summary>There are more lap infants than passengers of sixteen or more.</summary>
    TooManyInfants,

    /// <summary>Only an infant sits on a lap.</summary>
    NotAnInfant,

    /// <summary>The lap named is nobody's.</summary>
    LapUnknown,

    /// <summary>Whose lap it is must be sixteen or more.</summary>
    LapTooYoung,

    /// <summary>Another infant sits there.</summary>
    LapTaken,
}

/// <summary>One thing that is wrong, where, and from which flight on.</summary>
/// <param name="Passenger">Index of the passenger.</param>
/// <param name="Field">bornOn, type or infantOf.</param>
/// <param name="Refusal">What it is.</param>
/// <param name="FlightIndex">The first flight it holds for.</param>
public readonly record struct PassengerProblem(int Passenger, string Field, PassengerRefusal Refusal, int FlightIndex = 0)
{
    /// <summary>Where it stands in a request: /passengers/0/bornOn.</summary>
    public string Place => string.Create(CultureInfo.InvariantCulture, $"/passengers/{Passenger}/{Field}");
}

/// <summary>Who may fly together: ages on the flights' local dates, and infants on laps.</summary>
public static class PassengerChecks
{
    /// <summary>From this age on somebody may take a child along, or an infant on their lap.</summary>
    public const int CompanionFrom = 16;
    public const int OldestPlausible = 125;

    public const string BornOn = "bornOn";
    public const string TypeField = "type";
    public const string InfantOf = "infantOf";

    /// <summary>All that is wrong with the passengers of a journey with these flight dates, in order. No passengers have no problems.</summary>
    public static IReadOnlyList<PassengerProblem> Check(IReadOnlyList<PassengerToCheck> passengers, IReadOnlyList<DateOnly> flightDates)
    {
        var problems = new List<PassengerProblem>();
        for (var i = 0; i < passengers.Count; i++)
        {
            if (AgeProblemOf(passengers[i], flightDates) is { } wrong) problems.Add(wrong with { Passenger = i });
        }
        problems.AddRange(Unaccompanied(passengers, flightDates[0]));
        problems.AddRange(Laps(passengers, flightDates[0]));
        return [.. problems.OrderBy(problem => problem.Passenger)];
    }

    /// <summary>On whose lap each infant sits, by index: where it was said, else the first that is free. Nothing for who has a seat.</summary>
    public static int?[] LapsOf(IReadOnlyList<PassengerToCheck> passengers, DateOnly firstFlight)
    {
        var laps = passengers.Select(passenger => passenger.Type is PassengerType.Infant ? passenger.InfantOf : null).ToArray();
        for (var i = 0; i < passengers.Count; i++)
        {
            if (passengers[i].Type is not PassengerType.Infant || laps[i] is not null) continue;
            var free = Enumerable.Range(0, passengers.Count).Where(lap => IsCompanion(passengers[lap], firstFlight) && !laps.Contains(lap)).Cast<int?>().FirstOrDefault();
            laps[i] = free;
        }
        return laps;
    }

    private static PassengerProblem? AgeProblemOf(PassengerToCheck passenger, IReadOnlyList<DateOnly> flightDates)
    {
        if (PassengerAges.On(passenger.BornOn, flightDates[0]) > OldestPlausible) return new PassengerProblem(0, BornOn, PassengerRefusal.NotPlausible);
        if (PassengerAges.Check(passenger.Type, passenger.BornOn, flightDates) is not { } wrong) return null;
        var refusal = wrong.Refusal switch
        {
            AgeRefusal.NotYetBorn => PassengerRefusal.NotYetBorn,
            AgeRefusal.TooYoungForAnAdult => PassengerRefusal.TooYoungForAnAdult,
            AgeRefusal.TooOldForAChild => PassengerRefusal.TooOldForAChild,
            AgeRefusal.TooOldForAnInfant => PassengerRefusal.TooOldForAnInfant,
        };
        return new PassengerProblem(0, BornOn, refusal, wrong.FlightIndex);
    }

    private static IEnumerable<PassengerProblem> Unaccompanied(IReadOnlyList<PassengerToCheck> passengers, DateOnly firstFlight)
    {
        var companions = passengers.Count(passenger => IsCompanion(passenger, firstFlight));
        var infants = 0;
        for (var i = 0; i < passengers.Count; i++)
        {
            if (passengers[i].Type is PassengerType.Adult) continue;
            if (companions == 0) yield return new PassengerProblem(i, TypeField, PassengerRefusal.NobodyOldEnough);
            else if (passengers[i].Type is PassengerType.Infant && ++infants > companions) yield return new PassengerProblem(i, TypeField, PassengerRefusal.TooManyInfants);
        }
    }

    private static IEnumerable<PassengerProblem> Laps(IReadOnlyList<PassengerToCheck> passengers, DateOnly firstFlight)
    {
        var taken = new HashSet<int>();
        for (var i = 0; i < passengers.Count; i++)
        {
            if (passengers[i].InfantOf is not { } lap) continue;
            PassengerRefusal? refusal = null;
            if (passengers[i].Type is not PassengerType.Infant) refusal = PassengerRefusal.NotAnInfant;
            else if (lap < 0 || lap >= passengers.Count || lap == i) refusal = PassengerRefusal.LapUnknown;
            else if (!IsCompanion(passengers[lap], firstFlight)) refusal = PassengerRefusal.LapTooYoung;
            else if (!taken.Add(lap)) refusal = PassengerRefusal.LapTaken;
            if (refusal is { } wrong) yield return new PassengerProblem(i, InfantOf, wrong);
        }
    }

    private static bool IsCompanion(PassengerToCheck passenger, DateOnly firstFlight) =>
        passenger.Type is PassengerType.Adult && PassengerAges.On(passenger.BornOn, firstFlight) >= CompanionFrom;
}
