using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace AirlineBooking.Domain.Bookings;

/// <summary>How the machine-readable lines of a passport write letters: ICAO Doc 9303 part 3 section 6, tables A (Latin) and B (Cyrillic).</summary>
/// <remarks>
/// Where table A leaves a choice, the first spelling it names is ours and the bare letter is the other reading. Accents fall
/// away, which gives the rest of table A and reaches letters beyond it, such as those of Vietnamese.
/// </remarks>
internal static class LatinLetters
{
    private static readonly FrozenDictionary<char, (string Spelling, string? Bare)> Latin = new Dictionary<char, (string, string?)>
    {
        ['Ä'] = ("AE", "A"), ['Å'] = ("AA", "A"), ['Æ'] = ("AE", null), ['Ð'] = ("D", null), ['Ö'] = ("OE", "O"), ['Ø'] = ("OE", "O"), ['Ü'] = ("UE", "U"),
        ['Þ'] = ("TH", null), ['Đ'] = ("D", null), ['Ħ'] = ("H", null), ['ı'] = ("I", null), ['Ĳ'] = ("IJ", null), ['Ŀ'] = ("L", null), ['Ł'] = ("L", null),
        ['Ŋ'] = ("N", null), ['Œ'] = ("OE", null), ['Ŧ'] = ("T", null), ['ß'] = ("SS", null), ['ẞ'] = ("SS", null),
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<char, string> Cyrillic = new Dictionary<char, string>
    {
        ['Ё'] = "E", ['Ђ'] = "D", ['Є'] = "IE", ['Ѕ'] = "DZ", ['І'] = "I", ['Ї'] = "I", ['Ј'] = "J", ['Љ'] = "LJ", ['Њ'] = "NJ", ['Ќ'] = "K", ['Ў'] = "U", ['Џ'] = "DZ",
        ['А'] = "A", ['Б'] = "B", ['В'] = "V", ['Г'] = "G", ['Д'] = "D", ['Е'] = "E", ['Ж'] = "ZH", ['З'] = "Z", ['И'] = "I", ['Й'] = "I", ['К'] = "K", ['Л'] = "L",
        ['М'] = "M", ['Н'] = "N", ['О'] = "O", ['П'] = "P", ['Р'] = "R", ['С'] = "S", ['Т'] = "T", ['У'] = "U", ['Ф'] = "F", ['Х'] = "KH", ['Ц'] = "TS", ['Ч'] = "CH",
        ['Ш'] = "SH", ['Щ'] = "SHCH", ['Ъ'] = "IE", ['Ы'] = "Y", ['Э'] = "E", ['Ю'] = "IU", ['Я'] = "IA", ['Ѫ'] = "U", ['Ѵ'] = "Y", ['Ґ'] = "G", ['Ғ'] = "G", ['Һ'] = "C",
        // Not in the table, but in names: the soft sign is not written, Ћ is the Latin Ć and Ѓ has lost its row to Ғ.
        ['Ь'] = "", ['Ћ'] = "C", ['Ѓ'] = "G",
    }.ToFrozenDictionary();

    /// <summary>Text with each letter and its accents as one character, as the tables want it. Half a character becomes a sign that no name has.</summary>
    public static string Compose(string text) => string.Concat(text.EnumerateRunes()).Normalize(NormalizationForm.FormC);

    /// <summary>How a letter is written; nothing when the tables do not know it. Capital or small makes no difference.</summary>
    /// <param name="letter">A letter in composed form.</param>
    /// <param name="bare">True for the other reading of Ä, Ö, Ü, Å and Ø.</param>
    public static string? OfLatin(char letter, bool bare = false)
    {
        var upper = char.ToUpperInvariant(letter);
        if (char.IsAsciiLetterUpper(upper)) return OneLetter(upper);
        if (Latin.TryGetValue(upper, out var known)) return bare ? known.Bare ?? known.Spelling : known.Spelling;
        var spelling = new StringBuilder(2);
        foreach (var part in upper.ToString().Normalize(NormalizationForm.FormKD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(part) is UnicodeCategory.NonSpacingMark) continue;
            if (Latin.TryGetValue(part, out var stroked)) spelling.Append(stroked.Spelling);
            else if (char.IsAsciiLetter(part)) spelling.Append(char.ToUpperInvariant(part));
            else return null;
        }
        return spelling.Length > 0 ? spelling.ToString() : null;
    }

    /// <summary>True when a letter has a second reading.</summary>
    public static bool HasTwoReadings(char letter) => Latin.TryGetValue(char.ToUpperInvariant(letter), out var known) && known.Bare is not null;

    /// <summary>How a Cyrillic letter is written in a language; nothing when it is none.</summary>
    public static string? OfCyrillic(char letter, CyrillicLanguage language, bool isFirst)
    {
        var upper = char.ToUpperInvariant(letter);
        var exception = (language, upper) switch
        {
            (CyrillicLanguage.Ukrainian, 'Є') when isFirst => "YE",
            (CyrillicLanguage.Ukrainian, 'Ї') when isFirst => "YI",
            (CyrillicLanguage.Ukrainian, 'Й') when isFirst => "Y",
            (CyrillicLanguage.Ukrainian, 'Ю') when isFirst => "YU",
            (CyrillicLanguage.Ukrainian, 'Я') when isFirst => "YA",
            (CyrillicLanguage.Ukrainian, 'И') => "Y",
            (CyrillicLanguage.Ukrainian or CyrillicLanguage.Belarusian, 'Г') => "H",
            (CyrillicLanguage.Belarusian, 'Ё') => "IO",
            // The table writes a Serbian Г as H, which no Serbian passport does: it stays G.
            (CyrillicLanguage.Serbian, 'Ж') => "Z",
            (CyrillicLanguage.Serbian, 'Ч') => "C",
            (CyrillicLanguage.Serbian, 'Ш') => "S",
            (CyrillicLanguage.Serbian or CyrillicLanguage.Macedonian, 'Х') => "H",
            (CyrillicLanguage.Serbian or CyrillicLanguage.Macedonian, 'Ц') => "C",
            (CyrillicLanguage.Macedonian, 'Ќ') => "KJ",
            (CyrillicLanguage.Macedonian, 'Џ') => "DJ",
            (CyrillicLanguage.Macedonian, 'Ѓ') => "GJ",
            _ => null,
        };
        return exception ?? Cyrillic.GetValueOrDefault(upper);
    }

    /// <summary>The language that a name gives away by letters of its own; the table's common spelling when it does not.</summary>
    public static CyrillicLanguage LanguageOf(string name)
    {
        var upper = name.ToUpperInvariant();
        bool Has(string letters) => upper.AsSpan().IndexOfAny(letters) >= 0;
        if (Has("Ў")) return CyrillicLanguage.Belarusian;
        if (Has("ЃЌЅ")) return CyrillicLanguage.Macedonian;
        if (Has("ЂЋЉЊЈЏ")) return CyrillicLanguage.Serbian;
        if (Has("ҐЄЇ")) return CyrillicLanguage.Ukrainian;
        return Has("І") && !Has("ЁЫЭЪ") ? CyrillicLanguage.Ukrainian : CyrillicLanguage.Other;
    }

    private static string OneLetter(char upper) => "ABCDEFGHIJKLMNOPQRSTUVWXYZ".Substring(upper - 'A', 1);
}

/// <summary>The languages that table B makes exceptions for and that a name can give away.</summary>
internal enum CyrillicLanguage { Other, Belarusian, Macedonian, Serbian, Ukrainian }
