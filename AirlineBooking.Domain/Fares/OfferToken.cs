using System.Text;
using AirlineBooking.Domain.Flights;
using AirlineBooking.Domain.Kernel;

namespace AirlineBooking.Domain.Fares;

/// <summary>The canonical bytes of an offer's terms: the same terms give the same bytes, other terms give others.</summary>
internal static class OfferToken
{
    public const string Prefix = "off_";
    public const int LongestText = 1500;
    public const int LongestBytes = 1024;

    /// <summary>Six slices, as many as a search takes.</summary>
    public const int MostPaths = 6;

    private const byte Format = 1;

    /// <summary>Writes terms and the key they will be signed with; answers how many bytes.</summary>
    public static int Write(in OfferTerms terms, int keyId, Span<byte> bytes)
    {
        if (terms.Paths.Length is 0 or > MostPaths) throw new ArgumentException($"An offer has 1 to {MostPaths} slices.", nameof(terms));
        var at = 0;
        bytes[at++] = Format;
        at = WriteNumber(keyId, bytes, at);
        at = WriteNumber(terms.IssueMinute, bytes, at);
        bytes[at++] = (byte)(terms.Party.Adults << 4 | terms.Party.Children);
        bytes[at++] = (byte)(terms.Party.Infants << 4 | (int)terms.Cabin << 2 | (int)terms.Family);
        at += Encoding.ASCII.GetBytes(terms.Total.Currency.ToString(), bytes[at..]);
        at = WriteNumber(terms.Total.MinorUnits, bytes, at);
        bytes[at++] = (byte)terms.Paths.Length;
        foreach (var path in terms.Paths)
        {
            if (path.Flights.Length is 0 or > OfferPath.MostFlights) throw new ArgumentException($"A slice has 1 to {OfferPath.MostFlights} flights.", nameof(terms));
            bytes[at++] = (byte)(path.Rank << 4 | path.Flights.Length);
            bytes[at++] = (byte)path.SameAircraft;
            foreach (var flight in path.Flights) at = WriteNumber(flight.Value, bytes, at);
        }
        return at;
    }

    /// <summary>The key named in bytes that were not checked yet.</summary>
    public static bool TryReadKeyId(ReadOnlySpan<byte> bytes, out int keyId)
    {
        var reader = new Reader(bytes);
        var read = reader.Byte() == Format;
        var number = reader.Number();
        keyId = read && !reader.Failed && number is > 0 and <= int.MaxValue ? (int)number : 0;
        return keyId != 0;
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static bool TryRead(ReadOnlySpan<byte> bytes, out OfferTerms terms)
    {
        terms = default;
        var reader = new Reader(bytes);
        if (reader.Byte() != Format) return false;
        reader.Number();
        var minute = reader.Number();
        var (seated, rest) = (reader.Byte(), reader.Byte());
        if (!CurrencyCode.TryParse(Encoding.ASCII.GetString(reader.Bytes(3)), out var currency)) return false;
        var total = reader.Number();
        var count = reader.Byte();
        if (reader.Failed || count is 0 or > MostPaths || (rest & 3) > (int)FareFamily.Flex) return false;
        var paths = new OfferPath[count];
        for (var i = 0; i < count; i++)
        {
            var (head, sameAircraft) = (reader.Byte(), reader.Byte());
            var flights = new FlightId[head & 15];
            if (reader.Failed || flights.Length is 0 or > OfferPath.MostFlights) return false;
            for (var j = 0; j < flights.Length; j++) flights[j] = new FlightId(reader.Number());
            paths[i] = new OfferPath(flights, head >> 4, sameAircraft);
        }
        terms = new OfferTerms(
            minute, new Party(seated >> 4, seated & 15, rest >> 4), (Cabin)(rest >> 2 & 3), (FareFamily)(rest & 3), paths, new Money(total, currency));
        return !reader.Failed && reader.AtEnd;
    }

    // Seven bits a byte, lowest first; the top bit says that more follow.
    private static int WriteNumber(long number, Span<byte> bytes, int at)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(number);
        for (; number >= 0x80; number >>= 7) bytes[at++] = (byte)(number | 0x80);
        bytes[at++] = (byte)number;
        return at;
    }

    private ref struct Reader(ReadOnlySpan<byte> bytes)
    {
        private readonly ReadOnlySpan<byte> _bytes = bytes;
        private int _at;

        public bool Failed { get; private set; }

        public readonly bool AtEnd => _at == _bytes.Length;

        public byte Byte()
        {
            if (_at < _bytes.Length) return _bytes[_at++];
            Failed = true;
            return 0;
        }

        public ReadOnlySpan<byte> Bytes(int count)
        {
            if (_bytes.Length - _at < count)
            {
                Failed = true;
                return [];
            }
            _at += count;
            return _bytes.Slice(_at - count, count);
        }

        public long Number()
        {
            var number = 0L;
            for (var shift = 0; shift < 63; shift += 7)
            {
                var part = Byte();
                number |= (long)(part & 0x7f) << shift;
                if (part < 0x80) return number;
            }
            Failed = true;
            return 0;
        }
    }
}
