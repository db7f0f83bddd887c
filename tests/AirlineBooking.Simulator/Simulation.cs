using System.Collections.Concurrent;
using System.Diagnostics;

namespace AirlineBooking.Simulator;

/// <summary>What came of many histories.</summary>
/// <param name="Histories">How many were run.</param>
/// <param name="Operations">How many operations they had.</param>
/// <param name="Confirmed">How many bookings were confirmed to somebody.</param>
/// <param name="Failures">Those that were not as they must be, lowest seed first.</param>
/// <param name="Strikes">Which faults struck where.</param>
/// <param name="Took">How long it took.</param>
/// <param name="Worked">How long each processor worked for it: what it takes where nobody else has work for them.</param>
public sealed record SimulationResult(int Histories, long Operations, long Confirmed, IReadOnlyList<HistoryResult> Failures, Strikes Strikes, TimeSpan Took, TimeSpan Worked);

/// <summary>Runs histories, each from its seed: as many at a time as there are processors, each on a thread and a database of its own.</summary>
public static class Simulation
{
    private const int MostFailuresKept = 20;

    /// <summary>One history; the same seed is the same history.</summary>
    public static HistoryResult Replay(int seed)
    {
        // A thread of its own: on one that belongs to somebody else, such as a test's, what follows an await may be sent elsewhere.
        HistoryResult? result = null;
        var thread = new Thread(() =>
        {
            using var stage = new Stage();
            result = new History(stage, seed).Run();
        });
        thread.Start();
        thread.Join();
        return result ?? throw new InvalidOperationException($"The history {seed} has no end.");
    }

    /// <summary>Histories of consecutive seeds.</summary>
    public static SimulationResult Run(int firstSeed, int histories, bool stopAtFirstFailure)
    {
        var (watch, worked) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        var (next, stop) = (firstSeed - 1, 0);
        var failures = new ConcurrentBag<HistoryResult>();
        var (strikes, operations, confirmed, run, sums) = (new Strikes(), 0L, 0L, 0, new Lock());
        var threads = Enumerable.Range(0, Environment.ProcessorCount).Select(_ => new Thread(Work)).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
        return new SimulationResult(run, operations, confirmed, [.. failures.OrderBy(failure => failure.Seed)], strikes, watch.Elapsed, (Environment.CpuUsage.TotalTime - worked) / threads.Count);

        void Work()
        {
            using var stage = new Stage();
            while (Volatile.Read(ref stop) == 0 && Interlocked.Increment(ref next) is var seed && seed < firstSeed + histories)
            {
                var result = new History(stage, seed).Run();
                if (result.Broken is not null && failures.Count < MostFailuresKept) failures.Add(result);
                if (result.Broken is not null && stopAtFirstFailure) Volatile.Write(ref stop, 1);
                lock (sums)
                {
                    (run, operations, confirmed) = (run + 1, operations + result.Operations, confirmed + result.Confirmed);
                    strikes.Add(result.Strikes);
                }
            }
        }
    }
}
