using AirlineBooking.Domain.Bookings;
using AirlineBooking.Domain.Platform;
using AirlineBooking.Domain.Seats;

namespace AirlineBooking.Simulator;

/// <summary>What people were told. It stays true whatever crashes, until they themselves ask for something else.</summary>
internal sealed class Promises(World world)
{
    private readonly Dictionary<HoldId, ToldHold> _holds = [];
    private readonly Dictionary<BookingId, DateTimeOffset> _kept = [];
    private readonly HashSet<BookingId> _confirmed = [];
    private readonly HashSet<BookingId> _cancelling = [];
    private readonly Dictionary<string, long> _prices = new(StringComparer.Ordinal);
    private readonly Dictionary<BookingId, long> _refunds = [];
    private readonly HashSet<string> _paysApart = new(StringComparer.Ordinal);

    /// <summary>How many bookings somebody was told are confirmed.</summary>
    public int Confirmed => _confirmed.Count;

    public void Held(HeldSeats held) => _holds[held.Id] = new ToldHold(held.FlightId.Value, [.. held.Seats.Select(seat => seat.ToString())], held.ExpiresAt);

    /// <summary>Its owner asks for something that may end it.</summary>
    public void LetGo(HoldId hold) => _holds.Remove(hold);

    /// <summary>The same for a booking that is kept for another payment.</summary>
    public void LetGo(BookingId booking) => _kept.Remove(booking);

    /// <summary>What a passenger accepted to pay under an address that no other order has.</summary>
    public void Accepted(string email, long total) => _prices[email] = total;

    /// <summary>Who asks for a payment of its own and sends the request to book again as well may have both.</summary>
    public void Pays(BookingId booking)
    {
        if (world.Books.Sold.TryGetValue(Books.Text(booking.Value), out var sold)) _paysApart.Add(sold.Email);
    }

    public void Told(BookedTrip trip)
    {
        if (trip.State.Status is not BookingStatus.Confirmed) return;
        _confirmed.Add(trip.BookingId);
        Check(Tables.Bookings);
    }

    public void Told(BookingDetail detail)
    {
        // Who hears it late may have done something else with the seats meanwhile.
        if (detail is { BookingId: { } booking, KeptUntil: { } until } && Find(booking)?.Status is BookingStatus.PendingPayment) _kept[booking] = until;
    }

    /// <summary>From now on a booking may be over.</summary>
    public void Cancels(BookingId booking) => _cancelling.Add(booking);

    public void Refunds(BookingId booking, long amount) => _refunds[booking] = _refunds.GetValueOrDefault(booking) + amount;

    /// <summary>What has ended has ended, also when the next process's clock is a little behind.</summary>
    public void Lapse()
    {
        foreach (var hold in _holds.Where(hold => hold.Value.Until <= world.Now).Select(hold => hold.Key).ToList()) _holds.Remove(hold);
        foreach (var booking in _kept.Where(kept => kept.Value <= world.Now).Select(kept => kept.Key).ToList()) _kept.Remove(booking);
    }

    public void Check(Tables touched)
    {
        if ((touched & (Tables.Claims | Tables.Holds)) != 0) CheckHolds();
        if ((touched & (Tables.Bookings | Tables.Refunds)) != 0) CheckBookings();
    }

    private void CheckHolds()
    {
        foreach (var (id, told) in _holds)
        {
            // From that instant on the seat is everybody's.
            if (told.Until <= world.Now) continue;
            var hold = Books.Text(id.Value);
            var kept = world.Books.Claims.Count(claim => claim.Hold == hold && claim.Flight == told.Flight && claim.State is ClaimState.Held && claim.Until >= told.Until.UtcDateTime && told.Seats.Contains(claim.Seat));
            if (kept != told.Seats.Count) world.Break("Seats that somebody was told are held stay held", $"{id} {string.Join(' ', told.Seats)}: {kept} kept");
        }
    }

