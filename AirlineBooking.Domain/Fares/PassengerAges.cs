namespace AirlineBooking.Domain.Fares;

/// <summary>Why somebody's date of birth does not fit the passenger they are booked as.</summary>
public enum AgeRefusal { NotYetBorn, TooYoungForAnAdult, TooOldForAChild, TooOldForAnInfant }

/// <summary>What is wrong with an age, and from which flight on: an infant needs a child's seat from that one.</summary>
public readonly record struct AgeProblem(AgeRefusal Refusal, int FlightIndex);

/// <summary>Who counts as adult, child or infant. Ages are those on the flights' local dates of departure.</summary>
public static class PassengerAges
{
    public const int ChildFrom = 2;
    public const int AdultFrom = 12;

    /// <summary>Completed years on a date. Who was born on 29 February is a year older on 1 March of a common year.</summary>
    public static int On(DateOnly bornOn, DateOnly date)
    {
        var years = date.Year - bornOn.Year;
        return (date.Month, date.Day).CompareTo((bornOn.Month, bornOn.Day)) < 0 ? years - 1 : years;
    }

    /// <summary>What somebody is on a journey whose first flight leaves on this date, if an infant sits on a lap.</summary>
    public static PassengerType TypeOf(DateOnly bornOn, DateOnly firstFlight) => On(bornOn, firstFlight) switch
    {
        < ChildFrom => PassengerType.Infant,
        < AdultFrom => PassengerType.Child,
        _ => PassengerType.Adult,
    };

    /// <summary>
    /// Whether somebody may travel as booked, given every flight's date in order. Adult or child goes by the first flight for
    /// the whole journey; a lap infant must be under two on each. Anybody under twelve may have a child's seat.
    /// </summary>
    public static AgeProblem? Check(PassengerType bookedAs, DateOnly bornOn, IReadOnlyList<DateOnly> flightDates)
    {
        if (bornOn > flightDates[0]) return new AgeProblem(AgeRefusal.NotYetBorn, 0);
        var ageAtFirst = On(bornOn, flightDates[0]);
        switch (bookedAs)
        {
            case PassengerType.Adult:
                return ageAtFirst < AdultFrom ? new AgeProblem(AgeRefusal.TooYoungForAnAdult, 0) : null;
            case PassengerType.Child:
                return ageAtFirst >= AdultFrom ? new AgeProblem(AgeRefusal.TooOldForAChild, 0) : null;
            default:
                for (var flight = 0; flight < flightDates.Count; flight++)
                {
                    if (On(bornOn, flightDates[flight]) >= ChildFrom) return new AgeProblem(AgeRefusal.TooOldForAnInfant, flight);
                }
                return null;
        }
    }
}
