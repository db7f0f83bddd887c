namespace AirlineBooking.Benchmarks;

/// <summary>Opens when so many have come, again and again.</summary>
internal sealed class CountingGate
{
    private readonly int _count;
    private int _left;
    private TaskCompletionSource _all = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public CountingGate(int count) => _count = _left = count;

    public Task NextAsync() => Volatile.Read(ref _all).Task;

    public void Signal()
    {
        if (Interlocked.Decrement(ref _left) > 0) return;
        var opened = _all;
        Volatile.Write(ref _left, _count);
        Volatile.Write(ref _all, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        opened.SetResult();
    }
}
