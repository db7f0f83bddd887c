using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using AirlineBooking.Domain;
using AirlineBooking.Domain.Payments;

namespace AirlineBooking.Simulator;

/// <summary>Where a fault can strike: every commit that the airline's sources can make, and every call of the gateway.</summary>
/// <remarks>They are read from the program, not from what a run passed: a commit that no history reaches any more is there, with zeros.</remarks>
public static partial class Points
{
    // No history has them: what is loaded and imported, the gateway's own books, who may see a booking, what is typed before there is one, and the words in which somebody was answered.
    private static readonly string[] ElsewhereBy =
    [
        "ChangeFlights.", "CreateDemoFares.", "FlightStage.", "ImportAirports.", "LoadReferenceData.", "OfferKeys.", "RollHorizon.", "RotateOfferKey.", "ScheduleStage.",
        "SandboxGateway.", "BookingTokens.", "LeaveDraft.", "SaveDraft.", "StartDraft.", "RunOnce.SayAsync",
    ];

    private static readonly IReadOnlyList<string> Commits = [.. UnitsOf(typeof(AirlineDb).Assembly).Select(UnitNames.Of).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Points at which every fault has to strike.</summary>
    public static IReadOnlyList<string> Expected { get; } = [.. Commits.Where(commit => !IsElsewhere(commit)), .. Calls()];

    /// <summary>What is said to be elsewhere and is nowhere.</summary>
    public static IEnumerable<string> Stale => ElsewhereBy.Where(start => !Commits.Any(commit => commit.StartsWith(start, StringComparison.Ordinal)));

    private static bool IsElsewhere(string commit) => Array.Exists(ElsewhereBy, start => commit.StartsWith(start, StringComparison.Ordinal));

    // A unit of work is written as a function of a context and a token; one that runs a unit it was given is no unit of its own.
    private static IEnumerable<MethodInfo> UnitsOf(Assembly assembly) =>
        from type in assembly.GetTypes()
        where type.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false) && !UnitNames.Wraps(type)
        from method in type.GetMethods(BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
        where Lambda().IsMatch(method.Name) && method.ReturnType.IsAssignableTo(typeof(Task))
        where method.GetParameters() is [var context, var token] && context.ParameterType == typeof(AirlineDb) && token.ParameterType == typeof(CancellationToken)
        select method;

    private static IEnumerable<string> Calls() =>
        typeof(IPaymentGateway).GetMethods().Select(call => SimulatedGateway.Prefix + call.Name.Replace("Async", "", StringComparison.Ordinal).ToLowerInvariant());

    [GeneratedRegex("^<[^>]+>b__")]
    private static partial Regex Lambda();
}
