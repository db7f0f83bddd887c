using System.Diagnostics.CodeAnalysis;

namespace AirlineBooking.Domain.Kernel;

/// <summary>How ids of 128 bits are written: a prefix and 32 hexadecimal digits, such as hld_0f….</summary>
internal static class OpaqueId
{
    public static string Write(string prefix, Guid value) => string.Concat(prefix, value.ToString("N"));

    /// <summary>Accepts exactly what <see cref="Write"/> makes.</summary>
    public static bool TryRead(string prefix, [NotNullWhen(true)] string? text, out Guid value)
    {
        value = default;
        return text is not null && text.StartsWith(prefix, StringComparison.Ordinal)
            && Guid.TryParseExact(text.AsSpan(prefix.Length), "N", out value)
            && text.AsSpan(prefix.Length).IndexOfAnyInRange('A', 'F') < 0;
    }
}
