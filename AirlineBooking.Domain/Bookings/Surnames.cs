using System.Text;

namespace AirlineBooking.Domain.Bookings;

/// <summary>Whether a surname that somebody types is that of a passenger: only the letters A to Z count, and Müller is MUELLER and MULLER.</summary>
public static class Surnames
{
    /// <summary>What is longer is nobody's name.</summary>
    public const int LongestAsked = 120;

    // Each letter with two readings doubles their number; a name with more such letters has only the two that read all alike.
    private const int MostApart = 5;

    /// <summary>True when one of the readings of what is asked is one of the passenger's.</summary>
    /// <param name="asked">What somebody typed to find the booking.</param>
    /// <param name="typed">The surname as it was typed in the booking.</param>
    /// <param name="onTicket">The surname as the ticket spells it.</param>
    public static bool Match(string? asked, string typed, string onTicket)
    {
        if (asked is null || asked.Length > LongestAsked) return false;
        var readings = ReadingsOf(typed);
        if (LettersOf(onTicket) is { Length: > 0 } ticket) readings.Add(ticket);
        return readings.Overlaps(ReadingsOf(asked));
    }

    /// <summary>All ways to write a surname in the letters A to Z alone; none when it has no such letters.</summary>
    public static HashSet<string> ReadingsOf(string surname)
    {
        var readings = new HashSet<string>(StringComparer.Ordinal);
        var composed = surname.Length > LongestAsked ? "" : LatinLetters.Compose(surname);
        var twofold = composed.Count(LatinLetters.HasTwoReadings);
        var all = (1 << Math.Min(twofold, MostApart)) - 1;
        for (var bare = 0; bare <= all; bare++)
        {
            if (twofold > MostApart && bare > 0 && bare < all) continue;
            if (Read(composed, bare, twofold > MostApart) is { Length: > 0 } reading) readings.Add(reading);
        }
        return readings;
    }

    // The bits say which of the letters with two readings are read bare.
    private static string Read(string name, int bare, bool allAlike)
    {
        var read = new StringBuilder(name.Length + 8);
        foreach (var word in name.Split(' ', '-'))
        {
            // Where another script is spelled letter by letter, the ticket's rules apply; a name they refuse has no reading.
            if (word.Length > 0 && !word.Any(LatinLetters.HasTwoReadings))
            {
                read.Append(TicketName.Of(word.Length > TicketName.LongestTyped ? "" : word, null).Value?.Family.Replace(" ", "", StringComparison.Ordinal) ?? LettersOf(word));
                continue;
            }
            foreach (var letter in word)
            {
                var isBare = (bare & 1) != 0;
                if (LatinLetters.HasTwoReadings(letter) && !allAlike) bare >>= 1;
                read.Append(LatinLetters.OfLatin(letter, isBare));
            }
        }
        return read.ToString();
    }

    private static string LettersOf(string text) => string.Concat(text.Where(char.IsAsciiLetter).Select(char.ToUpperInvariant));
}
