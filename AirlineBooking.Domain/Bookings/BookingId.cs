using System.Diagnostics.CodeAnalysis;
using AirlineBooking.Domain.Kernel;

namespace AirlineBooking.Domain.Bookings;

/// <summary>Which booking.</summary>
public readonly record struct BookingId(Guid Value) : IStoredAs
{
    public const string Prefix = "bkg_";

    object IStoredAs.Stored => Value;

    public static bool TryParse([NotNullWhen(true)] string? text, out BookingId id)
    {
        var read = OpaqueId.TryRead(Prefix, text, out var value);
        id = new BookingId(value);
        return read;
    }

    public override string ToString() => OpaqueId.Write(Prefix, Value);
}
