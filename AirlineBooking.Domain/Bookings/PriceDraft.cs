using AirlineBooking.Domain.Fares;
using AirlineBooking.Domain.Flights;
using AirlineBooking.Domain.Kernel;
using AirlineBooking.Domain.Seats;
using Microsoft.EntityFrameworkCore;

namespace AirlineBooking.Domain.Bookings;

/// <summary>What a booking in progress costs now.</summary>
/// <param name="Offer">At its price: the one that is kept while seats are held, else today's.</param>
/// <param name="PreviousTotal">What it was when the price has changed; nobody pays the new one without having accepted it.</param>
/// <param name="Seats">The price of each seat that is held, by flight.</param>
/// <param name="HeldUntil">When the first of the holds ends; nothing when no seat is held.</param>
/// <param name="ExtensionsLeft">How often all holds can be made longer.</param>
/// <param name="LostOn">Flights on which seats were chosen that are no longer held.</param>
public sealed record DraftPrice(
    Offer Offer, Money? PreviousTotal, IReadOnlyDictionary<FlightId, IReadOnlyList<HeldSeatPrice>> Seats, DateTimeOffset? HeldUntil, int ExtensionsLeft, IReadOnlyList<FlightId> LostOn)
{
    public Money SeatsTotal => Seats.Values.SelectMany(prices => prices).Aggregate(Money.Zero(Offer.Total.Currency), (sum, one) => sum + one.Price);

    public Money Total => Offer.Total + SeatsTotal;
}

/// <summary>Prices a booking in progress: its offer, and the seats that are held for it.</summary>
/// <remarks>Refuses what offers refuse. An offer that has expired is offered anew, as long as its flights are sold.</remarks>
public sealed class PriceDraft(IDbContextFactory<AirlineDb> databases, ReadOffer offers, SeatQuotes quotes, SaveDraft save, TimeProvider clock)
{
    public async Task<Outcome<DraftPrice, FareRefusal>> RunAsync(OpenDraft draft, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var (lost, live) = (new List<FlightId>(), new List<(SeatHold Hold, SeatingPlan Plan)>());
        await using (var db = await databases.CreateDbContextAsync(cancel))
        {
            foreach (var flight in draft.Seats)
            {
                if (flight.Hold is { } id && await SeatHolds.FindAsync(db, id, cancel) is { } hold && hold.ExpiresAt > now) live.Add((hold, await ReadSeating.PlanAsync(db, hold.FlightId, cancel)));
                else lost.Add(flight.FlightId);
            }
        }
        DraftPrice Priced(Offer offer, Money? previousTotal) => new(
            offer, previousTotal, live.ToDictionary(one => one.Hold.FlightId, one => quotes.Of(one.Hold, one.Plan.Layout, offer)),
            live.Count == 0 ? null : live.Min(one => one.Hold.ExpiresAt), live.Count == 0 ? 0 : SeatHold.MostExtensions - live.Max(one => one.Hold.Extensions), lost);

        if (live.Exists(one => one.Hold.OfferId == draft.OfferId))
        {
            var kept = await offers.ForSaleAsync(draft.OfferId, priceIsKept: true, cancel);
            return kept.Accepted ? Priced(kept.Value.Offer, null) : kept.Refusal.Value;
        }
        var reading = await offers.RenewAsync(draft.OfferId, cancel);
        if (!reading.Accepted) return reading.Refusal.Value;
        // At the same price a new offer takes the place of the old one, and nobody has to be asked.
        if (reading.Value.PreviousTotal is null && reading.Value.Offer.Id != draft.OfferId) await save.OfferAsync(draft.Id, reading.Value.Offer.Id, cancel);
        return Priced(reading.Value.Offer, reading.Value.PreviousTotal);
    }
}
