using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace AirlineBooking.Web.Platform.Api;

/// <summary>Where the next page of a list begins: the last item's sort key, opaque, and bound to its query.</summary>
/// <remarks>
/// A checksum over the query and the key stands in front, so a cursor of another query or one that was tampered with is
/// recognised. It is no secret and no signature: whoever forges one only skips items of a list he may read anyway.
/// </remarks>
public static class Cursor
{
    private const int ChecksumBytes = 8;

    /// <param name="query">What the list was asked for, in one canonical text without limit and cursor.</param>
    /// <param name="key">The last item's sort key, with whatever makes it total.</param>
    public static string Write(string query, params ReadOnlySpan<long> key)
    {
        var bytes = new byte[ChecksumBytes + key.Length * sizeof(long)];
        for (var i = 0; i < key.Length; i++) BinaryPrimitives.WriteInt64BigEndian(bytes.AsSpan(ChecksumBytes + i * sizeof(long)), key[i]);
        Checksum(query, bytes.AsSpan(ChecksumBytes), bytes);
        return Base64Url.EncodeToString(bytes);
    }

    /// <summary>False for anything that <see cref="Write"/> did not make for this very query.</summary>
    public static bool TryRead(string? text, string query, out long[] key)
    {
        key = [];
        if (text is not { Length: > 0 and <= ApiLimits.LongestCursor } || !Base64Url.IsValid(text)) return false;
        var bytes = Base64Url.DecodeFromChars(text);
        if (bytes.Length < ChecksumBytes || (bytes.Length - ChecksumBytes) % sizeof(long) != 0) return false;
        Span<byte> checksum = stackalloc byte[ChecksumBytes];
        Checksum(query, bytes.AsSpan(ChecksumBytes), checksum);
        if (!checksum.SequenceEqual(bytes.AsSpan(0, ChecksumBytes))) return false;
        key = new long[(bytes.Length - ChecksumBytes) / sizeof(long)];
        for (var i = 0; i < key.Length; i++) key[i] = BinaryPrimitives.ReadInt64BigEndian(bytes.AsSpan(ChecksumBytes + i * sizeof(long)));
        return true;
    }

    private static void Checksum(string query, ReadOnlySpan<byte> key, Span<byte> checksum)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(query));
        hash.AppendData([0]);
        hash.AppendData(key);
        hash.GetHashAndReset().AsSpan(0, ChecksumBytes).CopyTo(checksum);
    }
}
