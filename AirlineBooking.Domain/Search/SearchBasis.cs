using AirlineBooking.Domain.Fares;
using AirlineBooking.Domain.Flights;

namespace AirlineBooking.Domain.Search;

/// <summary>All that an answer follows from besides the request: as long as none of it is replaced, the same request has the same answer.</summary>
/// <param name="Timetable">The flights.</param>
/// <param name="Fares">Fares and taxes.</param>
/// <param name="Signer">The keys that offers are signed with.</param>
/// <param name="Directory">The places.</param>
/// <param name="Minute">The minute of issue, counted from 1970.</param>
public sealed record SearchBasis(Timetable Timetable, FareBook Fares, OfferSigner Signer, AirportDirectory Directory, long Minute)
{
    public DateTimeOffset Now => DateTimeOffset.UnixEpoch.AddMinutes(Minute);

    /// <summary>True when both give the same answers.</summary>
    public bool IsAs(SearchBasis? other) =>
        other is not null && Minute == other.Minute && ReferenceEquals(Timetable, other.Timetable) && ReferenceEquals(Fares, other.Fares)
        && ReferenceEquals(Signer, other.Signer) && ReferenceEquals(Directory, other.Directory);
}
