using System.Diagnostics.CodeAnalysis;
using AirlineBooking.Domain.Kernel;

namespace AirlineBooking.Domain.Bookings;

/// <summary>The six characters by which a booking is found: KX7M2P. It is a name, not a secret.</summary>
public readonly record struct RecordLocator : IStoredAs
{
    public const int Length = 6;

    /// <summary>Letters and digits that are not taken for one another: no I, O, 0 or 1.</summary>
    public const string Alphabet = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    // What nobody wants to read out at a counter, as far as the alphabet can spell it; digits are read as the letters they look like.
    private static readonly string[] Unwelcome =
    [
        "ARSE", "ASS", "CRAP", "CRASH", "CUM", "CUNT", "DAMN", "DEAD", "DEATH", "DYKE", "FAG", "FART", "FCK", "FKK", "FUCK", "FUK", "FVCK", "GAS", "GUN", "HELL",
        "HURE", "JEW", "KKK", "MERDE", "NAZ", "NEGER", "NGR", "PUTA", "RAPE", "SEX", "SHT", "SLAG", "SLUT", "TERR", "TURD", "TWAT", "WANK", "WAR", "WTF",
    ];

    private readonly string? _text;

    private RecordLocator(string text) => _text = text;

    object IStoredAs.Stored => ToString();

    /// <summary>A new one that nobody can guess; the caller tries again when it is taken.</summary>
    public static RecordLocator New(Randomness random)
    {
        Span<byte> bytes = stackalloc byte[Length];
        while (true)
        {
            random.Fill(bytes);
            if (TryMake(bytes, out var locator)) return locator;
        }
    }

    /// <summary>Makes one from six random bytes; false when it would be all digits, or a word.</summary>
    public static bool TryMake(ReadOnlySpan<byte> random, out RecordLocator locator)
    {
        Span<char> text = stackalloc char[Length];
        // There are 32 characters, so five bits choose one and each is as likely as any other.
        for (var i = 0; i < Length; i++) text[i] = Alphabet[random[i] & 31];
        locator = new RecordLocator(text.ToString());
        return locator._text.AsSpan().IndexOfAnyInRange('A', 'Z') >= 0 && !IsUnwelcome(text);
    }

    public static RecordLocator Parse(string text) =>
        TryParse(text, out var locator) ? locator : throw new FormatException($"'{text}' is not a booking reference such as KX7M2P.");

    /// <summary>Reads one in either case; spaces and dashes do not matter.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out RecordLocator locator)
    {
        locator = default;
        Span<char> compact = stackalloc char[Length];
        var length = 0;
        foreach (var letter in text.AsSpan())
        {
            if (char.IsWhiteSpace(letter) || letter is '-' or '–') continue;
            var upper = char.ToUpperInvariant(letter);
            if (length == Length || !Alphabet.Contains(upper, StringComparison.Ordinal)) return false;
            compact[length++] = upper;
        }
        if (length < Length) return false;
        locator = new RecordLocator(compact.ToString());
        return true;
    }

    public override string ToString() => _text ?? "";

    private static bool IsUnwelcome(ReadOnlySpan<char> text)
    {
        Span<char> read = stackalloc char[Length];
        for (var i = 0; i < Length; i++) read[i] = LooksLike(text[i]);
        foreach (var word in Unwelcome)
        {
            if (read.IndexOf(word) >= 0) return true;
        }
        return false;
    }

    private static char LooksLike(char letter) => letter switch { '2' => 'Z', '3' => 'E', '4' => 'A', '5' => 'S', '6' => 'G', '7' => 'T', '8' => 'B', '9' => 'G', _ => letter };
}
