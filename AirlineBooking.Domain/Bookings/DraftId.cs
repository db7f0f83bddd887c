using System.Diagnostics.CodeAnalysis;
using AirlineBooking.Domain.Kernel;

namespace AirlineBooking.Domain.Bookings;

/// <summary>Which booking in progress. It may stand in addresses: who may see the draft, its key decides.</summary>
public readonly record struct DraftId(Guid Value) : IStoredAs
{
    public const string Prefix = "dft_";

    object IStoredAs.Stored => Value;

    public static bool TryParse([NotNullWhen(true)] string? text, out DraftId id)
    {
        var read = OpaqueId.TryRead(Prefix, text, out var value);
        id = new DraftId(value);
        return read;
    }

    public override string ToString() => OpaqueId.Write(Prefix, Value);
}
