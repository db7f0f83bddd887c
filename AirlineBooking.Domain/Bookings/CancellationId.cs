using System.Diagnostics.CodeAnalysis;
using AirlineBooking.Domain.Kernel;

namespace AirlineBooking.Domain.Bookings;

/// <summary>Which quote of a cancellation.</summary>
public readonly record struct CancellationId(Guid Value) : IStoredAs
{
    public const string Prefix = "cnl_";

    object IStoredAs.Stored => Value;

    public static bool TryParse([NotNullWhen(true)] string? text, out CancellationId id)
    {
        var read = OpaqueId.TryRead(Prefix, text, out var value);
        id = new CancellationId(value);
        return read;
    }

    public override string ToString() => OpaqueId.Write(Prefix, Value);
}
