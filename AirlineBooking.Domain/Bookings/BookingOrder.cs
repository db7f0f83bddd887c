using AirlineBooking.Domain.Fares;
using AirlineBooking.Domain.Flights;
using AirlineBooking.Domain.Seats;

namespace AirlineBooking.Domain.Bookings;

/// <summary>What somebody asks to book.</summary>
/// <param name="OfferId">The offer they chose.</param>
/// <param name="Passengers">Who flies.</param>
/// <param name="Contact">Where messages go.</param>
/// <param name="Holds">The seats that were held for it.</param>
/// <param name="Channel">web or api.</param>
/// <param name="Owner">guest, or an account's or partner's id.</param>
/// <param name="Instead">An attempt of the same person that was not paid: its places are given back for this one.</param>
public sealed record BookingOrder(
    string OfferId, IReadOnlyList<PassengerOrder> Passengers, ContactOrder Contact, IReadOnlyList<HoldId> Holds, string Channel, string Owner, BookingId? Instead = null);

/// <summary>One passenger of an order, as typed.</summary>
public sealed record PassengerOrder
{
    /// <summary>The client's own reference, unique in the order.</summary>
    public string? Reference { get; init; }
    public required PassengerType Type { get; init; }
    public string? Title { get; init; }
    public required string GivenName { get; init; }
    public required string FamilyName { get; init; }

    /// <summary>The spelling of the passport's machine-readable lines, for scripts that we do not spell ourselves.</summary>
    public string? TicketGivenName { get; init; }
    public string? TicketFamilyName { get; init; }
    public required DateOnly BornOn { get; init; }
    public string? Gender { get; init; }
    public DocumentOrder? Document { get; init; }
    public string? FrequentFlyer { get; init; }

    /// <summary>The reference of the passenger whose lap an infant sits on.</summary>
    public string? InfantOf { get; init; }

    /// <summary>Which of the held seats, by flight.</summary>
    public IReadOnlyDictionary<FlightId, SeatNumber> Seats { get; init; } = new Dictionary<FlightId, SeatNumber>();

    /// <summary>SSR codes.</summary>
    public IReadOnlyList<string> Assistance { get; init; } = [];
}

/// <summary>A passport or identity card, as typed.</summary>
public sealed record DocumentOrder(string Kind, string Number, string Nationality, string IssuingCountry, DateOnly? ExpiresOn);

/// <summary>Where messages go, as typed.</summary>
public sealed record ContactOrder(string Email, string? Phone, string Language, bool RemindByEmail, bool RemindBySms);
