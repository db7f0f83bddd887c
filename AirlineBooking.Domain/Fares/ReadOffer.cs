using System.Data.Common;
using AirlineBooking.Domain.Flights;
using AirlineBooking.Domain.Kernel;
using AirlineBooking.Domain.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace AirlineBooking.Domain.Fares;

/// <summary>An offer read again and priced anew.</summary>
/// <param name="Offer">What it is now: the same id while its total stands, a new one when it changed.</param>
/// <param name="PreviousTotal">What it was when the price has changed, else nothing.</param>
public sealed record OfferReading(Offer Offer, Money? PreviousTotal)
{
    public bool PriceChanged => PreviousTotal is not null;
}

/// <summary>Reads an offer's id: checks that we made it and that it lives, then prices its flights as they are now.</summary>
public sealed class ReadOffer(
    IDbContextFactory<AirlineDb> databases, FareBooks books, OfferKeys keys, IOptions<AirlineOptions> options, TimeProvider clock)
{
    public Task<Outcome<OfferReading, FareRefusal>> RunAsync(string id, CancellationToken cancel) => ReadAsync(id, renews: false, cancel);

    /// <summary>The same flights, party and fare family as they are sold now, also when the offer has expired: then it is a new offer, perhaps at the same price.</summary>
    public Task<Outcome<OfferReading, FareRefusal>> RenewAsync(string id, CancellationToken cancel) => ReadAsync(id, renews: true, cancel);

    private async Task<Outcome<OfferReading, FareRefusal>> ReadAsync(string id, bool renews, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var signer = await keys.GetForAsync(id, cancel);
        if (!signer.TryRead(id, out var terms)) return FareRefusal.OfferUnknown;
        var hasExpired = now >= terms.ExpiresAt;
        if (hasExpired && !renews) return FareRefusal.OfferExpired;

        var book = await books.GetAsync(cancel);
        if (await SlicesAsync(terms, book, cancel) is not { } slices) return FareRefusal.FlightGone;
        var closes = TimeSpan.FromMinutes(options.Value.SaleClosesMinutes);
        if (slices.Any(slice => slice.Flights.Any(flight => flight.DepartsAt - closes <= now))) return FareRefusal.SaleClosed;

        var minute = hasExpired ? OfferTerms.MinuteOf(now) : terms.IssueMinute;
        if (PriceOffer.From(book, signer, slices, terms.Party, terms.Cabin, terms.Family, minute) is not { } offer) return FareRefusal.SoldOut;
        if (offer.Total == terms.Total) return new OfferReading(hasExpired ? offer : offer with { Id = id }, null);
        // A changed price is a new offer with a life of its own.
        var changed = PriceOffer.From(book, signer, slices, terms.Party, terms.Cabin, terms.Family, OfferTerms.MinuteOf(now));
        return changed is null ? FareRefusal.SoldOut : new OfferReading(changed, terms.Total);
    }

    /// <summary>The offer with all that a sale remembers of its price.</summary>
    /// <param name="id">The offer's id.</param>
    /// <param name="priceIsKept">True while seats are held for it: its price and classes stand then, also when they are no longer offered or the offer has expired.</param>
    /// <param name="cancel">Ends the waiting.</param>
    /// <remarks>Refuses as <see cref="RunAsync"/> does. A price that changed is answered with the new offer, so compare its id.</remarks>
    public async Task<Outcome<OfferForSale, FareRefusal>> ForSaleAsync(string id, bool priceIsKept, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var signer = await keys.GetForAsync(id, cancel);
        if (!signer.TryRead(id, out var terms)) return FareRefusal.OfferUnknown;
        if (!priceIsKept && now >= terms.ExpiresAt) return FareRefusal.OfferExpired;
        var book = await books.GetAsync(cancel);
        if (await SlicesAsync(terms, book, cancel) is not { } slices) return FareRefusal.FlightGone;
        var closes = TimeSpan.FromMinutes(options.Value.SaleClosesMinutes);
        if (slices.Any(slice => slice.Flights.Any(flight => flight.DepartsAt - closes <= now))) return FareRefusal.SaleClosed;

        var ranks = Array.ConvertAll(terms.Paths, path => path.Rank);
        var minute = terms.IssueMinute;
        if (!priceIsKept)
        {
            ranks = Array.ConvertAll(slices, slice => PriceOffer.RankOf(slice.Flights, terms.Party.Seats));
            if (ranks.Contains(-1)) return FareRefusal.SoldOut;
            if (PriceOffer.At(ranks, book, signer, slices, terms.Party, terms.Cabin, terms.Family, minute).Total != terms.Total) minute = OfferTerms.MinuteOf(now);
        }
        var offer = PriceOffer.At(ranks, book, signer, slices, terms.Party, terms.Cabin, terms.Family, minute);
        var sales = PriceOffer.Itemise(ranks, book, slices, terms.Party, terms.Cabin, terms.Family);
        if (!priceIsKept) return new OfferForSale(offer.Total == terms.Total ? offer with { Id = id } : offer, sales, book.Version);
        return new OfferForSale(Kept(offer, terms.Total) with { Id = id }, Kept(sales, terms.Total - offer.Total), book.Version);
    }

    // A fare that was changed while seats were held is the airline's loss or gain: what it keeps makes up for it, the taxes stay.
    private static Offer Kept(Offer offer, Money total)
    {
        var difference = total - offer.Total;
        if (difference.MinorUnits == 0) return offer;
        var first = offer.Passengers[0];
        var passengers = offer.Passengers.ToArray();
        passengers[0] = first with { Base = first.Base + difference, Total = first.Total + difference };
        return offer with { Total = total, Base = offer.Base + difference, Passengers = passengers };
    }

    private static PassengerSale[] Kept(PassengerSale[] sales, Money difference)
    {
        if (difference.MinorUnits == 0) return sales;
        var slices = sales[0].Slices.ToArray();
        slices[0] = slices[0] with { Fare = slices[0].Fare + difference };
        return [sales[0] with { Slices = slices }, .. sales.Skip(1)];
    }

    private async Task<SliceFacts[]?> SlicesAsync(OfferTerms terms, FareBook book, CancellationToken cancel)
    {
        var ids = terms.Paths.SelectMany(path => path.Flights).ToArray();
        await using var db = await databases.CreateDbContextAsync(cancel);
        var flights = (await db.ReadAsync(
            $"""
            SELECT f.id, f.carrier, f.number, f.suffix, f.operating_carrier, f.origin, f.destination, f.date, f.departs_local, f.arrives_local, f.arrival_day_offset,
                   f.departs_at, f.arrives_at, f.aircraft, f.seats, COALESCE(c.taken, 0)
            FROM flights f LEFT JOIN flight_cabins c ON c.flight_id = f.id AND c.cabin = {terms.Cabin}
            WHERE f.status <> {nameof(FlightStatus.Cancelled)} AND f.id IN ({ids})
            """,
            row => Facts(row, terms.Cabin),
            cancel)).ToDictionary(flight => flight.Id);
        if (ids.Any(id => !flights.TryGetValue(id, out var flight) || !book.Knows(flight.Origin) || !book.Knows(flight.Destination))) return null;
        var slices = Array.ConvertAll(terms.Paths, path => new SliceFacts([.. path.Flights.Select((id, i) => flights[id] with { SameAircraft = path.StaysOnBoardAt(i) })]));
        return Array.TrueForAll(slices, HoldsTogether) ? slices : null;
    }

    // Each flight begins where and after the one before it ended.
    private static bool HoldsTogether(SliceFacts slice)
    {
        for (var i = 1; i < slice.Flights.Count; i++)
        {
            var (before, after) = (slice.Flights[i - 1], slice.Flights[i]);
            if (before.Destination != after.Origin || before.ArrivesAt > after.DepartsAt) return false;
        }
        return true;
    }

    private static SegmentFacts Facts(DbDataReader row, Cabin cabin)
    {
        var (origin, destination, date) = (AirportCode.Parse(row.GetString(5)), AirportCode.Parse(row.GetString(6)), row.GetFieldValue<DateOnly>(7));
        var departs = date.ToDateTime(row.GetFieldValue<TimeOnly>(8));
        var aircraft = row.GetString(13);
        return new SegmentFacts(
            new FlightId(row.GetInt64(0)), new FlightNumber(row.GetString(1), row.GetInt32(2), row.GetString(3)), row.GetString(4), origin, destination,
            departs, date.AddDays(row.GetInt32(10)).ToDateTime(row.GetFieldValue<TimeOnly>(9)), row.GetInstant(11), row.GetInstant(12), aircraft, SameAircraft: false,
            CabinCapacity.LimitsIndex(origin, destination, departs, aircraft, row.GetInt32(14), cabin), row.GetInt32(15));
    }
}
