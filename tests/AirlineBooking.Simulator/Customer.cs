using AirlineBooking.Domain.Bookings;
using AirlineBooking.Domain.Fares;
using AirlineBooking.Domain.Kernel;
using AirlineBooking.Domain.Payments;
using AirlineBooking.Domain.Platform;
using AirlineBooking.Domain.Search;
using AirlineBooking.Domain.Seats;

namespace AirlineBooking.Simulator;

/// <summary>Somebody who searches, holds seats and books; what they do with the trip afterwards is in the other file.</summary>
internal sealed partial class Customer
{
    private const int MostRemembered = 12;

    private static readonly string[] Tokens =
        ["tok_visa", "tok_visa", "tok_visa", "tok_declined", "tok_insufficient_funds", "tok_expired_card", "tok_timeout_paid", "tok_timeout_unpaid", "tok_gateway_error", "tok_challenge", "tok_late_webhook"];

    private static readonly (string From, string To, int Day)[][] Journeys = [[("LHR", "ZRH", 1)], [("LHR", "ZRH", 10)], [("LHR", "ZRH", 10), ("ZRH", "LHR", 12)], [("LHR", "VIE", 10)]];

    private readonly World _world;
    private readonly string _name;

    // Half of them use a browser, which is one holder for all its holds.
    private readonly Holder _holder;
    private readonly List<(HeldSeats Held, Offer Offer)> _holds = [];
    private readonly List<Ask> _asks = [];
    private int _orders;
    private SimulatedProcess? _waitingFor;
    private (SimulatedProcess? In, int Count) _attempts;

    public Customer(World world, int number)
    {
        (_world, _name) = (world, $"c{number}");
        _holder = new Holder(number % 2 == 0 ? $"browser {number}" : null, null);
    }

    public string Name => _name;

    /// <summary>True when something is booked that can be changed, cancelled or flown.</summary>
    public bool HasTrip => _bookings.Exists(_world.Books.IsConfirmed);

    private Random Random => _world.Random;

    /// <summary>Holds seats by name or the best, with or without an offer in mind.</summary>
    public async Task HoldAsync(CancellationToken cancel)
    {
        if (await OfferAsync(cancel) is not { } offer) return;
        var segments = offer.Slices.SelectMany(slice => slice.Segments).ToList();
        var flight = segments[Random.Next(segments.Count)].FlightId;
        var party = offer.Passengers.Count(passenger => passenger.Type is not PassengerType.Infant);
        var instead = _holder.Key is not null && Random.Next(4) == 0 ? _holds.Find(one => one.Held.FlightId == flight).Held?.Id : null;
        var best = Random.Next(4) == 0 ? new BestSeatsWish(party, null, null, null) : null;
        // Few seats, so that people meet.
        IReadOnlyList<SeatNumber> seats = best is not null ? [] : [.. Enumerable.Range(0, Random.Next(1, party + 1)).Select(_ => SomeSeat()).Distinct()];
        var request = new HoldRequest(flight, seats, best, _holder, offer, instead);
        await AskAsync("hold", (key, token) => OneAtATimeAsync(async () =>
        {
            // A browser may take a seat over from another of its own holds.
            foreach (var one in _holds.Where(one => _holder.Key is not null && (one.Held.Id == instead || best is not null || one.Held.Seats.Intersect(seats).Any()))) _world.Promises.LetGo(one.Held.Id);
            // Which seats it has is not known until the answer is there.
            if (instead is not null) _holds.RemoveAll(one => one.Held.Id == instead);
            var answer = await _world.Process.Get<HoldSeats>().RunAsync(key, request, token);
            if (answer.Answer?.Value is { } held && !answer.Replayed)
            {
                _world.Note($"has {held.Id} {held.FlightId} {string.Join(' ', held.Seats)} until {held.ExpiresAt:HH:mm:ss} instead of {instead}");
                // Whoever lets go of it at the same time, or pays with it, was promised nothing.
                if (Idle(held.Id)) _world.Promises.Held(held);
                _holds.RemoveAll(one => one.Held.Id == held.Id);
                Remember(_holds, (held, offer));
            }
            return Answered.Of(answer, refusal => refusal is not (SeatRefusal.FlightUnknown or SeatRefusal.TooManyRequests or SeatRefusal.HoldUnknown));
        }), cancel);
    }

