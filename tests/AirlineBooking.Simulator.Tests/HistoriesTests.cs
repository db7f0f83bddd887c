namespace AirlineBooking.Simulator.Tests;

/// <summary>Two thousand histories in every run, twenty thousand in a long one: nothing of what must be true is broken in any.</summary>
public sealed class HistoriesTests
{
    /// <summary>Set by tests/run.sh --long.</summary>
    private const string LongVariable = "AIRLINE_TEST_LONG";

    // Of each processor's work: a machine that others use too needs longer by the clock, and that says nothing about the histories.
    private static readonly TimeSpan LongestForTwoThousand = TimeSpan.FromSeconds(60);

    private static readonly Lazy<SimulationResult> Result = new(() =>
        Simulation.Run(firstSeed: 1, histories: Environment.GetEnvironmentVariable(LongVariable) == "1" ? 20_000 : 2_000, stopAtFirstFailure: false));

    [Fact]
    public void Nothing_that_must_be_true_is_broken_in_any_history() =>
        Assert.Empty(Result.Value.Failures.Select(failure => $"seed {failure.Seed}: {failure.Broken?.Invariant}: {failure.Broken?.What}"));

    [Fact]
    public void Histories_are_long_and_people_get_their_bookings()
    {
        Assert.True(Result.Value.Operations >= 25L * Result.Value.Histories, $"{Result.Value.Operations} operations in {Result.Value.Histories} histories");
        Assert.True(Result.Value.Confirmed >= Result.Value.Histories / 2, $"{Result.Value.Confirmed} bookings in {Result.Value.Histories} histories");
    }

    [Fact]
    public void Two_thousand_histories_are_a_minutes_work() =>
        Assert.InRange(Result.Value.Worked * 2000 / Result.Value.Histories, TimeSpan.Zero, LongestForTwoThousand);

    [Fact]
    public void Every_fault_strikes_every_commit_and_every_call_of_the_gateway() =>
        Assert.Empty(Result.Value.Strikes.Pairs.Where(pair => pair.Count == 0).Select(pair => $"{pair.Point} is never struck by {pair.Fault}"));

    [Fact]
    public void Every_commit_that_is_made_was_expected_and_none_is_said_to_be_elsewhere_that_is_nowhere() =>
        Assert.Empty(Result.Value.Strikes.Unexpected.Concat(Points.Stale));

    [Theory, InlineData(11), InlineData(42), InlineData(1234), InlineData(99_999)]
    public void The_same_seed_is_the_same_history(int seed)
    {
        var (first, again) = (Simulation.Replay(seed), Simulation.Replay(seed));

        Assert.Equal(first.Trace, again.Trace);
        Assert.Equal(first.Hash, again.Hash);
        Assert.NotEqual(first.Hash, Simulation.Replay(seed + 1).Hash);
    }
}
