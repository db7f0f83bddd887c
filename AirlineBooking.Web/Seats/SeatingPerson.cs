using AirlineBooking.Domain.Fares;
using AirlineBooking.Domain.Kernel;
using AirlineBooking.Domain.Seats;

namespace AirlineBooking.Web.Seats;

/// <summary>Somebody who needs a seat.</summary>
/// <param name="Key">What the page calls them in its forms and answers.</param>
/// <param name="Name">As they are shown.</param>
/// <param name="Type">Adult or child; an infant has no seat.</param>
/// <param name="CarriesInfant">Has an infant on their lap.</param>
/// <param name="NeedsAssistance">Could not open an exit.</param>
/// <param name="Seat">The seat they have already.</param>
public sealed record SeatingPerson(string Key, string Name, PassengerType Type, bool CarriesInfant = false, bool NeedsAssistance = false, SeatNumber? Seat = null)
{
    /// <summary>MO, for a seat with room for two letters.</summary>
    public string Initials
    {
        get
        {
            var words = Name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            return words.Length == 0 ? "•" : words.Length == 1 ? First(words[0]) : First(words[0]) + First(words[^1]);
        }
    }

    internal SeatedPassenger Seated => new(Type, CarriesInfant, NeedsAssistance);

    private static string First(string word) => System.Globalization.StringInfo.GetNextTextElement(word).ToUpperInvariant();
}

/// <summary>What a party has chosen on a flight: the seat of each by the person's key, under one hold.</summary>
public sealed record SeatsChosen(IReadOnlyDictionary<string, SeatNumber> Seats, HoldId? Hold, DateTimeOffset? HeldUntil, Money? Total);

/// <summary>What is said after an attempt: done, or why not and what could be had instead.</summary>
/// <param name="Said">For the ear: one sentence about one's own seats.</param>
/// <param name="Title">For the eye, when something is to be decided; the seat stands in it.</param>
/// <param name="Meaning">What it means and what to do; nothing when all went as it was asked for.</param>
/// <param name="Instead">Seats to take in place of those that could not be had.</param>
/// <param name="Again">Seats of the party that were lost or given back and are still free.</param>
public sealed record SeatWord(string Said, string? Title = null, string? Meaning = null, IReadOnlyList<SeatNumber>? Instead = null, IReadOnlyList<SeatNumber>? Again = null);
