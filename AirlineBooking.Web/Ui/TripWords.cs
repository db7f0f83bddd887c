using System.Globalization;
using AirlineBooking.Domain.Fares;

namespace AirlineBooking.Web.Ui;

/// <summary>The sentences beside the search form's fields.</summary>
public static class TripWords
{
    public const string OriginMissing = "Where do you leave from? A city, an airport or its code.";
    public const string DestinationMissing = "Where do you want to go? A city, an airport or its code.";
    public const string DayMissing = "Which day do you leave?";
    public const string BackMissing = "Which day do you come back? Or choose one way.";
    public const string SamePlace = "This is where you leave from. Where do you want to go?";
    public const string NobodyFlies = "Somebody has to fly. Add at least one adult.";
    public const string ChildrenAlone = "Children under 12 fly with an adult. Add at least one.";

    public static string Unknown(string typed) => $"We do not know “{typed}”.";

    public static string Unreadable(string typed) => $"We could not read “{typed}” as a day. Write it like 12 Feb.";

    public static string Past(DateOnly day, DateOnly today) => $"{TimeText.DayAndYear(day)} has passed. The first day is today, {TimeText.ShortDay(today)}.";

    public static string BackTooEarly(DateOnly departure) => $"You would be back before you leave. Choose {TimeText.Day(departure)} or later.";

    public static string OutOfOrder(DateOnly before) => $"This is before the flight above. Choose {TimeText.Day(before)} or later.";

    public static string TooFar(DateOnly day, DateOnly last) => $"{TimeText.DayAndYear(day)} is not on sale yet. We sell flights until {TimeText.DayAndYear(last)}.";

    public static string TooMany(int total) =>
        string.Create(CultureInfo.InvariantCulture, $"We book up to {Party.MostPassengers} people at once and you are {total}. Make two bookings, or ask for fewer.");

    public static string TooManyInfants(Party party) =>
        $"Each infant sits on an adult's lap: {PartyText.Count(party.Infants, "infant needs", "infants need")} {PartyText.Count(party.Infants, "adult", "adults")}, and there {(party.Adults == 1 ? "is" : "are")} {party.Adults.ToString(CultureInfo.InvariantCulture)}.";

    public static string NotANumber(string typed) => $"We could not read “{typed}” as a number of people.";
}
