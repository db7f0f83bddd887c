using System.Security.Cryptography;

namespace AirlineBooking.Domain.Kernel;

/// <summary>Where bytes come from that nobody can guess: ids, locators, tokens. A simulation puts a seeded one in its place.</summary>
public class Randomness
{
    public virtual void Fill(Span<byte> bytes) => RandomNumberGenerator.Fill(bytes);

    /// <summary>128 random bits.</summary>
    public Guid NewSecret()
    {
        Span<byte> bytes = stackalloc byte[16];
        Fill(bytes);
        return new Guid(bytes);
    }

    /// <summary>An id that sorts by time (RFC 9562 version 7), so that new rows lie together.</summary>
    public Guid NewId(DateTimeOffset now)
    {
        Span<byte> bytes = stackalloc byte[16];
        Fill(bytes);
        var milliseconds = now.ToUnixTimeMilliseconds();
        for (var at = 5; at >= 0; at--, milliseconds >>= 8) bytes[at] = (byte)milliseconds;
        bytes[6] = (byte)(bytes[6] & 0x0F | 0x70);
        bytes[8] = (byte)(bytes[8] & 0x3F | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}
