using System.Diagnostics.CodeAnalysis;
using AirlineBooking.Domain.Kernel;

namespace AirlineBooking.Domain.Seats;

/// <summary>Which hold: 128 random bits. Who knows it owns it.</summary>
public readonly record struct HoldId(Guid Value) : IStoredAs
{
    public const string Prefix = "hld_";

    object IStoredAs.Stored => Value;

    public static bool TryParse([NotNullWhen(true)] string? text, out HoldId id)
    {
        var read = OpaqueId.TryRead(Prefix, text, out var value);
        id = new HoldId(value);
        return read;
    }

    public override string ToString() => OpaqueId.Write(Prefix, Value);
}
