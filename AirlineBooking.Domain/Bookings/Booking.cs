using AirlineBooking.Domain.Fares;
using AirlineBooking.Domain.Flights;
using AirlineBooking.Domain.Kernel;
using AirlineBooking.Domain.Platform;
using AirlineBooking.Domain.Seats;

namespace AirlineBooking.Domain.Bookings;

/// <summary>Waiting for a payment, confirmed, failed with its seats given back, cancelled with a refund due, or cancelled with nothing due any more.</summary>
public enum BookingStatus { PendingPayment, Confirmed, Failed, Cancelled, Refunded }

/// <summary>Who flies where and for how much. What was sold is copied here and never computed again from today's tables.</summary>
public sealed class Booking
{
    public const int LocatorLength = 6;
    public const int ChannelLength = 16;
    public const int OwnerLength = 80;

    public required BookingId Id { get; init; }
    public required RecordLocator Locator { get; init; }
    public BookingStatus Status { get; set; }

    /// <summary>Counts every change.</summary>
    public long Version { get; set; } = 1;
    public required DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? ConfirmedAt { get; set; }

    /// <summary>Seats and places of an unpaid booking are kept until then; paid ones have no end.</summary>
    public DateTimeOffset? KeptUntil { get; set; }

    /// <summary>False once its places were given back.</summary>
    public bool HoldsPlaces { get; set; } = true;

    /// <summary>web or api.</summary>
    public required string Channel { get; init; }

    /// <summary>guest, or the id of an account or a partner.</summary>
    public required string Owner { get; init; }
    public required CurrencyCode Currency { get; init; }

    /// <summary>In minor units, like paid and refunded.</summary>
    public required long Total { get; init; }
    public long Paid { get; set; }
    public long Refunded { get; set; }

    /// <summary>What is still to go back, by when at the latest, and when the last of it went.</summary>
    public long RefundDue { get; set; }
    public DateTimeOffset? RefundPromisedBy { get; set; }
    public DateTimeOffset? RefundedAt { get; set; }

    /// <summary>What was sold, as JSON of a <see cref="SoldTrip"/>.</summary>
    public required string Sold { get; init; }

    public SoldTrip ReadSold() => StoredJson.Read<SoldTrip>(Sold);
}

/// <summary>What was sold: flights and times, classes, conditions and penalties as amounts, who pays what, emissions, and which fares and schedule it came from.</summary>
public sealed record SoldTrip(
    FareFamily Family,
    Cabin Cabin,
    FareConditions Conditions,
    IReadOnlyList<BaggageAllowance> Baggage,
    int EmissionsKg,
    int EmissionsKgPerPassenger,
    IReadOnlyList<OfferSlice> Slices,
    IReadOnlyList<PassengerSale> Passengers,
    IReadOnlyList<SeatSale> Seats,
    long FareVersion,
    long ScheduleVersion)
{
    public IEnumerable<OfferSegment> Segments => Slices.SelectMany(slice => slice.Segments);

    /// <summary>A flight and those that its aircraft flies on as, in ascending order: whoever is on board keeps one seat for all of them.</summary>
    public IReadOnlyList<FlightId> LegsWith(FlightId flight)
    {
        foreach (var slice in Slices)
        {
            var at = slice.Segments.ToList().FindIndex(segment => segment.FlightId == flight);
            if (at < 0) continue;
            var (first, last) = (at, at);
            while (slice.Segments[first].SameAircraft) first--;
            while (last + 1 < slice.Segments.Count && slice.Segments[last + 1].SameAircraft) last++;
            return [.. slice.Segments.Skip(first).Take(last - first + 1).Select(segment => segment.FlightId).Order()];
        }
        return [flight];
    }

    /// <summary>What one passenger pays for the seats they chose.</summary>
    public Money SeatsOf(int passenger, CurrencyCode currency) =>
        Seats.Where(seat => seat.Passenger == passenger).Aggregate(Money.Zero(currency), (sum, seat) => sum + seat.Price);
}

/// <summary>A seat that was chosen and paid for, by the passenger's place in the booking.</summary>
public sealed record SeatSale(int Passenger, FlightId FlightId, SeatNumber Seat, Money Price);

/// <summary>One who flies, without a name: that stands in <see cref="Traveller"/>.</summary>
public sealed class BookingPassenger
{
    public const int ReferenceLength = 32;

