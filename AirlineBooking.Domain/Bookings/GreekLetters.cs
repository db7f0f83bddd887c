using System.Text;

namespace AirlineBooking.Domain.Bookings;

/// <summary>How Greek passports write names in Latin letters: ELOT 743, which is ISO 843 type 2. Doc 9303 itself has no table for Greek.</summary>
internal static class GreekLetters
{
    private const char Dialytika = '\u0308';
    private const char Tonos = '\u0301';
    private const string Vowels = "ΑΕΗΙΟΥΩ";
    private const string VoicedAfterUpsilon = Vowels + "ΒΓΔΖΛΜΝΡ";

    private static readonly string[] Spellings = ["A", "V", "G", "D", "E", "Z", "I", "TH", "I", "K", "L", "M", "N", "X", "O", "P", "R", "", "S", "T", "Y", "F", "CH", "PS", "O"];

    public static bool IsGreek(char letter) => IndexOf(Base(letter)) >= 0;

    /// <summary>Writes one Greek word.</summary>
    public static string Spell(string word)
    {
        var letters = Decompose(word);
        var spelled = new StringBuilder(word.Length + 4);
        for (var i = 0; i < letters.Count; i++)
        {
            var here = letters[i];
            var next = i + 1 < letters.Count ? letters[i + 1] : default;
            var (pair, taken) = PairOf(here, next, i + 2 < letters.Count ? letters[i + 2].Letter : '\0', isFirst: i == 0);
            spelled.Append(pair ?? Spellings[IndexOf(here.Letter)]);
            if (taken) i++;
        }
        return spelled.ToString();
    }

    private static (string? Spelling, bool Taken) PairOf(GreekLetter here, GreekLetter next, char after, bool isFirst)
    {
        // An accent on the first vowel or two dots on the second say that they are not read as one.
        if (next.Letter == 'Υ' && !next.HasDialytika && !here.HasTonos && here.Letter is 'Α' or 'Ε' or 'Η' or 'Ο')
        {
            if (here.Letter == 'Ο') return ("OU", true);
            return (Spellings[IndexOf(here.Letter)] + (after != '\0' && VoicedAfterUpsilon.Contains(after, StringComparison.Ordinal) ? "V" : "F"), true);
        }
        return (here.Letter, next.Letter) switch
        {
            ('Γ', 'Γ') => ("NG", true),
            ('Γ', 'Ξ') => ("NX", true),
            ('Γ', 'Χ') => ("NCH", true),
            ('Μ', 'Π') when isFirst || after == '\0' => ("B", true),
            _ => (null, false),
        };
    }

    private static List<GreekLetter> Decompose(string word)
    {
        var letters = new List<GreekLetter>(word.Length);
        // Taken apart first: some accented letters have no capital of one character.
        foreach (var part in word.Normalize(NormalizationForm.FormD).ToUpperInvariant())
        {
            if (IndexOf(part) >= 0) letters.Add(new GreekLetter(part, false, false));
            else if (part == Dialytika && letters.Count > 0) letters[^1] = letters[^1] with { HasDialytika = true };
            else if (part == Tonos && letters.Count > 0) letters[^1] = letters[^1] with { HasTonos = true };
        }
        return letters;
    }

    private static char Base(char letter) => char.ToUpperInvariant(letter.ToString().Normalize(NormalizationForm.FormD)[0]);

    // From Α to Ω; there is a hole where a capital final sigma would be.
    private static int IndexOf(char letter) => letter is >= 'Α' and <= 'Ω' && letter != '\u03A2' ? letter - 'Α' : -1;

    private readonly record struct GreekLetter(char Letter, bool HasDialytika, bool HasTonos);
}
