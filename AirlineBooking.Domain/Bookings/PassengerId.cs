using System.Diagnostics.CodeAnalysis;
using AirlineBooking.Domain.Kernel;

namespace AirlineBooking.Domain.Bookings;

/// <summary>Which passenger of a booking; opaque, so that it may stand where names may not.</summary>
public readonly record struct PassengerId(Guid Value) : IStoredAs
{
    public const string Prefix = "pax_";

    object IStoredAs.Stored => Value;

    public static bool TryParse([NotNullWhen(true)] string? text, out PassengerId id)
    {
        var read = OpaqueId.TryRead(Prefix, text, out var value);
        id = new PassengerId(value);
        return read;
    }

    public override string ToString() => OpaqueId.Write(Prefix, Value);
}
