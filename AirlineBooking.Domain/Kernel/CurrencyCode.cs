using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;

namespace AirlineBooking.Domain.Kernel;

/// <summary>An ISO 4217 currency with its own minor digits: GBP 2, JPY 0, KWD 3.</summary>
public readonly record struct CurrencyCode
{
    // .NET's cultures are wrong for a dozen currencies, so the digits come from ISO 4217's own table.
    private static readonly FrozenDictionary<string, byte> MinorDigitsByCode = ReadTable();

    private readonly string? _text;

    private CurrencyCode(string text) => _text = text;

    /// <summary>How many digits stand behind the point.</summary>
    public int MinorDigits => MinorDigitsByCode[ToString()];

    public static CurrencyCode Parse(string text) =>
        TryParse(text, out var code) ? code : throw new FormatException($"'{text}' is not an ISO 4217 currency such as GBP.");

    public static bool TryParse([NotNullWhen(true)] string? text, out CurrencyCode code)
    {
        code = default;
        if (text is null) return false;
        var upper = text.Trim().ToUpperInvariant();
        if (!MinorDigitsByCode.ContainsKey(upper)) return false;
        code = new CurrencyCode(string.Intern(upper));
        return true;
    }

    // What ISO 4217 says where no currency is involved.
    public override string ToString() => _text ?? "XXX";

    private static FrozenDictionary<string, byte> ReadTable()
    {
        using var stream = typeof(CurrencyCode).Assembly.GetManifestResourceStream("currencies.csv")
            ?? throw new InvalidOperationException("The currency table is not in this build.");
        using var reader = new StreamReader(stream);
        var header = reader.ReadLine()?.Split(',') ?? [];
        var (code, digits) = (Array.IndexOf(header, "code"), Array.IndexOf(header, "minor_digits"));
        var table = new Dictionary<string, byte>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            // The name may hold a comma inside quotes; code stands first and the digits last, so both ends are safe to split.
            var cells = line.Split(',');
            table[cells[code]] = byte.Parse(digits == header.Length - 1 ? cells[^1] : cells[digits], System.Globalization.CultureInfo.InvariantCulture);
        }
        return table.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
