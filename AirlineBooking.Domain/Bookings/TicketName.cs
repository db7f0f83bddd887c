using System.Globalization;
using System.Text;
using AirlineBooking.Domain.Kernel;

namespace AirlineBooking.Domain.Bookings;

/// <summary>Why a name cannot stand on a ticket as it is.</summary>
public enum NameRefusal
{
    /// <summary>There is no family name: who has a single name has it there, and is found again by it.</summary>
    NameMissing,

    /// <summary>More than <see cref="TicketName.LongestTyped"/> characters, or more letters than that on the ticket.</summary>
    NameTooLong,

    /// <summary>It holds digits or signs that no name has.</summary>
    NotAName,

    /// <summary>It is in a script without a common spelling: the passport's machine-readable lines say how it is written.</summary>
    SpellingNeeded,

    /// <summary>The spelling that was typed is not in the letters A to Z.</summary>
    SpellingNotLatin,
}

/// <summary>Which of the names is meant.</summary>
public enum NamePart { Family, Given }

/// <summary>A name as it stands on a ticket: A to Z and spaces, family name and given names. The name as typed is kept elsewhere.</summary>
/// <remarks>
/// Hyphens become spaces and apostrophes fall away, as in a passport's machine-readable lines. Who has a single name has it as
/// family name. A title is no part of it.
/// </remarks>
public sealed record TicketName
{
    /// <summary>How many characters a family name or given names may have.</summary>
    public const int LongestTyped = 60;

    private const string Apostrophes = "'’‘ʼʻ`´.,·‧";
    private const string Hyphens = "-‐‑–—・<";

    // Persian and Indic names are typed with these invisible joiners.
    private const string Joiners = "\u200C\u200D";

    private TicketName(string family, string given) => (Family, Given) = (family, given);

    public string Family { get; }

    public string Given { get; }

    /// <summary>As tickets and boarding passes say it: FAMILY/GIVEN, or a single name alone.</summary>
    public override string ToString() => Given.Length == 0 ? Family : $"{Family}/{Given}";

    /// <summary>The ticket's spelling of a name. The detail of a refusal is the <see cref="NamePart"/> it is about.</summary>
    /// <param name="familyName">As typed, in any script.</param>
    /// <param name="givenName">As typed, in any script; nothing for who has a single name.</param>
    /// <param name="familySpelling">The spelling of the machine-readable lines, when it was typed: it goes before ours.</param>
    /// <param name="givenSpelling">The same for the given names.</param>
    public static Outcome<TicketName, NameRefusal> Of(string? familyName, string? givenName, string? familySpelling = null, string? givenSpelling = null)
    {
        var (family, given) = (LatinLetters.Compose(familyName?.Trim() ?? ""), LatinLetters.Compose(givenName?.Trim() ?? ""));
        if (family.Length == 0) return Refused(NameRefusal.NameMissing, NamePart.Family);
        // Both names are of one language, and often only one of them gives it away.
        var language = LatinLetters.LanguageOf(family + given);
        var (familyRefusal, familyOnTicket) = Spell(family, familySpelling, language);
        if (familyRefusal is { } first) return Refused(first, NamePart.Family);
        var (givenRefusal, givenOnTicket) = Spell(given, givenSpelling, language);
        if (givenRefusal is { } second) return Refused(second, NamePart.Given);
        return new TicketName(familyOnTicket, givenOnTicket);
    }

    private static Outcome<TicketName, NameRefusal> Refused(NameRefusal refusal, NamePart part) => Outcome<TicketName, NameRefusal>.Refused(refusal, part);

    private static (NameRefusal? Refusal, string Spelling) Spell(string typed, string? spelling, CyrillicLanguage language)
    {
        if (typed.Length > LongestTyped) return (NameRefusal.NameTooLong, "");
        var (refusal, ours) = Transliterate(typed, language);
        if (refusal is NameRefusal.NotAName) return (refusal, "");
        if (!string.IsNullOrWhiteSpace(spelling))
        {
            if (ReadSpelling(spelling) is not { } read) return (NameRefusal.SpellingNotLatin, "");
            (refusal, ours) = (null, read);
        }
        if (refusal is not null) return (refusal, "");
        return ours.Length > LongestTyped ? (NameRefusal.NameTooLong, "") : (null, ours);
    }

    private static string? ReadSpelling(string text)
    {
        var spelled = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            if (char.IsAsciiLetter(letter)) spelled.Append(char.ToUpperInvariant(letter));
            else if (IsGap(letter)) AppendSpace(spelled);
            else if (!Apostrophes.Contains(letter, StringComparison.Ordinal)) return null;
        }
        return Finish(spelled) is { Length: > 0 } read ? read : null;
    }

    private static (NameRefusal? Refusal, string Spelling) Transliterate(string name, CyrillicLanguage language)
    {
        var spelled = new StringBuilder(name.Length + 8);
        var (needsSpelling, hasLetter, wordStart) = (false, name.Length == 0, true);
        for (var i = 0; i < name.Length; i++)
        {
            if (char.IsHighSurrogate(name[i]) && Rune.TryGetRuneAt(name, i, out var rune) && Rune.IsLetter(rune))
            {
                (needsSpelling, hasLetter) = (true, true);
                i++;
            }
            else if (char.IsLetter(name[i]) && !Apostrophes.Contains(name[i], StringComparison.Ordinal))
            {
                hasLetter = true;
                var end = EndOfGreek(name, i);
                var letters = end > i ? GreekLetters.Spell(name[i..end]) : LatinLetters.OfLatin(name[i]) ?? LatinLetters.OfCyrillic(name[i], language, wordStart);
                if (end > i) i = end - 1;
                needsSpelling |= letters is null;
                spelled.Append(letters);
                wordStart = false;
            }
            else if (IsGap(name[i]))
            {
                AppendSpace(spelled);
                wordStart = true;
            }
            else if (!IsIgnored(name[i])) return (NameRefusal.NotAName, "");
        }
        if (!hasLetter) return (NameRefusal.NotAName, "");
        if (needsSpelling || name.Length > 0 && spelled.Length == 0) return (NameRefusal.SpellingNeeded, "");
        return (null, Finish(spelled));
    }

    private static int EndOfGreek(string name, int start)
    {
        var end = start;
        while (end < name.Length && (GreekLetters.IsGreek(name[end]) || end > start && CharUnicodeInfo.GetUnicodeCategory(name[end]) is UnicodeCategory.NonSpacingMark)) end++;
        return end;
    }

    private static bool IsGap(char letter) => char.IsWhiteSpace(letter) && !char.IsControl(letter) || Hyphens.Contains(letter, StringComparison.Ordinal);

    private static bool IsIgnored(char letter) =>
        Apostrophes.Contains(letter, StringComparison.Ordinal)
        || Joiners.Contains(letter, StringComparison.Ordinal)
        || CharUnicodeInfo.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private static void AppendSpace(StringBuilder spelled)
    {
        if (spelled.Length > 0 && spelled[^1] != ' ') spelled.Append(' ');
    }

    private static string Finish(StringBuilder spelled) => spelled.ToString().TrimEnd();
}
