namespace AirlineBooking.Domain.Tests.Support;

/// <summary>Many who want something at the same moment.</summary>
internal static class Race
{
    /// <summary>Set by tests/run.sh --long.</summary>
    public const string LongVariable = "AIRLINE_TEST_LONG";

    /// <summary>How often every race is run: now in a minute, in a long run until chance has had its say.</summary>
    public static int Rounds { get; } = IsLong ? 1000 : 50;

    public static bool IsLong => Environment.GetEnvironmentVariable(LongVariable) == "1";

    /// <summary>Lets all of them go at once and waits for the last.</summary>
    public static async Task<T[]> RunAsync<T>(int count, Func<int, Task<T>> run)
    {
        var start = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var all = Enumerable.Range(0, count).Select(i => Task.Run(async () =>
        {
            await start.Task;
            return await run(i);
        })).ToArray();
        start.SetResult();
        return await Task.WhenAll(all);
    }
}

/// <summary>Where everybody waits until so many have come: it makes sure of an order of events that otherwise happens now and then.</summary>
internal sealed class MeetingPoint(int count)
{
    private readonly TaskCompletionSource _all = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _here;

    public Task ArriveAsync()
    {
        if (Interlocked.Increment(ref _here) == count) _all.SetResult();
        return _all.Task;
    }
}
