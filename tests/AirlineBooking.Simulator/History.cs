using AirlineBooking.Domain.Bookings;
using AirlineBooking.Domain.Payments;
using AirlineBooking.Domain.Platform;
using AirlineBooking.Domain.Seats;
using Microsoft.Data.Sqlite;

namespace AirlineBooking.Simulator;

/// <summary>One history: people, the airline's own jobs and faults in an order that the seed decides, then a time in which everything must come to an end.</summary>
internal sealed class History
{
    private const int FewestOperations = 25;
    private const int MostOperations = 38;
    private const int MostAtOnce = 6;
    private const int RoundsWithFaults = 4;
    private const int MostRoundsToTheEnd = 400;

    private static readonly string[] TripDeeds = ["change seat", "change seat", "quote", "quote", "cancel", "check in"];

    private readonly World _world;
    private readonly int _seed;
    private readonly List<Customer> _customers;
    private readonly List<(string Name, int Weight, Func<Customer, Func<CancellationToken, Task>> Body)> _deeds;
    private readonly List<Running> _running = [];
    private readonly bool _clockJumps;
    private readonly bool _peopleGoAway;
    private int _started;

    public History(Stage stage, int seed)
    {
        stage.Clear();
        _seed = seed;
        _world = new World(stage, seed) { AlsoStart = (name, body) => Start(name, body) };
        var random = _world.Random;
        _world.Turns.StandsStill = new[] { 0, 0.15, 0.4, 0.7 }[random.Next(4)];
        _customers = [.. Enumerable.Range(1, random.Next(1, 6)).Select(number => new Customer(_world, number))];
        (_clockJumps, _peopleGoAway) = (random.Next(2) == 0, random.Next(2) == 0);
        // Each history likes some deeds more than others.
        _deeds = [.. Deeds().Select(deed => (deed.Name, deed.Weight * (deed.Name is "book" ? 2 : new[] { 0, 1, 1, 2, 4 }[random.Next(5)]), deed.Body))];
    }

    public HistoryResult Run()
    {
        var operations = _world.Random.Next(FewestOperations, MostOperations);
        try
        {
            // Somebody always books, or nothing could be found.
            while (_started < operations && _world.Broken is null) Step();
            while (_world.Turns.Standing > 0 && _world.Broken is null) GoOn();
            if (_world.Broken is null) Settle();
            if (_world.Broken is null) CheckAtTheEnd();
        }
        catch (Exception failure)
        {
            _world.Break("Nothing fails that was not meant to", failure.ToString());
        }
        _world.Process.Dispose();
        return new HistoryResult(_seed, _started, _world.Promises.Confirmed, _world.Broken, _world.Strikes, _world.Trace);
    }

    private IEnumerable<(string Name, int Weight, Func<Customer, Func<CancellationToken, Task>> Body)> Deeds() =>
    [
        ("hold", 14, c => c.HoldAsync), ("extend", 3, c => c.ExtendAsync), ("release", 2, c => c.ReleaseAsync), ("book", 18, c => c.BookAsync), ("again", 8, c => c.AskAgainAsync),
        ("pay", 6, c => c.PayAsync), ("bank", 4, c => c.AnswerBankAsync), ("look up", 2, c => c.LookUpAsync), ("change seat", 5, c => c.ChangeSeatAsync), ("quote", 9, c => c.QuoteAsync),
        ("cancel", 9, c => c.CancelAsync), ("check in", 3, c => c.CheckInAsync), ("agent cancels", 1, c => token => c.CancelAsync("agent", token)),
        ("tick", 6, _ => _world.Process.Get<ExpireHolds>().RunAsync), ("settle", 10, _ => _world.SettleAsync), ("notice", 5, _ => NoticeAsync), ("forget", 4, _ => ForgetAsync),
    ];

    private void Step()
    {
        var random = _world.Random;
        PassTime();
        if (_world.LateCalls > 0 && random.Next(8) == 0) Start("network", _ => _world.ArriveAsync());
        else if (_world.Turns.Standing > 0 && (_world.Turns.Standing >= MostAtOnce || random.Next(3) > 0)) GoOn();
        else StartSomething();
        if (_peopleGoAway && random.Next(30) == 0 && _world.Turns.Any() is { } impatient)
        {
            _world.Note($"{impatient} is not waited for any more");
            impatient.GoingAway.Cancel();
        }
        if (_world.Turns.Crashed) Restart();
    }

    private void StartSomething()
    {
        var customer = _customers[_world.Random.Next(_customers.Count)];
        if (customer.HasTrip && _world.Random.Next(3) == 0)
        {
            var trip = TripDeeds[_world.Random.Next(TripDeeds.Length)];
            Start($"{customer.Name} {trip}", _deeds.Find(deed => deed.Name == trip).Body(customer));
            return;
        }
        // Until somebody has booked there is little else to do.
        var at = _world.Random.Next(_started < 3 ? 2 : Math.Max(1, _deeds.Sum(deed => deed.Weight)));
        var (name, _, body) = _started < 3 ? _deeds[at == 0 ? 0 : 3] : _deeds.FirstOrDefault(deed => (at -= deed.Weight) < 0, _deeds[0]);
        Start($"{customer.Name} {name}", body(customer));
    }

    private void Start(string name, Func<CancellationToken, Task> body)
    {
        var running = new Running(++_started, name);
        var outer = _world.Turns.Current;
        _world.Note($"{running} starts");
        _running.Add(running);
        _world.Turns.Begin(running, () => WatchAsync(running, body));
        if (outer is not null) _world.Turns.Resume(outer);
    }

