namespace AirlineBooking.Domain.Bookings;

/// <summary>What is said of a name that cannot stand on a ticket as it is.</summary>
public static class NameWords
{
    public static string Of(NameRefusal refusal) => refusal switch
    {
        NameRefusal.NameMissing => "Give the name as it stands in the passport. Who has a single name gives it as the surname.",
        NameRefusal.NameTooLong => $"A ticket takes names of up to {TicketName.LongestTyped} letters.",
        NameRefusal.NotAName => "A name has letters, spaces, hyphens and apostrophes.",
        NameRefusal.SpellingNeeded => "Please also give the spelling of the two lines of capitals at the foot of the passport's page.",
        NameRefusal.SpellingNotLatin => "The passport's two lines have the letters A to Z only.",
    };
}
