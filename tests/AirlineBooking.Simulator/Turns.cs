namespace AirlineBooking.Simulator;

/// <summary>One operation that somebody asked for, from its start to its answer or to the crash that cut it.</summary>
internal sealed class Running(int number, string name)
{
    public string Name => name;

    public CancellationTokenSource GoingAway { get; } = new();

    public Task Task { get; set; } = Task.CompletedTask;

    public override string ToString() => $"{name}#{number}";
}

/// <summary>Decides who goes on: operations stand still at each commit and each call of the gateway, and the seed lets one after the other go.</summary>
/// <remarks>All of a history runs on one thread. What is awaited besides is done when it is awaited, so an operation runs until it stands still or ends.</remarks>
internal sealed class Turns(Random random)
{
    private readonly List<(Running Who, TaskCompletionSource Go)> _standing = [];

    /// <summary>How likely an operation is to stand still where it could.</summary>
    public double StandsStill { get; set; }

    public Running? Current { get; private set; }

    public int Standing => _standing.Count;

    /// <summary>True once the process is gone.</summary>
    public bool Crashed { get; private set; }

    /// <summary>Runs a new operation until it first stands still.</summary>
    public void Begin(Running who, Func<Task> body)
    {
        Current = who;
        who.Task = body();
        Current = null;
    }

    /// <summary>Whoever started another goes on after it.</summary>
    public void Resume(Running who) => Current = who;

    /// <summary>Where others may go first.</summary>
    public Task StandAsync()
    {
        if (random.NextDouble() >= StandsStill || Current is not { } who) return Task.CompletedTask;
        // Whoever lets it go runs what follows at once, on the same thread.
        var go = new TaskCompletionSource();
        _standing.Add((who, go));
        return go.Task;
    }

    /// <summary>Lets one of those who stand still go on.</summary>
    public Running GoOn()
    {
        var at = random.Next(_standing.Count);
        var (who, go) = _standing[at];
        _standing.RemoveAt(at);
        Current = who;
        go.SetResult();
        Current = null;
        return who;
    }

    /// <summary>One who stands still, for whoever wants to go away meanwhile.</summary>
    public Running? Any() => _standing.Count == 0 ? null : _standing[random.Next(_standing.Count)].Who;

    /// <summary>The process dies here: nobody in it ever goes on.</summary>
    public Task<T> CrashAsync<T>()
    {
        Crashed = true;
        return new TaskCompletionSource<T>().Task;
    }

    /// <summary>What stood still is gone with the process; another begins.</summary>
    public void Restart()
    {
        _standing.Clear();
        Crashed = false;
    }
}
