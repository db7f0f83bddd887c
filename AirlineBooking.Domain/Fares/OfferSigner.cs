using System.Buffers;
using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace AirlineBooking.Domain.Fares;

/// <summary>Makes offer ids and checks them, with the keys as they were read from the database. It never changes.</summary>
/// <remarks>
/// An id is off_ and base64url of the canonical bytes with the first 16 bytes of their HMAC-SHA256. There is no nonce: the
/// same terms in the same minute are the same id in every process.
/// </remarks>
public sealed class OfferSigner
{
    /// <summary>128 bits: nobody finds a signature by trying within 21 minutes, nor ever.</summary>
    public const int SignatureLength = 16;

    // Setting up HMAC with a key takes twice as long as hashing an offer, and a page of results has sixty: each thread keeps its own.
    [ThreadStatic]
    private static KeyedHash? _hashOfThread;

    // Newest first, so that the first that already signs is the one to sign with.
    private readonly OfferKey[] _keys;

    public OfferSigner(IEnumerable<OfferKey> keys) => _keys = [.. keys.OrderByDescending(key => key.SignsFrom).ThenByDescending(key => key.Id)];

    /// <summary>The id of an offer with these terms.</summary>
    public string Sign(in OfferTerms terms)
    {
        Span<byte> bytes = stackalloc byte[OfferToken.LongestBytes];
        var key = KeyAt(terms.IssueMinute);
        var length = OfferToken.Write(terms, key.Id, bytes);
        Span<byte> signature = stackalloc byte[HMACSHA256.HashSizeInBytes];
        Hash(key, bytes[..length], signature);
        signature[..SignatureLength].CopyTo(bytes[length..]);
        length += SignatureLength;

        Span<char> text = stackalloc char[OfferToken.Prefix.Length + Base64Url.GetEncodedLength(length)];
        OfferToken.Prefix.CopyTo(text);
        Base64Url.EncodeToChars(bytes[..length], text[OfferToken.Prefix.Length..]);
        return new string(text);
    }

    /// <summary>The terms of an id that we signed, whether or not they have expired.</summary>
    public bool TryRead([NotNullWhen(true)] string? id, out OfferTerms terms)
    {
        terms = default;
        if (id is null || id.Length > OfferToken.LongestText || !id.StartsWith(OfferToken.Prefix, StringComparison.Ordinal)) return false;
        var text = id.AsSpan(OfferToken.Prefix.Length);
        Span<byte> bytes = stackalloc byte[Base64Url.GetMaxDecodedLength(text.Length)];
        if (!TryDecode(text, ref bytes) || bytes.Length <= SignatureLength) return false;
        var signed = bytes[..^SignatureLength];
        var signature = bytes[^SignatureLength..];
        if (!OfferToken.TryReadKeyId(signed, out var keyId) || Array.Find(_keys, key => key.Id == keyId) is not { } known) return false;
        Span<byte> expected = stackalloc byte[HMACSHA256.HashSizeInBytes];
        Hash(known, signed, expected);
        return CryptographicOperations.FixedTimeEquals(expected[..SignatureLength], signature) && OfferToken.TryRead(signed, out terms);
    }

    /// <summary>True when an id names a key that is not among those known here: another process may have made it since.</summary>
    internal bool NamesUnknownKey(string id)
    {
        if (id.Length > OfferToken.LongestText || !id.StartsWith(OfferToken.Prefix, StringComparison.Ordinal)) return false;
        Span<byte> bytes = stackalloc byte[Base64Url.GetMaxDecodedLength(id.Length - OfferToken.Prefix.Length)];
        return TryDecode(id.AsSpan(OfferToken.Prefix.Length), ref bytes)
            && OfferToken.TryReadKeyId(bytes, out var keyId)
            && !Array.Exists(_keys, key => key.Id == keyId);
    }

    private static void Hash(OfferKey key, ReadOnlySpan<byte> bytes, Span<byte> signature)
    {
        var hash = _hashOfThread;
        if (hash is null || hash.Key != key)
        {
            hash?.Hmac.Dispose();
            _hashOfThread = hash = new KeyedHash(key, IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key.Secret));
        }
        hash.Hmac.AppendData(bytes);
        hash.Hmac.GetHashAndReset(signature);
    }

    // Several texts decode to the same bytes (spare bits, spaces, padding); only the one that we would write counts.
    private static bool TryDecode(ReadOnlySpan<char> text, ref Span<byte> bytes)
    {
        if (Base64Url.DecodeFromChars(text, bytes, out _, out var length) != OperationStatus.Done) return false;
        bytes = bytes[..length];
        Span<char> again = stackalloc char[Base64Url.GetEncodedLength(length)];
        return Base64Url.TryEncodeToChars(bytes, again, out _) && text.SequenceEqual(again);
    }

    internal bool HasSameKeys(IReadOnlyCollection<OfferKey> keys) =>
        keys.Count == _keys.Length && keys.All(key => Array.Exists(_keys, mine => mine.Id == key.Id && mine.SignsFrom == key.SignsFrom && mine.Secret.AsSpan().SequenceEqual(key.Secret)));

    private OfferKey KeyAt(long minute)
    {
        foreach (var key in _keys)
        {
            if (OfferTerms.MinuteOf(key.SignsFrom) <= minute) return key;
        }
        return _keys[^1];
    }

    private sealed record KeyedHash(OfferKey Key, IncrementalHash Hmac);
}
