using AirlineBooking.Domain.Bookings;
using AirlineBooking.Domain.CheckIn;
using AirlineBooking.Domain.Payments;
using AirlineBooking.Domain.Platform;
using AirlineBooking.Domain.Seats;

namespace AirlineBooking.Simulator;

/// <summary>What somebody does with a trip once it is booked, or nearly.</summary>
internal sealed partial class Customer
{
    private static readonly DocumentOrder Passport = new("passport", "X1234567", "GB", "GB", null);

    private readonly List<BookingId> _bookings = [];
    private readonly List<PaymentId> _challenges = [];
    private readonly List<(BookingId Booking, QuotedCancellation Quote)> _quotes = [];

    // Holds and bookings that are asked to change just now: what was told of them may end.
    private readonly HashSet<HoldId> _used = [];
    private readonly HashSet<BookingId> _changing = [];

    /// <summary>Pays again with another card.</summary>
    public async Task PayAsync(CancellationToken cancel)
    {
        if (SomeBooking() is not { } booking) return;
        _world.Promises.Pays(booking);
        var token = Tokens[Random.Next(Tokens.Length)];
        await AskAsync("pay", (key, ct) => TellAsync(() => _world.Process.Get<PayBooking>().RunAsync(key, booking, token, ct)), cancel);
    }

    /// <summary>Says yes or no to the bank, and comes back to the site or not.</summary>
    public async Task AnswerBankAsync(CancellationToken cancel)
    {
        if (_challenges.Count == 0) return;
        var payment = _challenges[Random.Next(_challenges.Count)];
        await _world.Process.Sandbox.DecideAsync(payment, pays: Random.Next(3) > 0, cancel);
        if (Random.Next(2) == 0) await _world.Process.Get<SettlePayments>().HearAsync(payment, cancel);
    }

    public async Task LookUpAsync(CancellationToken cancel)
    {
        if (SomeBooking() is not { } booking || await _world.Process.Get<ReadBooking>().RunAsync(booking, null, cancel) is not { } details) return;
        var right = Random.Next(3) > 0;
        var found = await _world.Process.Get<LookUpBooking>().RunAsync(details.Booking.Locator.ToString(), right ? "mueller a".Replace(" ", "", StringComparison.Ordinal) : "Nobody", _name, true, cancel);
        if (right && found.Accepted != (found.Value?.Id == booking)) _world.Break("A locator and a name find their booking", $"{booking}: {found.Value} {found.Refusal}");
        if (!right && found.Accepted) _world.Break("A wrong name finds nothing", $"{booking}");
    }

    public async Task ChangeSeatAsync(CancellationToken cancel)
    {
        if (SomeConfirmed() is not { } booking || await _world.Process.Get<ReadBooking>().RunAsync(booking, null, cancel) is not { } details) return;
        var segments = details.Sold.Segments.ToList();
        var passenger = details.Passengers[Random.Next(details.Passengers.Count)];
        var answer = await _world.Process.Get<ChangeSeat>().RunAsync(booking, segments[Random.Next(segments.Count)].FlightId, passenger.Id, SomeSeat(), Audit.Guest, cancel);
        _world.Note($"answers {(answer.Accepted ? "yes" : answer.Refusal)}");
    }

    /// <summary>Asks what cancelling all or a part gives back.</summary>
    public async Task QuoteAsync(CancellationToken cancel)
    {
        if (SomeConfirmed() is not { } booking || await _world.Process.Get<ReadBooking>().RunAsync(booking, null, cancel) is not { } details) return;
        PassengerId[] passengers = Random.Next(2) == 0 ? [details.Passengers[Random.Next(details.Passengers.Count)].Id] : [];
        int[] slices = Random.Next(3) == 0 ? [Random.Next(details.Sold.Slices.Count)] : [];
        await AskAsync("quote", async (key, token) =>
        {
            var answer = await _world.Process.Get<QuoteCancellation>().RunAsync(key, booking, passengers, slices, token);
            if (answer.Answer?.Value is { } quote && !answer.Replayed)
            {
                Remember(_quotes, (booking, quote));
                if (Random.Next(2) == 0) _world.AlsoStart($"{_name} cancel", CancelAsync);
            }
            return Answered.Of(answer, refusal => refusal is not BookingRefusal.BookingUnknown);
        }, cancel);
    }

    public Task CancelAsync(CancellationToken cancel) => CancelAsync(Audit.Guest, cancel);

    /// <summary>Cancels what was quoted; an agent may do it for them.</summary>
    public async Task CancelAsync(string who, CancellationToken cancel)
    {
        if (_quotes.Count == 0) return;
        var (booking, quote) = _quotes[Random.Next(3) > 0 ? ^1 : Random.Next(_quotes.Count)];
        _world.Promises.Cancels(booking);
        await AskAsync("cancel", async (key, token) =>
        {
            var answer = await _world.Process.Get<ConfirmCancellation>().RunAsync(key, booking, quote.Id, who, token);
            if (answer is { Replayed: false, Answer.Value: not null })
            {
                _world.Promises.Refunds(booking, quote.Refund.MinorUnits);
                if (Random.Next(2) == 0) _world.AlsoStart("settle", _world.SettleAsync);
            }
            return Answered.Of(answer, refusal => refusal is not BookingRefusal.BookingUnknown);
        }, cancel);
    }

    public async Task CheckInAsync(CancellationToken cancel)
    {
        if (SomeConfirmed() is not { } booking || await _world.Process.Get<ReadBooking>().RunAsync(booking, null, cancel) is not { } details) return;
        var segments = details.Sold.Segments.ToList();
        var documents = details.Passengers.ToDictionary(passenger => passenger.Id, _ => Passport);
        PassengerId[] asked = Random.Next(2) == 0 ? [] : [details.Passengers[0].Id];
        var flight = segments[Random.Next(segments.Count)].FlightId;
        await AskAsync("check in", async (key, token) => Answered.Of(
            await _world.Process.Get<CheckInPassengers>().RunAsync(key, booking, flight, asked, documents, Audit.Guest, token), refusal => refusal is not CheckInRefusal.BookingUnknown), cancel);
    }

    private BookingId? SomeBooking() => _bookings.Count == 0 ? null : _bookings[Random.Next(_bookings.Count)];

    // Who waits for a payment looks now and then whether it is there.
    private BookingId? SomeConfirmed() => _bookings.FindAll(_world.Books.IsConfirmed) is { Count: > 0 } confirmed && Random.Next(8) > 0 ? confirmed[Random.Next(confirmed.Count)] : SomeBooking();

    private void Uses(HoldId hold)
    {
        _used.Add(hold);
        _world.Promises.LetGo(hold);
        // An earlier booking with these seats ends when another begins with them, or when they are let go.
        foreach (var booking in _bookings) Changes(booking);
    }

    private void Changes(BookingId booking)
    {
        _changing.Add(booking);
        _world.Promises.LetGo(booking);
    }

    private bool Idle(HoldId hold) => !_used.Contains(hold);

    private bool Idle(BookingId booking) => !_changing.Contains(booking);
}
