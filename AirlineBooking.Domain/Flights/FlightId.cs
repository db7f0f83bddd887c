using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using AirlineBooking.Domain.Kernel;

namespace AirlineBooking.Domain.Flights;

/// <summary>Which dated flight. Partners see it as an opaque text such as flt_1f3a.</summary>
public readonly record struct FlightId(long Value) : IComparable<FlightId>, IStoredAs
{
    public const string Prefix = "flt_";

    object IStoredAs.Stored => Value;

    public static bool TryParse([NotNullWhen(true)] string? text, out FlightId id)
    {
        id = default;
        if (text is null || text.Length > Prefix.Length + 15 || !text.StartsWith(Prefix, StringComparison.Ordinal)) return false;
        if (!long.TryParse(text.AsSpan(Prefix.Length), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value)) return false;
        id = new FlightId(value);
        return value > 0 && id.ToString() == text;
    }

    public int CompareTo(FlightId other) => Value.CompareTo(other.Value);

    public static bool operator <(FlightId left, FlightId right) => left.Value < right.Value;

    public static bool operator >(FlightId left, FlightId right) => left.Value > right.Value;

    public static bool operator <=(FlightId left, FlightId right) => left.Value <= right.Value;

    public static bool operator >=(FlightId left, FlightId right) => left.Value >= right.Value;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Prefix}{Value:x}");
}
