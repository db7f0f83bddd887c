namespace AirlineBooking.Domain.Fares;

/// <summary>Adult from 12, child from 2, infant under 2 on somebody's lap; by age on the first flight's date.</summary>
public enum PassengerType { Adult, Child, Infant }

/// <summary>Who flies. Infants sit on a lap: they need no seat.</summary>
public readonly record struct Party(int Adults, int Children, int Infants)
{
    public const int MostPassengers = 9;

    public int Seats => Adults + Children;

    public int Total => Adults + Children + Infants;

    public int Of(PassengerType type) => type switch { PassengerType.Adult => Adults, PassengerType.Child => Children, _ => Infants };

    /// <summary>Why such a party cannot be sold together, or nothing. Refusals come in the order of the enum.</summary>
    public PartyRefusal? Refusal
    {
        get
        {
            if (Adults < 0 || Children < 0 || Infants < 0 || (long)Adults + Children + Infants == 0) return PartyRefusal.NoPassengers;
            if ((long)Adults + Children + Infants > MostPassengers) return PartyRefusal.TooManyPassengers;
            if (Adults == 0) return PartyRefusal.ChildrenAlone;
            return Infants > Adults ? PartyRefusal.TooManyInfants : null;
        }
    }
}

/// <summary>Why a party is refused: nobody, more than nine with the infants, nobody grown up, more laps needed than there are.</summary>
public enum PartyRefusal { NoPassengers, TooManyPassengers, ChildrenAlone, TooManyInfants }
