using AirlineBooking.Domain.Fares;
using AirlineBooking.Domain.Flights;

namespace AirlineBooking.Domain.Search;

/// <summary>All that an answer follows from besides the request: as long as none of it is replaced, the same request has the same answer.</summary>
/// <param name="Timetable">The flights.</param>
/// <param name="Fares">Fares and taxes.</param>
/// <param name="Signer">The keys that offers are signed with.</param>
/// <param name="Directory">The places.</param>
/// <param name="Minute">The minute of issue, counted from 1970.</param>
/// <param name="Shown">Counts the changes of what is left to sell, as far as it is shown.</param>
/// <param name="Priced">Counts those of them that change a price.</param>
public sealed record SearchBasis(Timetable Timetable, FareBook Fares, OfferSigner Signer, AirportDirectory Directory, long Minute, long Shown, long Priced)
{
    private static long _made;

    /// <summary>Differs from that of every other basis in this process: what is kept of an answer is kept under it.</summary>
    public string Stamp { get; } = Interlocked.Increment(ref _made).ToString(System.Globalization.CultureInfo.InvariantCulture);

    public DateTimeOffset Now => DateTimeOffset.UnixEpoch.AddMinutes(Minute);

    /// <summary>True as long as none of it was replaced.</summary>
    internal bool IsOf(Timetable timetable, FareBook fares, OfferSigner signer, AirportDirectory directory, long minute, long shown) =>
        Minute == minute && Shown == shown && ReferenceEquals(Timetable, timetable) && ReferenceEquals(Fares, fares)
        && ReferenceEquals(Signer, signer) && ReferenceEquals(Directory, directory);
}
