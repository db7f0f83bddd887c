namespace AirlineBooking.Simulator;

/// <summary>What goes wrong at a commit, at a call of the gateway, or around them.</summary>
public enum Fault
{
    /// <summary>The process dies with the unit of work done and not committed.</summary>
    CrashBefore,

    /// <summary>The process dies with the unit committed and nobody told.</summary>
    CrashAfter,

    /// <summary>The database is busy: nothing is written, and the operation hears so.</summary>
    Refused,

    /// <summary>The unit is rolled back and run once more, as after a lost race.</summary>
    Repeated,

    /// <summary>It is committed, or the gateway did it, and who asked is told that something went wrong.</summary>
    AnswerLost,

    /// <summary>The gateway never got the call, and that is certain.</summary>
    NotSent,

    /// <summary>The call never arrives, and nobody knows.</summary>
    Lost,

    /// <summary>The call arrives long after whoever made it gave up waiting.</summary>
    Late,
}

/// <summary>Which faults a history has, how often, and where they struck.</summary>
internal sealed class Faults(Random random, Strikes strikes)
{
    private static readonly Fault[] OfCommits = [Fault.CrashBefore, Fault.CrashAfter, Fault.Refused, Fault.Repeated, Fault.AnswerLost];
    private static readonly Fault[] OfCalls = [Fault.CrashBefore, Fault.CrashAfter, Fault.NotSent, Fault.Lost, Fault.Late, Fault.AnswerLost];
    private static readonly Fault[] OfQuestions = [Fault.CrashBefore, Fault.CrashAfter, Fault.NotSent, Fault.AnswerLost];
    private static readonly double[] Rates = [0, 0.03, 0.08, 0.2];

    // What happens seldom is struck more often, or it would hardly ever be.
    private static readonly string[] Seldom =
    [
        "CheckIn", "ChangeSeat", "ReleaseHold", "LookUp", "ConfirmCancellation", "SettlePayments.RefundAsync", "gateway refund", "gateway void", "ExpireHolds.Forget",
        "RunOnce.Forget", "ExtendHold", "QuoteCancellation", "PaymentResults.GiveUp", "SettlePayments.RunAsync", "ExpireHolds.RunAsync", "PayBooking",
    ];
    private const double MoreOftenBy = 5;

    // Each history has a few faults of the many: one that is always there would keep the others from being seen.
    private readonly HashSet<Fault> _on = [.. Enum.GetValues<Fault>().Where(_ => random.Next(2) == 0)];
    private double _rate = Rates[random.Next(Rates.Length)];

    public void End() => _rate = 0;

    /// <summary>What goes wrong at this commit, if anything.</summary>
    public Fault? AtCommit(string point) => At(point, OfCommits);

    /// <summary>What goes wrong with this call of the gateway, if anything.</summary>
    public Fault? AtCall(string point) => At(point, point == SimulatedGateway.Find ? OfQuestions : OfCalls);

    private Fault? At(string point, Fault[] possible)
    {
        strikes.Pass(point);
        var seldom = Array.Exists(Seldom, start => point.StartsWith(start, StringComparison.Ordinal));
        if (random.NextDouble() >= (seldom ? _rate * MoreOftenBy : _rate)) return null;
        var fault = possible[random.Next(possible.Length)];
        if (!_on.Contains(fault)) return null;
        strikes.Add(point, fault);
        return fault;
    }
}

/// <summary>Something that a history meant to go wrong: not a bug of the airline.</summary>
internal sealed class SimulatedFaultException(string message) : Exception(message);
