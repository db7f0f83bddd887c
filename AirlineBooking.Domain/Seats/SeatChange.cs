using AirlineBooking.Domain.Flights;
using AirlineBooking.Domain.Kernel;

namespace AirlineBooking.Domain.Seats;

/// <summary>What everybody may see of a seat.</summary>
public enum SeatState { Available, Held, Occupied, Blocked }

/// <summary>One seat and its state.</summary>
public readonly record struct SeatOnMap(SeatNumber Number, SeatState State);

/// <summary>How many places of a cabin are taken after a change.</summary>
public readonly record struct CabinTaken(Cabin Cabin, int Taken);

/// <summary>What one commit changed on the map of a flight. Told after the commit, in the order of the versions as far as one can; a gap means read again.</summary>
public sealed record SeatsChanged(FlightId FlightId, long Version, IReadOnlyList<SeatOnMap> Seats, IReadOnlyList<CabinTaken> Cabins)
{
    /// <summary>Several changes that follow each other as one: of each seat and cabin the latest.</summary>
    internal static SeatsChanged Together(FlightId flight, IList<SeatsChanged> changes)
    {
        if (changes is [var only]) return only;
        var (seats, cabins) = (new SortedDictionary<SeatNumber, SeatState>(), new SortedDictionary<Cabin, int>());
        foreach (var change in changes)
        {
            foreach (var seat in change.Seats) seats[seat.Number] = seat.State;
            foreach (var cabin in change.Cabins) cabins[cabin.Cabin] = cabin.Taken;
        }
        return new(flight, changes[^1].Version, [.. seats.Select(seat => new SeatOnMap(seat.Key, seat.Value))], [.. cabins.Select(cabin => new CabinTaken(cabin.Key, cabin.Value))]);
    }
}

/// <summary>What one commit changed, kept for a day for those who ask what they missed.</summary>
public sealed class SeatChange
{
    public const int SeatsLength = 8000;

    /// <summary>Who asks for older changes reads the whole map.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    public required FlightId FlightId { get; init; }
    public required long Version { get; init; }
    public required DateTimeOffset ChangedAt { get; init; }

    /// <summary>As "12A=0 12B=1": seat and number of its <see cref="SeatState"/>.</summary>
    public required string Seats { get; init; }

    public IEnumerable<SeatOnMap> Read() => Seats.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Read);

    internal static string Write(IEnumerable<SeatOnMap> seats) => string.Join(' ', seats.Select(seat => $"{seat.Number}={(int)seat.State}"));

    private static SeatOnMap Read(string text)
    {
        var split = text.IndexOf('=', StringComparison.Ordinal);
        return SeatNumber.TryParse(text[..split], out var number)
            ? new SeatOnMap(number, (SeatState)(text[split + 1] - '0'))
            : throw new FormatException($"'{text}' is no change of a seat.");
    }
}
