using System.Globalization;
using System.Text;

namespace AirlineBooking.Domain.Flights;

/// <summary>Text as it is compared: lower case, no accents, words parted by one space. "São Paulo/Guarulhos" is "sao paulo guarulhos".</summary>
internal static class FoldedText
{
    public const int LongestText = 80;

    /// <summary>Folds one letter to one where it can: ü is u, ø is o.</summary>
    public static string Fold(string text) => Fold(text, spellOut: false);

    /// <summary>Folds as German and the Nordic languages spell out: ü is ue, ø is oe, å is aa. Equal to <see cref="Fold(string)"/> for most names.</summary>
    public static string SpellOut(string text) => Fold(text, spellOut: true);

    private static string Fold(string text, bool spellOut)
    {
        var cut = text.Length > LongestText ? text[..LongestText] : text;
        var folded = new StringBuilder(cut.Length + 4);
        // Composed first, so that a letter with its accent typed apart is met as one.
        foreach (var letter in cut.Normalize(NormalizationForm.FormC))
        {
            if (Spelled(char.ToLowerInvariant(letter), spellOut) is { } spelled) folded.Append(spelled);
            else if (letter is '\'' or '’' or '.') continue;
            else if (!char.IsLetterOrDigit(letter)) AppendSpace(folded);
            else AppendBare(folded, letter);
        }
        if (folded.Length > 0 && folded[^1] == ' ') folded.Length--;
        return folded.ToString();
    }

    private static void AppendSpace(StringBuilder folded)
    {
        if (folded.Length > 0 && folded[^1] != ' ') folded.Append(' ');
    }

    private static void AppendBare(StringBuilder folded, char letter)
    {
        if (char.IsAscii(letter))
        {
            folded.Append(char.ToLowerInvariant(letter));
            return;
        }
        foreach (var part in letter.ToString().Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(part) is not UnicodeCategory.NonSpacingMark) folded.Append(char.ToLowerInvariant(part));
        }
    }

    private static string? Spelled(char letter, bool spellOut) => letter switch
    {
        'ä' => spellOut ? "ae" : "a",
        'ö' => spellOut ? "oe" : "o",
        'ü' => spellOut ? "ue" : "u",
        'å' => spellOut ? "aa" : "a",
        'ø' => spellOut ? "oe" : "o",
        'æ' => "ae",
        'œ' => "oe",
        'ß' => "ss",
        'þ' => "th",
        'ð' or 'đ' => "d",
        'ł' => "l",
        'ı' => "i",
        _ => null,
    };
}
