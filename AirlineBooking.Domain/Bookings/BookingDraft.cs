using AirlineBooking.Domain.Fares;
using AirlineBooking.Domain.Flights;
using AirlineBooking.Domain.Seats;

namespace AirlineBooking.Domain.Bookings;

/// <summary>A booking that somebody is making: the offer, what was typed so far, and the seats. Whoever has its key goes on with it, on any device.</summary>
public sealed class BookingDraft
{
    public const int DigestLength = 64;
    public const int TypedLength = 60_000;
    public const int SeatsLength = 8_000;

    /// <summary>After so long without a change it is forgotten.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    public required DraftId Id { get; init; }

    /// <summary>Of the key that lets a browser see it.</summary>
    public required string KeyDigest { get; init; }
    public required string OfferId { get; init; }

    /// <summary>A <see cref="DraftForm"/> as JSON, encrypted: names stand in no table but the travellers'.</summary>
    public required string Typed { get; init; }

    /// <summary>Seats by flight, as JSON: ids and numbers alone.</summary>
    public required string Seats { get; init; }

    /// <summary>Counts every change: of the offer, of what was typed, and of seats.</summary>
    public long Version { get; init; }

    /// <summary>The last booking that was made of it, and of which version.</summary>
    public BookingId? BookingId { get; init; }
    public long BookedVersion { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset ExpiresAt { get; init; }
}

/// <summary>A draft as its owner sees it.</summary>
public sealed record OpenDraft(DraftId Id, string OfferId, DraftForm Form, IReadOnlyList<DraftSeats> Seats, long Version, BookingId? BookingId, long BookedVersion, DateTimeOffset ExpiresAt)
{
    /// <summary>True when the booking that was made of it says what the draft says.</summary>
    public bool IsBooked => BookingId is not null && BookedVersion == Version;

    /// <summary>All holds of its seats.</summary>
    public IReadOnlyList<HoldId> Holds => [.. Seats.Select(seats => seats.Hold).OfType<HoldId>()];

    /// <summary>What was chosen on a flight.</summary>
    public DraftSeats? On(FlightId flight) => Seats.FirstOrDefault(seats => seats.FlightId == flight);
}

/// <summary>The seats of a flight by the passengers' places, under one hold.</summary>
public sealed record DraftSeats(FlightId FlightId, HoldId? Hold, IReadOnlyDictionary<int, SeatNumber> Seats);

/// <summary>Everything that was typed, as it was typed.</summary>
public sealed record DraftForm(IReadOnlyList<DraftPassenger> Passengers, DraftContact Contact)
{
    /// <summary>Nothing typed yet, for the party of an offer.</summary>
    public static DraftForm For(Offer offer) => new([.. offer.Passengers.Select(passenger => new DraftPassenger { Type = passenger.Type })], new DraftContact());
}

/// <summary>One passenger as typed.</summary>
public sealed record DraftPassenger
{
    public required PassengerType Type { get; init; }
    public string GivenName { get; init; } = "";
    public string FamilyName { get; init; } = "";
    public string TicketGivenName { get; init; } = "";
    public string TicketFamilyName { get; init; } = "";
    public string Day { get; init; } = "";
    public string Month { get; init; } = "";
    public string Year { get; init; } = "";
    public string Gender { get; init; } = "";
    public string FrequentFlyer { get; init; } = "";
    public IReadOnlyList<string> Assistance { get; init; } = [];

    /// <summary>The place of whoever an infant sits on the lap of; empty when any will do.</summary>
    public string InfantOf { get; init; } = "";
    public TypedDocument Document { get; init; } = TypedDocument.Empty;

    /// <summary>As they are called on a page.</summary>
    public string Name => $"{GivenName} {FamilyName}".Trim();
}

/// <summary>The contact as typed.</summary>
public sealed record DraftContact
{
    public string Email { get; init; } = "";
    public string Phone { get; init; } = "";
    public bool RemindByEmail { get; init; } = true;
    public bool RemindBySms { get; init; }
}