    private void GoOn()
    {
        _world.Turns.GoOn();
        if (_world.Turns.Crashed) Restart();
    }

    // A fault that was meant is an answer like any other: the sender does not know what became of it.
    private async Task WatchAsync(Running running, Func<CancellationToken, Task> body)
    {
        try
        {
            await body(running.GoingAway.Token);
            _world.Note("ends");
        }
        catch (Exception failure) when (failure is SimulatedFaultException or SqliteException { SqliteErrorCode: 5 } || failure is OperationCanceledException && running.GoingAway.IsCancellationRequested)
        {
            _world.Note($"hears {failure.GetType().Name}");
        }
        catch (Exception failure)
        {
            _world.Break("Nothing fails that was not meant to", $"{running}: {failure}");
        }
        _running.Remove(running);
    }

    private void Restart()
    {
        _running.Clear();
        _world.Restart(_clockJumps ? TimeSpan.FromSeconds(_world.Random.Next(90)) : TimeSpan.Zero);
    }

    private void PassTime()
    {
        var random = _world.Random;
        // What happens at the very instant at which a hold ends is decided by one sign.
        if (random.Next(25) == 0 && _world.Books.Claims.Find(claim => claim.Until > _world.Now.UtcDateTime) is { Until: { } end })
        {
            _world.Process.Clock.SetUtcNow(new DateTimeOffset(DateTime.SpecifyKind(end, DateTimeKind.Utc)));
            return;
        }
        var time = random.Next(20) switch
        {
            < 11 => TimeSpan.FromMilliseconds(random.Next(1, 4000)),
            < 16 => TimeSpan.FromSeconds(random.Next(1, 40)),
            < 19 => TimeSpan.FromMinutes(random.Next(1, 12)),
            // A day goes by between requests, not in the middle of one.
            _ when !_clockJumps || _world.Turns.Standing > 0 => TimeSpan.FromMinutes(15),
            _ => random.Next(3) switch { 0 => TimeSpan.FromHours(1), 1 => TimeSpan.FromHours(random.Next(2, 20)), _ => TimeSpan.FromDays(random.Next(1, 4)) },
        };
        _world.Process.Clock.Advance(time);
    }

    // Notices come when they like, and as often: about any payment that the gateway was ever asked for.
    private async Task NoticeAsync(CancellationToken cancel)
    {
        if (_world.Gateway.Payments is not { Count: > 0 } payments) return;
        await _world.Process.Sandbox.TellAsync(cancel);
        await _world.Process.Get<SettlePayments>().HearAsync(payments[_world.Random.Next(payments.Count)], cancel);
    }

    private Task<int> ForgetAsync(CancellationToken cancel) => _world.Random.Next(3) switch
    {
        0 => _world.Process.Get<ExpireHolds>().ForgetAsync(cancel),
        1 => _world.Process.Get<RunOnce>().ForgetAsync(cancel),
        _ => _world.Process.Get<ForgetQuestions>().RunAsync(cancel),
    };

    // Nobody asks for anything more; for a while things still go wrong, then nothing does, and all that was begun comes to an end.
    private void Settle()
    {
        for (var round = 0; round < RoundsWithFaults && _world.Broken is null; round++)
        {
            PassTime();
            Start("settle", _world.SettleAsync);
            while (_world.Turns.Standing > 0 && !_world.Turns.Crashed) _world.Turns.GoOn();
            if (_world.Turns.Crashed) Restart();
        }
        _world.Note("faults are over");
        _world.Faults.End();
        _world.Turns.StandsStill = 0;
        while (_world.LateCalls > 0) Start("network", _ => _world.ArriveAsync());
        for (var round = 0; round < MostRoundsToTheEnd && _world.Broken is null; round++)
        {
            _world.Process.Clock.Advance(TimeSpan.FromMinutes(round < 60 ? 1 : 30));
            Start("settle", _world.SettleAsync);
            Start("tick", _world.Process.Get<ExpireHolds>().RunAsync);
            if (round > 2 && EndChecks.IsQuiet(_world.Books)) break;
        }
        if (_running.Count > 0) _world.Break("Whoever asks is answered", string.Join(", ", _running));
    }

    private void CheckAtTheEnd()
    {
        EndChecks.Check(_world.Books, _world);
        var broken = EndChecks.AskTheAirlineAsync(_world.Process).GetAwaiter().GetResult();
        if (broken is not null) _world.Break(broken.Invariant, broken.What);
        _world.Note("ends well");
    }
}

/// <summary>What came of a history.</summary>
/// <param name="Seed">Which.</param>
/// <param name="Operations">How many were begun.</param>
/// <param name="Confirmed">How many bookings somebody was told are confirmed.</param>
/// <param name="Broken">What was not as it must be.</param>
/// <param name="Strikes">Which faults struck where.</param>
/// <param name="Trace">What happened, in order.</param>
public sealed record HistoryResult(int Seed, int Operations, int Confirmed, Violation? Broken, Strikes Strikes, IReadOnlyList<string> Trace)
{
    /// <summary>The same for the same history: FNV-1a over the trace.</summary>
    public ulong Hash => Trace.SelectMany(line => line).Aggregate(14695981039346656037UL, (hash, letter) => unchecked((hash ^ letter) * 1099511628211UL));
}
