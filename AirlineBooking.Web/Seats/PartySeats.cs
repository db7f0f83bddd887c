using AirlineBooking.Domain.Fares;
using AirlineBooking.Domain.Flights;
using AirlineBooking.Domain.Kernel;
using AirlineBooking.Domain.Seats;

namespace AirlineBooking.Web.Seats;

/// <summary>What seats are chosen with.</summary>
public sealed record SeatOperations(HoldSeats Hold, ExtendHold Extend, ReleaseHold Release);

/// <summary>A party chooses seats on one flight. All its seats are under one hold, and each change asks for all of them at once.</summary>
public sealed class PartySeats(
    SeatOperations operations, FlightId flight, CabinLayout layout, IReadOnlyList<SeatingPerson> people, Holder holder, Cabin? cabin = null, Offer? offer = null, Func<SeatNumber, Money?>? priceOf = null)
{
    private readonly Dictionary<string, SeatNumber> _seats = [];
    private Dictionary<string, SeatNumber> _lost = [];

    public IReadOnlyList<SeatingPerson> People => people;
    public IReadOnlyDictionary<string, SeatNumber> Seats => _seats;
    public HoldId? Hold { get; private set; }
    public DateTimeOffset? Until { get; private set; }
    public Money? Total { get; private set; }

    /// <summary>How often the hold can be made longer still; not known for a hold that was made elsewhere.</summary>
    public int? ExtensionsLeft { get; private set; }

    /// <summary>For whom the next seat is.</summary>
    public SeatingPerson? Current { get; set; } = people is [var first, ..] ? first : null;

    public SeatsChosen Chosen => new(new Dictionary<string, SeatNumber>(_seats), Hold, Until, Total);

    public SeatingPerson? WhoSitsAt(SeatNumber seat) => people.FirstOrDefault(person => _seats.TryGetValue(person.Key, out var own) && own == seat);

    public SeatNumber? SeatOf(SeatingPerson person) => _seats.TryGetValue(person.Key, out var seat) ? seat : null;

    /// <summary>Takes over what the party has on the map as it was read; says so when seats of theirs are no longer under their hold.</summary>
    public SeatWord? Follow(SeatMap map, HoldId? hold)
    {
        var before = people.Where(person => person.Seat is not null || _seats.ContainsKey(person.Key))
            .ToDictionary(person => person.Key, person => _seats.TryGetValue(person.Key, out var own) ? own : person.Seat.GetValueOrDefault());
        var held = _seats.Values.ToHashSet();
        Hold = map.Mine.Count > 0 ? hold : null;
        Until = map.Mine.Count > 0 ? map.Mine.Values.Min() : null;
        _seats.Clear();
        foreach (var (key, seat) in before.Where(one => map.Mine.ContainsKey(one.Value))) _seats[key] = seat;
        // Seats of the same hold that were chosen in another window go to who has none.
        foreach (var seat in map.Mine.Keys.Except(_seats.Values).Order().ToList())
        {
            if (people.FirstOrDefault(person => !_seats.ContainsKey(person.Key)) is { } unseated) _seats[unseated.Key] = seat;
        }
        MoveOn();
        // The sum that the hold told stands as long as its seats do.
        if (Total is null || !held.SetEquals(_seats.Values)) Total = SumOfSeats();
        var lost = before.Where(one => !map.Mine.ContainsKey(one.Value)).ToDictionary(one => one.Key, one => one.Value);
        if (lost.Count == 0 || _seats.Count >= before.Count) return null;
        _lost = lost;
        return SeatsWords.Lost([.. lost.Values.Order()], seat => map.StateOf(seat) is SeatState.Available);
    }

    /// <summary>Takes a seat for the current person, or gives it back when it is the party's own.</summary>
    public Task<SeatWord> PickAsync(SeatNumber seat, CancellationToken cancel)
    {
        if (WhoSitsAt(seat) is { } sitting) return LetGoAsync(sitting, cancel);
        return Current is { } person ? TakeAsync(person, seat, cancel) : Task.FromResult(new SeatWord("Everybody has a seat."));
    }

    /// <summary>Takes a seat for one person, in place of the one they have.</summary>
    public async Task<SeatWord> TakeAsync(SeatingPerson person, SeatNumber seat, CancellationToken cancel)
    {
        if (WhoSitsAt(seat) is { } sitting) return new SeatWord($"{sitting.Name} sits at {seat}.");
        if (layout.CabinOf(seat.Row, seat.Letter) is not { } place) return SeatsWords.Refused(seat, SeatRefusal.SeatUnknown, null);
        var infants = people.Where(one => one.CarriesInfant && one.Key != person.Key).Select(SeatOf).OfType<SeatNumber>();
        if (SeatSuitability.Against(layout, cabin ?? offer?.Cabin ?? place.Cabin, seat, person.Seated, infants, bassinetsOpen: offer is not null || people.Any(one => one.CarriesInfant)) is { } objection)
        {
            return SeatsWords.NotSuitable(seat, person, SeatSuitability.WordsFor(objection));
        }
        var wanted = new Dictionary<string, SeatNumber>(_seats) { [person.Key] = seat };
        if (await HoldAsync(wanted, cancel) is { } refused) return refused;
        Current = person;
        MoveOn();
        return new SeatWord($"{seat} is yours, for {person.Name}.");
    }

    /// <summary>Takes seats for those who have none, in order.</summary>
    public async Task<SeatWord> TakeAllAsync(IReadOnlyList<SeatNumber> seats, CancellationToken cancel)
    {
        var wanted = new Dictionary<string, SeatNumber>(_seats);
        foreach (var (person, seat) in people.Where(person => !_seats.ContainsKey(person.Key)).OrderByDescending(person => _lost.TryGetValue(person.Key, out var lost) && seats.Contains(lost)).Zip(seats))
        {
            wanted[person.Key] = _lost.TryGetValue(person.Key, out var lost) && seats.Contains(lost) ? lost : seat;
        }
        if (wanted.Values.Distinct().Count() != wanted.Count || wanted.Count == _seats.Count) return new SeatWord("Choose another seat.");
        if (await HoldAsync(wanted, cancel) is { } refused) return refused;
        MoveOn();
        return new SeatWord($"{SeatsWords.List(seats)} {(seats.Count == 1 ? "is" : "are")} yours.");
    }

    /// <summary>The best seats for the whole party, in place of those it has.</summary>
    public async Task<SeatWord> TakeBestAsync(SeatWish? near, CancellationToken cancel)
    {
        var wish = new BestSeatsWish(people.Count, cabin ?? offer?.Cabin, near, null);
        var answer = await AskAsync(new HoldRequest(flight, [], wish, holder, offer, Hold), cancel);
        if (!answer.Accepted) return answer.Refusal is SeatRefusal.CabinFull ? SeatsWords.NotSoMany(people.Count) : SeatsWords.Refused(null, answer.Refusal.Value, answer.Detail as HoldDetail);
        _seats.Clear();
        foreach (var (person, seat) in InSeatingOrder().Zip(PartySeating.Of(layout, answer.Value.Seats, Party))) _seats[person.Key] = seat;
        Take(answer.Value);
        MoveOn();
        return new SeatWord($"{SeatsWords.List(answer.Value.Seats)} {(people.Count == 1 ? "is" : "are")} yours.");
    }

    /// <summary>Gives the seat of one person back.</summary>
    public async Task<SeatWord> LetGoAsync(SeatingPerson person, CancellationToken cancel)
    {
        if (SeatOf(person) is not { } seat) return new SeatWord($"{person.Name} has no seat.");
        if (_seats.Count == 1) return await LetGoOfAllAsync(cancel);
        var wanted = new Dictionary<string, SeatNumber>(_seats);
        wanted.Remove(person.Key);
        if (await HoldAsync(wanted, cancel) is { } refused) return refused;
        Current = person;
        _lost = new() { [person.Key] = seat };
        return SeatsWords.GivenBack([seat], $"{seat} is given back. Choosing for {person.Name}.");
    }

    /// <summary>Gives all seats back.</summary>
    public async Task<SeatWord> LetGoOfAllAsync(CancellationToken cancel)
    {
        if (Hold is { } hold)
        {
            var answer = await operations.Release.RunAsync(hold, cancel);
            if (answer.Refusal is SeatRefusal.HoldInUse) return SeatsWords.Refused(null, SeatRefusal.HoldInUse, null);
        }
        _lost = new(_seats);
        Forget();
        Current = people is [var first, ..] ? first : null;
        return _lost.Count == 0 ? new SeatWord("Your seats are given back.") : SeatsWords.GivenBack([.. _lost.Values.Order()], "Your seats are given back.");
    }

    /// <summary>Gives the hold its whole time again.</summary>
    public async Task<SeatWord> ExtendAsync(CancellationToken cancel)
    {
        if (Hold is not { } hold || (await operations.Extend.RunAsync(null, hold, cancel)).Answer is not { } answer) return new SeatWord("You hold no seats.");
        if (!answer.Accepted) return SeatsWords.NotExtended(answer.Refusal.Value);
        Take(answer.Value);
        return new SeatWord("Your seats are held for 15 minutes more.");
    }

    // A party in the words of the seat rules: who needs a seat, and how many infants sit on laps.
    private Party Party => new(people.Count(person => person.Type is PassengerType.Adult), people.Count(person => person.Type is PassengerType.Child), people.Count(person => person.CarriesInfant));

    private IEnumerable<SeatingPerson> InSeatingOrder() =>
        people.OrderBy(person => person.Type is PassengerType.Adult ? person.CarriesInfant ? 0 : 1 : 2);

    private async Task<SeatWord?> HoldAsync(Dictionary<string, SeatNumber> wanted, CancellationToken cancel)
    {
        IReadOnlyList<SeatNumber> seats = [.. wanted.Values.Order()];
        var answer = await AskAsync(new HoldRequest(flight, seats, null, holder, offer, Hold), cancel);
        if (!answer.Accepted)
        {
            var asked = wanted.Values.Except(_seats.Values).Order().ToList();
            return SeatsWords.Refused(asked.Count == 1 ? asked[0] : null, answer.Refusal.Value, answer.Detail as HoldDetail);
        }
        _seats.Clear();
        foreach (var (key, seat) in wanted) _seats[key] = seat;
        Take(answer.Value);
        return null;
    }

    private async Task<Outcome<HeldSeats, SeatRefusal>> AskAsync(HoldRequest request, CancellationToken cancel)
    {
        var answer = await RunAsync(request, cancel);
        // The hold that was to be changed ran out meanwhile: what is wanted may still be free, and then nothing was lost.
        return answer.Refusal is SeatRefusal.HoldExpired or SeatRefusal.HoldUnknown && request.Instead is not null ? await RunAsync(request with { Instead = null }, cancel) : answer;
    }

    private async Task<Outcome<HeldSeats, SeatRefusal>> RunAsync(HoldRequest request, CancellationToken cancel) =>
        (await operations.Hold.RunAsync(null, request, cancel)).Answer ?? throw new InvalidOperationException("A request without a key is always answered.");

    private void Take(HeldSeats held)
    {
        (Hold, Until, Total, ExtensionsLeft) = (held.Id, held.ExpiresAt, held.Total, held.ExtensionsLeft);
        _lost = [];
    }

    private Money? SumOfSeats()
    {
        var prices = _seats.Values.Select(seat => priceOf?.Invoke(seat)).ToList();
        return prices.Count == 0 || prices.Contains(null) ? null : prices.Aggregate((sum, price) => sum + price);
    }

    private void Forget()
    {
        _seats.Clear();
        (Hold, Until, Total, ExtensionsLeft) = (null, null, null, null);
    }

    // The next seat is for the next who has none; when all have one, another click moves the one who was last.
    private void MoveOn() => Current = people.FirstOrDefault(person => !_seats.ContainsKey(person.Key)) ?? Current;
}
