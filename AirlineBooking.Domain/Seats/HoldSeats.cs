using AirlineBooking.Domain.Fares;
using AirlineBooking.Domain.Flights;
using AirlineBooking.Domain.Kernel;
using AirlineBooking.Domain.Platform;

namespace AirlineBooking.Domain.Seats;

/// <summary>Holds seats of a flight for fifteen minutes, all or none of them.</summary>
/// <remarks>Refuses: <see cref="SeatRefusal"/>; those of a hold that exists when its seats are to be exchanged.</remarks>
public sealed class HoldSeats(
    RunOnce once, ReadSeating seating, ReadSeatMap maps, SeatQuotes quotes, HoldRequests requests, SeatMapFeed feed, Randomness random, TimeProvider clock)
{
    // Who asks for the best and is beaten to them tries again with what is left then.
    private const int MostTriesForTheBest = 5;

    public Task<Once<HeldSeats, SeatRefusal>> RunAsync(RunOnceKey? key, HoldRequest request, CancellationToken cancel) =>
        once.RunAsync<HeldSeats, SeatRefusal, HoldDetail>(key, write => HoldAsync(request, write, cancel), IsKept, cancel);

    private async Task<Outcome<HeldSeats, SeatRefusal>> HoldAsync(HoldRequest request, OneUnit<HeldSeats, SeatRefusal> write, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        if (request.Holder.Address is { } address && !requests.TryCount(address, now)) return SeatRefusal.TooManyRequests;
        if (LegsOf(request) is not { } legs) return SeatRefusal.OfferDoesNotFit;
        var flights = new List<FlightToSeat>(legs.Count);
        foreach (var leg in legs)
        {
            if (await seating.RunAsync(leg, now, cancel) is not { } flight) return SeatRefusal.FlightUnknown;
            if (!flight.OnSale) return SeatRefusal.SaleClosed;
            flights.Add(flight);
        }
        var asked = flights.Find(flight => flight.Plan.FlightId == request.FlightId) ?? flights[0];
        for (var tries = 1; ; tries++)
        {
            var seats = request.Best is { } wish ? await ChooseAsync(asked, request, wish, cancel) : request.Seats;
            if (seats.Count == 0) return SeatRefusal.CabinFull;
            if (await RefuseAsync(asked, request, seats, cancel) is { } refused) return refused;
            var claim = new ClaimOfSeats(request, flights, [.. seats.Order()], [.. seats.Select(seat => quotes.Of(asked, seat, request.Offer))], new HoldId(random.NewSecret()), now);
            var outcome = await write((db, token) => claim.RunAsync(db, feed, token));
            if (outcome.Refusal is not SeatRefusal.SeatsTaken) return outcome;
            if (request.Best is null || tries == MostTriesForTheBest) return await TakenAsync(asked, request, seats, cancel);
        }
    }

    // Aircraft that fly on as the same flight keep their passengers in their seats: one choice, claimed on each leg.
    private static List<FlightId>? LegsOf(HoldRequest request)
    {
        if (request.Offer is not { } offer) return [request.FlightId];
        foreach (var slice in offer.Slices)
        {
            var at = slice.Segments.ToList().FindIndex(segment => segment.FlightId == request.FlightId);
            if (at < 0) continue;
            var (first, last) = (at, at);
            while (slice.Segments[first].SameAircraft) first--;
            while (last + 1 < slice.Segments.Count && slice.Segments[last + 1].SameAircraft) last++;
            return [.. slice.Segments.Skip(first).Take(last - first + 1).Select(segment => segment.FlightId).Order()];
        }
        return null;
    }

    private async Task<Outcome<HeldSeats, SeatRefusal>?> RefuseAsync(FlightToSeat flight, HoldRequest request, IReadOnlyList<SeatNumber> seats, CancellationToken cancel)
    {
        if (seats.Count > Holder.MostSeatsAHold) return SeatRefusal.HoldLimitReached;
        if (seats.Distinct().Count() != seats.Count) return SeatRefusal.SeatUnknown;
        foreach (var seat in seats)
        {
            if (flight.Plan.CabinOf(seat) is null) return Outcome<HeldSeats, SeatRefusal>.Refused(SeatRefusal.SeatUnknown, HoldDetail.Of(seat, "The aircraft has no such seat."));
        }
        if (request.Offer is not { } offer) return null;
        if (seats.Count > PartyOf(offer).Seats) return SeatRefusal.OfferDoesNotFit;
        if (SeatsForParty.Refuse(flight.Plan.Layout, seats, offer.Cabin, PartyOf(offer)) is null) return null;

        // What is kept for others is theirs only while something else is left, which the map says.
        var map = await maps.RunAsync(flight.Plan.FlightId, request.Instead is { } own ? [own] : [], cancel);
        return SeatsForParty.Refuse(flight.Plan.Layout, seats, offer.Cabin, PartyOf(offer), map) is { } unsuitable
            ? Outcome<HeldSeats, SeatRefusal>.Refused(SeatRefusal.SeatNotSuitable, HoldDetail.Of(unsuitable.Seat, unsuitable.Why))
            : null;
    }

    private async Task<IReadOnlyList<SeatNumber>> ChooseAsync(FlightToSeat flight, HoldRequest request, BestSeatsWish wish, CancellationToken cancel)
    {
        if (await maps.RunAsync(flight.Plan.FlightId, request.Instead is { } own ? [own] : [], cancel) is not { } map) return [];
        return SeatsForParty.Best(map, wish, request.Offer is { } offer ? offer.Cabin : wish.Cabin ?? Cabin.Economy, request.Offer is { } of ? PartyOf(of) : null,
            quotes.For(map.Layout, flight.Origin, flight.Destination, request.Offer?.Family));
    }

    private async Task<Outcome<HeldSeats, SeatRefusal>> TakenAsync(FlightToSeat flight, HoldRequest request, IReadOnlyList<SeatNumber> seats, CancellationToken cancel)
    {
        if (request.Best is not null || await maps.RunAsync(flight.Plan.FlightId, request.Instead is { } own ? [own] : [], cancel) is not { } map) return SeatRefusal.SeatsTaken;
        var taken = seats.Where(seat => map.StateOf(seat) is not SeatState.Available && !map.Mine.ContainsKey(seat)).ToList();
        // Who holds seats already keeps them: only the lost ones are replaced, and not by their own.
        var alternatives = request.Instead is null ? SeatsForParty.Instead(map, seats) : SeatsForParty.Instead(map, taken, seats);
        return Outcome<HeldSeats, SeatRefusal>.Refused(SeatRefusal.SeatsTaken, new HoldDetail([.. taken.Select(seat => new SeatOnMap(seat, map.StateOf(seat)))], alternatives, null));
    }

    private static Party PartyOf(Offer offer) => new(
        offer.Passengers.Count(passenger => passenger.Type is PassengerType.Adult),
        offer.Passengers.Count(passenger => passenger.Type is PassengerType.Child),
        offer.Passengers.Count(passenger => passenger.Type is PassengerType.Infant));

    // A refusal that says "there is no such thing" or "not so fast" says nothing about the request itself.
    private static bool IsKept(SeatRefusal refusal) => refusal is not (SeatRefusal.FlightUnknown or SeatRefusal.TooManyRequests or SeatRefusal.HoldUnknown);
}
