using AirlineBooking.Domain.Platform;
using AirlineBooking.Web.Platform.Database;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace AirlineBooking.Simulator;

/// <summary>A thread with its database: one history after the other happens in it.</summary>
internal sealed class Stage : IDisposable
{
    public Stage()
    {
        SqliteLibrary.Prepare();
        Database = Template.Open();
        Contexts = new PooledDbContextFactory<SqliteAirlineDb>(AirlineDbOptions.Sqlite(Database));
        Statements = new KeptStatements(Database);
        Books = new Books(Database);
    }

    public SqliteConnection Database { get; }

    /// <summary>Making a context anew each time would take a fifth of all the time there is.</summary>
    public PooledDbContextFactory<SqliteAirlineDb> Contexts { get; }

    public KeptStatements Statements { get; }

    public Books Books { get; }

    /// <summary>Everything as it is before a history.</summary>
    public void Clear()
    {
        Template.CopyTo(Database);
        Books.Clear();
    }

    public void Dispose()
    {
        Books.Dispose();
        Database.Dispose();
    }
}

/// <summary>Everything of one history: the database, the process that runs, the way to the gateway, and what must stay true.</summary>
internal sealed class World
{
    private readonly Stage _stage;
    private readonly List<(string What, Func<Task> Arrive)> _late = [];
    private readonly List<string> _trace = [];

    public World(Stage stage, int seed)
    {
        _stage = stage;
        Random = new Random(seed);
        Turns = new Turns(Random);
        Faults = new Faults(Random, Strikes);
        Gateway = new GatewayWatch(this);
        Promises = new Promises(this);
        Watcher = new SeatWatcher(this);
        Randomness = new SeededRandomness(Random.Next(), fewLocators: Random.Next(3) == 0);
        Process = new SimulatedProcess(this, Template.Start);
        Watcher.Follow(Process);
    }

    public Random Random { get; }
    public Turns Turns { get; }
    public Strikes Strikes { get; } = new();
    public Faults Faults { get; }
    public Books Books => _stage.Books;
    public GatewayWatch Gateway { get; }
    public Promises Promises { get; }
    public SeatWatcher Watcher { get; }
    public SeededRandomness Randomness { get; }
    public SimulatedProcess Process { get; private set; }
    public SqliteConnection Database => _stage.Database;
    public DateTimeOffset Now => Process.Clock.GetUtcNow();

    /// <summary>True while a unit of work is open.</summary>
    public bool IsInUnit { get; set; }

    public IReadOnlyList<string> Trace => _trace;

    /// <summary>The first thing that was not as it must be.</summary>
    public Violation? Broken { get; private set; }

    /// <summary>Starts another operation beside the one that is running.</summary>
    public Action<string, Func<CancellationToken, Task>> AlsoStart { get; set; } = static (_, _) => { };

    /// <summary>Calls that will arrive after everybody gave up on them.</summary>
    public int LateCalls => _late.Count;

    public SqliteAirlineDb NewContext(SqliteTransaction? transaction = null)
    {
        var db = _stage.Contexts.CreateDbContext();
        db.KeepStatements(_stage.Statements);
        if (transaction is null) return db;
        db.Database.AutoSavepointsEnabled = false;
        db.Database.UseTransaction(transaction);
        return db;
    }

    public void Note(string what) => _trace.Add($"{Now:MM-dd HH:mm:ss} {Turns.Current} {what}");

    public void Break(string invariant, string what)
    {
        Note($"BROKEN: {invariant}: {what}");
        Broken ??= new Violation(invariant, what);
    }

    public void Later(string what, Func<Task> arrive) => _late.Add((what, arrive));

    /// <summary>Something that was on its way arrives now.</summary>
    public async Task ArriveAsync()
    {
        var at = Random.Next(_late.Count);
        var (what, arrive) = _late[at];
        _late.RemoveAt(at);
        Note($"arrives: {what}");
        try
        {
            await arrive();
        }
        catch (Domain.Payments.PaymentGatewayException)
        {
            // Its sender has gone.
        }
    }

    /// <summary>A round of the settler, after the gateway has told what it kept us waiting for.</summary>
    public async Task SettleAsync(CancellationToken cancel)
    {
        await Process.Sandbox.TellAsync(cancel);
        await Process.Get<Domain.Payments.SettlePayments>().RunAsync(cancel);
    }

    /// <summary>What was touched is looked at after every commit.</summary>
    public void AfterCommit(string point, bool kept)
    {
        Note($"{point} {(kept ? "committed" : "refused")}");
        if (!kept) return;
        var touched = Books.Read();
        if (touched == 0) return;
        BookChecks.Check(Books, touched, this);
        Promises.Check(touched);
        Watcher.Check(touched);
    }

    /// <summary>The process is gone, with all that it held in memory; another begins, by a clock that may be a little behind.</summary>
    public void Restart(TimeSpan behind)
    {
        Promises.Lapse();
        var now = Now - behind;
        Process.Dispose();
        Turns.Restart();
        Process = new SimulatedProcess(this, now);
        Watcher.Follow(Process);
        Note("restarted");
    }
}

/// <summary>Something that was not as it must be.</summary>
public sealed record Violation(string Invariant, string What);
