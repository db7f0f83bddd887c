using System.Buffers.Binary;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;

namespace AirlineBooking.Web.Platform.Limits;

/// <summary>Who asks, as far as counting goes: the token's subject, else the source address, of which IPv6 counts by /64.</summary>
/// <remarks>Sixteen bytes that cannot be turned back into a name. Nothing a stranger may vary at will is part of it.</remarks>
public readonly record struct ClientKey(ulong High, ulong Low)
{
    // Keeps subjects and addresses apart: no IPv6 network begins with this and no address is counted under it.
    private const ulong SubjectMark = 0xFFFF_FFFF_FFFF_FFFF;

    public static ClientKey Of(HttpContext context)
    {
        if (context.User.Identity is { IsAuthenticated: true } && context.User.FindFirstValue(ClaimTypes.NameIdentifier) is { Length: > 0 } subject) return OfSubject(subject);
        return OfAddress(context.Connection.RemoteIpAddress);
    }

    /// <summary>As 32 hexadecimal digits.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{High:x16}{Low:x16}");

    public static ClientKey OfSubject(string subject)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(subject), hash);
        return new ClientKey(SubjectMark, BinaryPrimitives.ReadUInt64BigEndian(hash));
    }

    public static ClientKey OfAddress(IPAddress? address)
    {
        if (address is null) return default;
        Span<byte> bytes = stackalloc byte[16];
        bytes.Clear();
        if (address.AddressFamily is AddressFamily.InterNetworkV6 && !address.IsIPv4MappedToIPv6)
        {
            address.TryWriteBytes(bytes, out _);
            return new ClientKey(BinaryPrimitives.ReadUInt64BigEndian(bytes), 0);
        }
        var v4 = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        v4.TryWriteBytes(bytes, out _);
        return new ClientKey(0, BinaryPrimitives.ReadUInt32BigEndian(bytes) | 1UL << 32);
    }
}
