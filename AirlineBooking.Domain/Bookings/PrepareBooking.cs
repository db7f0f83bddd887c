using AirlineBooking.Domain.Fares;
using AirlineBooking.Domain.Flights;
using AirlineBooking.Domain.Kernel;
using AirlineBooking.Domain.Platform;
using AirlineBooking.Domain.Seats;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace AirlineBooking.Domain.Bookings;

/// <summary>Reads, prices and checks all that a booking needs, before the unit of work that writes it.</summary>
/// <remarks>Refuses: order invalid with every problem; what offers refuse; price changed; seats lost; seat not suitable.</remarks>
public sealed class PrepareBooking(
    IDbContextFactory<AirlineDb> databases, ReadOffer offers, SeatQuotes quotes, IDocumentCipher cipher, IOptions<AirlineOptions> options, Randomness random, TimeProvider clock)
{
    internal async Task<Outcome<PreparedBooking, BookingRefusal>> RunAsync(BookingOrder order, CancellationToken cancel)
    {
        var now = UtcInstant.Truncate(clock.GetUtcNow());
        await using var db = await databases.CreateDbContextAsync(cancel);
        var holds = new List<(SeatHold Hold, List<SeatClaim> Claims)>(order.Holds.Count);
        foreach (var id in order.Holds.Distinct())
        {
            if (await SeatHolds.FindAsync(db, id, cancel) is not { } hold || hold.ExpiresAt <= now) return BookingRefusal.SeatsLost;
            var claims = await SeatHolds.ClaimsAsync(db, id, cancel);
            // A browser may have taken a seat over into another of its holds: what was shown with this one is not there any more.
            if (claims.Count(claim => claim.FlightId == hold.FlightId) < HeldPrices.Read(hold.Prices, CurrencyCode.Parse(options.Value.Currency)).Count) return BookingRefusal.SeatsLost;
            holds.Add((hold, claims));
        }
        var outcome = await offers.ForSaleAsync(order.OfferId, priceIsKept: holds.Exists(one => one.Hold.OfferId == order.OfferId), cancel);
        if (!outcome.Accepted) return outcome.Refusal.Value.OfBooking();
        var sale = outcome.Value;
        if (sale.Offer.Id != order.OfferId) return Outcome<PreparedBooking, BookingRefusal>.Refused(BookingRefusal.PriceChanged, new BookingDetail { OfferId = sale.Offer.Id });
        if (OrderChecks.Problems(order, sale.Offer) is { Count: > 0 } problems) return Invalid(problems);

        var passengers = PassengersOf(order, sale.Offer, new BookingId(random.NewId(now)), now);
        var segments = sale.Offer.Slices.SelectMany(slice => slice.Segments).ToList();
        // Every leg of a hold: seats that nobody books would be kept with those that are.
        if (holds.Exists(one => one.Claims.Exists(claim => segments.TrueForAll(segment => segment.FlightId != claim.FlightId)))) return Invalid([new("/holdIds", "hold_of_another_flight", "A hold is of a flight that the offer does not have.")]);
        var (seats, wrong) = AssignSeats.To(order, passengers, holds, segments);
        if (wrong is not null) return Invalid([wrong]);
        var places = new List<FlightPlaces>(segments.Count);
        foreach (var flight in segments.Select(segment => segment.FlightId).Distinct().Order())
        {
            var plan = await ReadSeating.PlanAsync(db, flight, cancel);
            var chosen = seats.Where(seat => seat.Flight == flight).Select(seat => seat.Chosen).OrderBy(seat => seat.Seat).ToList();
            places.Add(new FlightPlaces(plan, sale.Offer.Cabin, chosen, passengers.Count(one => one.Passenger.Type is not PassengerType.Infant) - chosen.Count));
            if (SeatsOfBooking.Refuse(plan.Layout, sale.Offer.Cabin, chosen, passengers, bassinetsOpen: holds.Exists(one => one.Hold.OfferId is not null)) is { } unsuitable) return Outcome<PreparedBooking, BookingRefusal>.Refused(BookingRefusal.SeatNotSuitable, unsuitable);
        }
        var booking = BookingOf(order, passengers[0].Passenger.BookingId, sale, SeatSales(passengers, places, holds, sale.Offer), await ScheduleVersions.ReadAsync(db, cancel), now);
        return new PreparedBooking(booking, passengers, ContactOf(order.Contact, booking.Id), places, [.. holds.Select(one => one.Hold.Id)]);
    }

    private static Outcome<PreparedBooking, BookingRefusal> Invalid(IReadOnlyList<OrderProblem> problems) =>
        Outcome<PreparedBooking, BookingRefusal>.Refused(BookingRefusal.OrderInvalid, new BookingDetail { Problems = problems });

    private Booking BookingOf(BookingOrder order, BookingId id, OfferForSale sale, IReadOnlyList<SeatSale> seats, long scheduleVersion, DateTimeOffset now)
    {
        var offer = sale.Offer;
        var sold = new SoldTrip(
            offer.Family, offer.Cabin, offer.Conditions, offer.Baggage, offer.EmissionsKg, offer.EmissionsKgPerPassenger, offer.Slices, sale.Passengers, seats,
            sale.FareVersion, scheduleVersion);
        return new Booking
        {
            Id = id, Locator = RecordLocator.New(random), Status = BookingStatus.PendingPayment, CreatedAt = now, Channel = order.Channel, Owner = order.Owner,
            Currency = offer.Total.Currency, Total = seats.Aggregate(offer.Total, (sum, seat) => sum + seat.Price).MinorUnits, Sold = StoredJson.Write(sold),
        };
    }

    private List<PreparedPassenger> PassengersOf(BookingOrder order, Offer offer, BookingId booking, DateTimeOffset now)
    {
        // The offer's prices come adults first, then children, then infants; so do the passengers.
        var inOrder = order.Passengers.OrderBy(passenger => passenger.Type).ToList();
        var ids = inOrder.ConvertAll(_ => new PassengerId(random.NewId(now)));
        var laps = PassengerChecks.LapsOf(
            inOrder.ConvertAll(one => new PassengerToCheck(one.Type, one.BornOn, one.InfantOf is { } lap ? inOrder.FindIndex(other => other.Reference == lap) : null)),
            DateOnly.FromDateTime(offer.Slices[0].Segments[0].DepartingAt));
        var prepared = new List<PreparedPassenger>(inOrder.Count);
        for (var i = 0; i < inOrder.Count; i++)
        {
            var one = inOrder[i];
            var names = OrderChecks.TicketNamesOf(one);
            prepared.Add(new PreparedPassenger(
                new BookingPassenger { Id = ids[i], BookingId = booking, Position = i, Type = one.Type, Reference = one.Reference, InfantOf = laps[i] is { } lap ? ids[lap] : null },
                new Traveller
                {
                    PassengerId = ids[i], Title = one.Title, GivenName = LatinLetters.Compose(one.GivenName.Trim()), FamilyName = LatinLetters.Compose(one.FamilyName.Trim()), TicketGivenName = names.Given, TicketFamilyName = names.Family,
                    BornOn = one.BornOn, Gender = one.Gender, FrequentFlyer = one.FrequentFlyer, Assistance = one.Assistance.Count == 0 ? null : string.Join(' ', one.Assistance.Select(AssistanceCode.Parse).Distinct()),
                },
                one.Document is not { } document
                    ? null
                    : new TravelDocument
                    {
                        PassengerId = ids[i], Kind = document.Kind, EncryptedNumber = cipher.Encrypt(document.Number), Nationality = document.Nationality,
                        IssuingCountry = document.IssuingCountry, ExpiresOn = document.ExpiresOn,
                    }));
        }
        return prepared;
    }

    private static Contact ContactOf(ContactOrder contact, BookingId booking) => new()
    {
        BookingId = booking, Email = contact.Email.Trim(), Phone = PhoneNumber.TryParse(contact.Phone, out var phone) ? phone.ToString() : null, Language = contact.Language,
        Reminders = string.Join(' ', new[] { contact.RemindByEmail ? "email" : "", contact.RemindBySms ? "sms" : "" }.Where(word => word.Length > 0)),
    };

    private List<SeatSale> SeatSales(List<PreparedPassenger> passengers, List<FlightPlaces> places, List<(SeatHold Hold, List<SeatClaim> Claims)> holds, Offer offer)
    {
        var free = Money.Zero(CurrencyCode.Parse(options.Value.Currency));
        var sales = new List<SeatSale>();
        foreach (var flight in places)
        {
            // A seat that is kept over several legs is paid for once, on the flight it was chosen for.
            var prices = holds.Where(one => one.Hold.FlightId == flight.Plan.FlightId).SelectMany(one => quotes.Of(one.Hold, flight.Plan.Layout, offer)).ToDictionary(one => one.Seat, one => one.Price);
            foreach (var chosen in flight.Seats)
            {
                var position = passengers.Find(one => one.Passenger.Id == chosen.Passenger)?.Passenger.Position ?? 0;
                sales.Add(new SeatSale(position, flight.Plan.FlightId, chosen.Seat, prices.GetValueOrDefault(chosen.Seat, free)));
            }
        }
        return sales;
    }
}
