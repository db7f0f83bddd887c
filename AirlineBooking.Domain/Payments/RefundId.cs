using System.Diagnostics.CodeAnalysis;
using AirlineBooking.Domain.Kernel;

namespace AirlineBooking.Domain.Payments;

/// <summary>Which refund; the gateway knows it by this.</summary>
public readonly record struct RefundId(Guid Value) : IStoredAs
{
    public const string Prefix = "ref_";

    object IStoredAs.Stored => Value;

    public static bool TryParse([NotNullWhen(true)] string? text, out RefundId id)
    {
        var read = OpaqueId.TryRead(Prefix, text, out var value);
        id = new RefundId(value);
        return read;
    }

    public override string ToString() => OpaqueId.Write(Prefix, Value);
}