    public async Task ExtendAsync(CancellationToken cancel)
    {
        if (_holds.Count == 0) return;
        var (held, _) = _holds[Random.Next(_holds.Count)];
        await AskAsync("extend", (key, token) => OneAtATimeAsync(async () =>
        {
            var answer = await _world.Process.Get<ExtendHold>().RunAsync(key, held.Id, token);
            if (answer.Answer?.Value is { } longer && !answer.Replayed && _holds.Exists(one => one.Held.Id == held.Id) && Idle(held.Id)) _world.Promises.Held(longer);
            return Answered.Of(answer, refusal => refusal is not SeatRefusal.HoldUnknown);
        }), cancel);
    }

    public async Task ReleaseAsync(CancellationToken cancel)
    {
        if (_holds.Count == 0) return;
        var (held, _) = _holds[Random.Next(_holds.Count)];
        Uses(held.Id);
        var answer = await _world.Process.Get<ReleaseHold>().RunAsync(held.Id, cancel);
        _world.Note($"answers {answer.Refusal}");
        if (answer.Accepted) _holds.RemoveAll(one => one.Held.Id == held.Id);
    }

    /// <summary>Books what was held, or a place without a seat, and pays with a card of any kind.</summary>
    public async Task BookAsync(CancellationToken cancel)
    {
        var (held, offer) = _holds.Count > 0 && Random.Next(5) > 0 ? _holds[Random.Next(2) == 0 ? ^1 : Random.Next(_holds.Count)] : (null, await OfferAsync(cancel));
        if (offer is null) return;
        var email = $"{_name}-{_orders++}@example.com";
        var order = OrderOf(offer, held is null ? [] : [held.Id], email);
        _world.Note($"books {string.Join('+', offer.Slices.Select(slice => string.Join(',', slice.Segments.Select(segment => segment.FlightId))))} for {offer.Total}{(held is null ? "" : $" with {held.Id} {held.FlightId} {string.Join(' ', held.Seats)} for {held.Total}")}");
        _world.Promises.Accepted(email, offer.Total.MinorUnits + (held?.Total.MinorUnits ?? 0));
        if (held is not null) Uses(held.Id);
        if (held is not null && Random.Next(10) == 0) _world.AlsoStart($"{_name} lets go and another holds", token => HandOnAsync(held, offer, token));
        if (held is not null && Random.Next(3) > 0) _holds.RemoveAll(one => one.Held.Id == held.Id);
        var token = Tokens[Random.Next(Tokens.Length)];
        // Two clicks on the same button, at once.
        var ask = NewAsk("book", (key, ct) => TellAsync(() => _world.Process.Get<BookTrip>().RunAsync(key, order, token, ct)));
        if (Random.Next(6) == 0) _world.AlsoStart($"{_name} book twice", ct => ask.SendAsync(_world, ct));
        await ask.SendAsync(_world, cancel);
    }

    // In the middle of a booking its seats are let go, and somebody else has waited for just them.
    private async Task HandOnAsync(HeldSeats held, Offer offer, CancellationToken cancel)
    {
        await _world.Process.Get<ReleaseHold>().RunAsync(held.Id, cancel);
        var other = await _world.Process.Get<HoldSeats>().RunAsync(null, new HoldRequest(held.FlightId, held.Seats, null, new Holder(null, null), offer, null), cancel);
        _world.Note($"another hears {other.Answer?.Refusal}");
        if (other.Answer?.Value is { } theirs) _world.Promises.Held(theirs);
    }

    /// <summary>Sends an earlier request again, with the same key: one that was never answered, if there is any.</summary>
    public async Task AskAgainAsync(CancellationToken cancel)
    {
        var young = _asks.FindAll(ask => _world.Now - ask.At < RunOnceKey.Kept - TimeSpan.FromHours(2));
        var open = young.FindAll(ask => ask.IsOpen);
        var among = open.Count > 0 && Random.Next(3) > 0 ? open : young;
        if (among.Count == 0) return;
        var again = among[Random.Next(among.Count)];
        _world.Note($"{again.Name} again");
        if (Random.Next(8) == 0) await again.MisuseAsync(_world, cancel);
        else await again.SendAsync(_world, cancel);
    }

