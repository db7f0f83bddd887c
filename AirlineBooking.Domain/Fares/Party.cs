namespace AirlineBooking.Domain.Fares;

/// <summary>Adult from 12, child from 2, infant under 2 on somebody's lap; by age on the first flight's date.</summary>
public enum PassengerType { Adult, Child, Infant }

/// <summary>Who flies. Infants sit on a lap: they need no seat.</summary>
public readonly record struct Party(int Adults, int Children, int Infants)
{
    public const int MostPassengers = 9;

    public int Seats => Adults + Children;

    public int Total => Adults + Children + Infants;
}
