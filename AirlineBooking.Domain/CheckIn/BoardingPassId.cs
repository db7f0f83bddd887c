using System.Diagnostics.CodeAnalysis;
using AirlineBooking.Domain.Kernel;

namespace AirlineBooking.Domain.CheckIn;

/// <summary>Which boarding pass.</summary>
public readonly record struct BoardingPassId(Guid Value) : IStoredAs
{
    public const string Prefix = "bps_";

    object IStoredAs.Stored => Value;

    public static bool TryParse([NotNullWhen(true)] string? text, out BoardingPassId id)
    {
        var read = OpaqueId.TryRead(Prefix, text, out var value);
        id = new BoardingPassId(value);
        return read;
    }

    public override string ToString() => OpaqueId.Write(Prefix, Value);
}
