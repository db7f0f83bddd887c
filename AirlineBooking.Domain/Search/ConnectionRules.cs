using AirlineBooking.Domain.Flights;
using AirlineBooking.Domain.Kernel;

namespace AirlineBooking.Domain.Search;

/// <summary>How long a passenger needs to change at an airport, and how long anybody is asked to wait.</summary>
public sealed class ConnectionRules
{
    public const int DefaultMinimumMinutes = 45;
    public const int DefaultMaximumMinutes = 360;

    /// <summary>How many kinds of change there are: in and out, each domestic or international.</summary>
    public const int Kinds = 4;

    private readonly Dictionary<(AirportCode, ConnectionKind), int> _table = [];

    public ConnectionRules(int minimumMinutes = DefaultMinimumMinutes, int maximumMinutes = DefaultMaximumMinutes, IEnumerable<ConnectionTime>? table = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(minimumMinutes);
        ArgumentOutOfRangeException.ThrowIfNegative(maximumMinutes);
        (MinimumMinutes, MaximumMinutes) = (minimumMinutes, maximumMinutes);
        foreach (var time in table ?? []) _table[(time.Airport, time.Kind)] = time.Minutes;
    }

    /// <summary>Where the table says nothing.</summary>
    public int MinimumMinutes { get; }

    public int MaximumMinutes { get; }

    public int MinimumAt(AirportCode airport, ConnectionKind kind) => _table.GetValueOrDefault((airport, kind), MinimumMinutes);

    /// <summary>The kind of change between two legs, each within one country or between two.</summary>
    public static ConnectionKind KindOf(bool arrivesFromAbroad, bool leavesForAbroad) =>
        (ConnectionKind)((arrivesFromAbroad ? 2 : 0) | (leavesForAbroad ? 1 : 0));
}
