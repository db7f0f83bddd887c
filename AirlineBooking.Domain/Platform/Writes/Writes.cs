using AirlineBooking.Domain.Kernel;

namespace AirlineBooking.Domain.Platform;

/// <summary>Where an operation hands its unit of work: it is committed whole or not at all, and retried when the database asks for it.</summary>
/// <remarks>
/// A unit works through the context it is given and never opens, commits or retries a transaction itself. It may run more
/// than once, so it changes nothing outside the database, and it awaits nothing but the database: others may share its commit.
/// </remarks>
public abstract class Writes
{
    /// <summary>Runs one unit of work and commits it. A throw leaves nothing behind.</summary>
    public Task<T> RunAsync<T>(Func<AirlineDb, CancellationToken, Task<T>> unit, CancellationToken cancel = default) =>
        RunAsync(unit, static _ => true, cancel);

    /// <summary>Runs one unit of work; a refusal, like a throw, leaves nothing behind.</summary>
    public Task<Outcome<T, TRefusal>> RunAsync<T, TRefusal>(
        Func<AirlineDb, CancellationToken, Task<Outcome<T, TRefusal>>> unit, CancellationToken cancel = default)
        where T : class where TRefusal : struct, Enum =>
        RunAsync(unit, static outcome => outcome.Accepted, cancel);

    /// <summary>Runs one unit of work that answers nothing.</summary>
    public Task RunAsync(Func<AirlineDb, CancellationToken, Task> unit, CancellationToken cancel = default) =>
        RunAsync<object?>(
            async (db, token) =>
            {
                await unit(db, token);
                return null;
            },
            static _ => true,
            cancel);

    /// <summary>Runs a unit and commits it when its answer is worth keeping; otherwise rolls it back and still answers.</summary>
    protected abstract Task<T> RunAsync<T>(Func<AirlineDb, CancellationToken, Task<T>> unit, Func<T, bool> keeps, CancellationToken cancel);
}
