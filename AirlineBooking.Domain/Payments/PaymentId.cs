using System.Diagnostics.CodeAnalysis;
using AirlineBooking.Domain.Kernel;

namespace AirlineBooking.Domain.Payments;

/// <summary>Which attempt to pay; the gateway knows it by this.</summary>
public readonly record struct PaymentId(Guid Value) : IStoredAs
{
    public const string Prefix = "pay_";

    object IStoredAs.Stored => Value;

    public static bool TryParse([NotNullWhen(true)] string? text, out PaymentId id)
    {
        var read = OpaqueId.TryRead(Prefix, text, out var value);
        id = new PaymentId(value);
        return read;
    }

    public override string ToString() => OpaqueId.Write(Prefix, Value);
}