    public required PassengerId Id { get; init; }
    public required BookingId BookingId { get; init; }

    /// <summary>Counted from 0, in the order in which they were given.</summary>
    public required int Position { get; init; }
    public required PassengerType Type { get; init; }

    /// <summary>The client's own name for the passenger.</summary>
    public string? Reference { get; init; }

    /// <summary>On whose lap an infant sits.</summary>
    public PassengerId? InfantOf { get; init; }
}

/// <summary>Who a passenger is. Names, birth dates and needs stand here and nowhere else.</summary>
public sealed class Traveller
{
    public const int NameLength = 60;
    public const int TitleLength = 8;
    public const int GenderLength = 1;
    public const int FrequentFlyerLength = 24;
    public const int AssistanceLength = 120;

    public required PassengerId PassengerId { get; init; }
    public string? Title { get; init; }

    /// <summary>As it was typed, in any script.</summary>
    public required string GivenName { get; init; }
    public required string FamilyName { get; init; }

    /// <summary>As the ticket spells it: A to Z and space.</summary>
    public required string TicketGivenName { get; init; }
    public required string TicketFamilyName { get; init; }
    public required DateOnly BornOn { get; init; }
    public string? Gender { get; init; }
    public string? FrequentFlyer { get; init; }

    /// <summary>SSR codes, separated by spaces.</summary>
    public string? Assistance { get; init; }
}

/// <summary>Where a booking's messages go.</summary>
public sealed class Contact
{
    public const int EmailLength = 254;
    public const int PhoneLength = 16;
    public const int LanguageLength = 12;
    public const int RemindersLength = 16;

    public required BookingId BookingId { get; init; }
    public required string Email { get; init; }

    /// <summary>E.164, or nothing.</summary>
    public string? Phone { get; init; }
    public required string Language { get; init; }

    /// <summary>email, sms, both or neither, separated by spaces.</summary>
    public required string Reminders { get; init; }
}

/// <summary>A passport or an identity card. The number is encrypted.</summary>
public sealed class TravelDocument
{
    public const int KindLength = 16;
    public const int NumberLength = 400;

    public required PassengerId PassengerId { get; init; }
    public required string Kind { get; init; }
    public required string EncryptedNumber { get; init; }
    public required string Nationality { get; init; }
    public required string IssuingCountry { get; init; }
    public DateOnly? ExpiresOn { get; init; }
}

/// <summary>Open for use, checked in, boarded, flown, given back, or void.</summary>
public enum CouponStatus { Open, CheckedIn, Boarded, Flown, Refunded, Void }

/// <summary>A ticket of up to four flights; more flights make further tickets with the next numbers.</summary>
public sealed class Ticket
{
    public const int MostCoupons = 4;

    public required TicketNumber Number { get; init; }
    public required BookingId BookingId { get; init; }
    public required PassengerId PassengerId { get; init; }
    public required DateTimeOffset IssuedAt { get; init; }

    /// <summary>0 for the first, then 1, 2 … for its conjunction tickets.</summary>
    public required int Conjunction { get; init; }
}

/// <summary>One flight of a ticket.</summary>
public sealed class Coupon
{
    public const int FareBasisLength = 12;

    public required TicketNumber TicketNumber { get; init; }

    /// <summary>1 to 4.</summary>
    public required int Sequence { get; init; }
    public required BookingId BookingId { get; init; }
    public required PassengerId PassengerId { get; init; }
    public required FlightId FlightId { get; init; }
    public required int Slice { get; init; }
    public required string BookingClass { get; init; }
    public required string FareBasis { get; init; }

    /// <summary>Its share of what the passenger paid for the slice, in minor units.</summary>
    public required long Value { get; init; }
    public CouponStatus Status { get; init; }
    public required DateTimeOffset StatusAt { get; init; }
}

/// <summary>The next ticket number's serial, of ten digits.</summary>
public sealed class TicketSerial
{
    public const int OnlyRow = 1;

    public int Id { get; init; } = OnlyRow;
    public long Next { get; init; }
}

/// <summary>Lets a guest read and change one booking for half an hour. Only its digest is stored.</summary>
public sealed class BookingToken
{
    public const int DigestLength = 64;

    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(30);

    public required string Digest { get; init; }
    public required BookingId BookingId { get; init; }
    public required DateTimeOffset ExpiresAt { get; init; }
}