    private void CheckBookings()
    {
        var paid = new HashSet<string>(StringComparer.Ordinal);
        foreach (var booking in world.Books.Bookings)
        {
            var email = world.Books.Sold[booking.Id].Email;
            if (booking.Total != _prices[email]) world.Break("The price is what was shown and accepted", $"{booking}, {_prices[email]} accepted");
            if (booking.Confirmed && !paid.Add(email) && !_paysApart.Contains(email)) world.Break("One request has one effect", $"{email} is booked twice");
        }
        foreach (var id in _confirmed)
        {
            var booking = Find(id);
            if (booking?.Status is BookingStatus.Confirmed || booking?.Status is BookingStatus.Cancelled or BookingStatus.Refunded && _cancelling.Contains(id)) continue;
            world.Break("Who was told that a booking is confirmed has it", $"{id} is {booking?.Status}");
        }
        foreach (var (id, until) in _kept)
        {
            if (until > world.Now && Find(id)?.Status is null or BookingStatus.Failed) world.Break("Who may pay again until a time may do so until then", $"{id} is {Find(id)?.Status}, kept until {until:u}");
        }
        foreach (var (id, amount) in _refunds)
        {
            if (Find(id) is not { } booking || booking.Refunded + booking.RefundDue < amount) world.Break("Who was told of a refund gets it", $"{id}: {amount}");
        }
    }

    private BookingRow? Find(BookingId id)
    {
        var text = Books.Text(id.Value);
        var at = world.Books.Bookings.FindIndex(booking => booking.Id == text);
        return at < 0 ? null : world.Books.Bookings[at];
    }

    private sealed record ToldHold(long Flight, IReadOnlyList<string> Seats, DateTimeOffset Until);
}

/// <summary>A request with a key, that its sender may send again.</summary>
internal sealed class Ask(RunOnceKey key, string name, DateTimeOffset at, Func<RunOnceKey, CancellationToken, Task<Answered>> send)
{
    public string Name => name;

    public DateTimeOffset At => at;

    /// <summary>True when nobody has answered yet.</summary>
    public bool IsOpen { get; private set; } = true;

    /// <summary>What it was answered, when that is kept.</summary>
    private string? Kept { get; set; }

    /// <summary>Sends it, perhaps not for the first time: the answer is the one that was given before.</summary>
    public async Task SendAsync(World world, CancellationToken cancel)
    {
        var answered = await send(key, cancel);
        world.Note($"answers {answered.Words}");
        if (answered.Kept is not { } kept) return;
        IsOpen = false;
        if (Kept is not null && Kept != kept) world.Break("The same request has the same answer", $"{name}: {Kept} and then {kept}");
        Kept = kept;
    }

    /// <summary>Sends something else with the same key.</summary>
    public async Task MisuseAsync(World world, CancellationToken cancel)
    {
        var known = Kept is not null;
        var answered = await send(key with { RequestDigest = "another" }, cancel);
        world.Note($"answers {answered.Words}");
        if (known && answered.Words is not (nameof(RunOnceRefusal.KeyReused) or Answered.NotAsked)) world.Break("A key is good for one request", $"{name}: {answered.Words}");
    }
}

/// <summary>An answer: in a word, and as it is kept with the key, if it is.</summary>
internal sealed record Answered(string Words, string? Kept)
{
    /// <summary>It was not sent at all.</summary>
    public const string NotAsked = "not asked";

    /// <summary>What a request with a key came to.</summary>
    public static Answered Of<T, TRefusal>(Once<T, TRefusal> once, Func<TRefusal, bool> keeps) where T : class where TRefusal : struct, Enum
    {
        if (once.Answer is not { } answer) return new($"{once.Refusal}", null);
        var words = answer.Accepted ? "yes" : $"{answer.Refusal}";
        var kept = answer.Accepted || keeps(answer.Refusal.Value) ? StoredJson.Write(new { answer.Value, answer.Refusal, answer.Detail }) : null;
        return new(once.Replayed ? words + " again" : words, kept);
    }
}
