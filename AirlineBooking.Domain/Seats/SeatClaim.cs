using AirlineBooking.Domain.Flights;
using AirlineBooking.Domain.Kernel;

namespace AirlineBooking.Domain.Seats;

/// <summary>Held until a time, being paid for, sold to a passenger, or blocked by the airline.</summary>
public enum ClaimState { Held, Paying, Sold, Blocked }

/// <summary>One seat of one flight that is not free. There is one row a seat at most: its key is what keeps a seat from being sold twice.</summary>
public sealed class SeatClaim
{
    public const int SeatLength = 4;
    public const int HolderLength = 64;
    public const int ReasonLength = 80;

    public required FlightId FlightId { get; init; }
    public required SeatNumber Seat { get; init; }
    public required Cabin Cabin { get; init; }
    public required ClaimState State { get; init; }

    /// <summary>Whose hold it is: a hold's own id for a guest of the API, a browser's or an account's key else.</summary>
    public string? Holder { get; init; }
    public HoldId? HoldId { get; init; }

    /// <summary>From this instant on a held seat is free for everybody.</summary>
    public DateTimeOffset? HeldUntil { get; init; }

    /// <summary>The booking that pays or has paid for it.</summary>
    public Guid? BookingId { get; init; }

    /// <summary>Who sits there.</summary>
    public Guid? PassengerId { get; init; }

    /// <summary>Why it is blocked.</summary>
    public string? Reason { get; init; }
}