    // A browser waits for one answer about its seats before it asks the next; what it was told would otherwise be old news.
    private async Task<Answered> OneAtATimeAsync(Func<Task<Answered>> ask)
    {
        if (_holder.Key is not null && _waitingFor == _world.Process) return new(Answered.NotAsked, null);
        var asked = _waitingFor = _world.Process;
        try
        {
            return await ask();
        }
        finally
        {
            if (_waitingFor == asked) _waitingFor = null;
        }
    }

    private async Task<Answered> TellAsync(Func<Task<Once<BookedTrip, BookingRefusal>>> ask)
    {
        // Another attempt with the same seats ends an earlier booking; what was told of it is then old news.
        foreach (var booking in _bookings) Changes(booking);
        var process = _world.Process;
        _attempts = _attempts.In == process ? (process, _attempts.Count + 1) : (process, 1);
        Once<BookedTrip, BookingRefusal> once;
        try
        {
            once = await ask();
        }
        finally
        {
            if (_attempts.In == process) _attempts = (process, _attempts.Count - 1);
        }
        Hear(once);
        return Answered.Of(once, refusal => refusal is not (BookingRefusal.BookingUnknown or BookingRefusal.OfferUnknown or BookingRefusal.PaymentUnavailable or BookingRefusal.PaymentNotConfigured));
    }

    private void Hear(Once<BookedTrip, BookingRefusal> once)
    {
        if (once.Answer?.Value is { } trip)
        {
            _world.Promises.Told(trip);
            if (!_bookings.Contains(trip.BookingId)) Remember(_bookings, trip.BookingId);
            if (trip.ActionUrl is { } url && PaymentId.TryParse(url[SandboxGateway.ActionPath.Length..], out var payment)) Remember(_challenges, payment);
        }
        else if (once.Answer?.Detail is BookingDetail { BookingId: { } kept } detail)
        {
            if (!once.Replayed && _attempts.Count == 0 && Idle(kept)) _world.Promises.Told(detail);
            if (!_bookings.Contains(kept)) Remember(_bookings, kept);
        }
    }

    private async Task AskAsync(string name, Func<RunOnceKey, CancellationToken, Task<Answered>> send, CancellationToken cancel) => await NewAsk(name, send).SendAsync(_world, cancel);

    private Ask NewAsk(string name, Func<RunOnceKey, CancellationToken, Task<Answered>> send)
    {
        var ask = new Ask(new RunOnceKey(_name, $"key{_orders++}", "digest"), name, _world.Now, send);
        Remember(_asks, ask);
        return ask;
    }

    private async Task<Offer?> OfferAsync(CancellationToken cancel)
    {
        var slices = Journeys[Random.Next(Journeys.Length)].Select(way => new SliceRequest(AirportCode.Parse(way.From), AirportCode.Parse(way.To), DateOnly.FromDateTime(Template.Start.UtcDateTime).AddDays(way.Day))).ToList();
        var adults = Random.Next(1, 4);
        var page = await _world.Process.Get<SearchOffers>().RunAsync(new SearchRequest(slices, new Party(adults, Random.Next(4) == 0 ? 1 : 0, Random.Next(4) == 0 ? 1 : 0), Cabin.Economy), null, 1, cancel);
        if (page.Value?.Offers is not [var first, ..]) return null;
        // A dearer family may change seats and gets more back.
        return Random.Next(2) == 0 && first.OtherFamilies is [.., var dearest] && await _world.Process.Get<ReadOffer>().RunAsync(dearest.OfferId, cancel) is { Value: { } better } ? better.Offer : first;
    }

    private static BookingOrder OrderOf(Offer offer, HoldId[] holds, string email) => new(
        offer.Id,
        [
            .. offer.Passengers.Select((passenger, i) => new PassengerOrder
            {
                Type = passenger.Type, GivenName = "Zoë", FamilyName = $"Müller{(char)('a' + i)}",
                BornOn = passenger.Type switch { PassengerType.Adult => new DateOnly(1990, 5, 1 + i), PassengerType.Child => new DateOnly(2019, 5, 1 + i), _ => new DateOnly(2026, 1, 1 + i) },
            }),
        ],
        new ContactOrder(email, null, "en-GB", true, false),
        holds,
        "api",
        Audit.Guest);

    private SeatNumber SomeSeat() => new(Random.Next(1, 9), "AC"[Random.Next(2)]);

    private static void Remember<T>(List<T> known, T one)
    {
        if (known.Count == MostRemembered) known.RemoveAt(0);
        known.Add(one);
    }
}
