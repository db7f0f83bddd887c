using System.Globalization;
using System.Text;

namespace AirlineBooking.Simulator;

/// <summary>How often each commit and each call of the gateway was passed, and how often each fault struck there.</summary>
public sealed class Strikes
{
    private static readonly Fault[] All = Enum.GetValues<Fault>();

    private readonly SortedDictionary<string, long[]> _counts = new(StringComparer.Ordinal);

    public Strikes()
    {
        // A point that is never passed is struck by nothing, and that is to be seen.
        foreach (var point in Points.Expected) Row(point);
    }

    /// <summary>Points that were passed and that nobody knew of.</summary>
    public IEnumerable<string> Unexpected => _counts.Keys.Except(Points.Expected);

    /// <summary>Every pair of a point and a fault that can strike there, with how often it did.</summary>
    public IEnumerable<(string Point, Fault Fault, long Count)> Pairs =>
        _counts.SelectMany(row => All.Where(fault => CanStrike(row.Key, fault)).Select(fault => (row.Key, fault, row.Value[(int)fault])));

    internal void Pass(string point) => Row(point)[All.Length]++;

    internal void Add(string point, Fault fault) => Row(point)[(int)fault]++;

    internal void Add(Strikes others)
    {
        foreach (var (point, counts) in others._counts)
        {
            var row = Row(point);
            for (var i = 0; i < row.Length; i++) row[i] += counts[i];
        }
    }

    public override string ToString()
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{"",-44}{"passed",10}");
        foreach (var fault in All) text.Append(CultureInfo.InvariantCulture, $"{fault,12}");
        foreach (var (point, counts) in _counts)
        {
            text.AppendLine().Append(CultureInfo.InvariantCulture, $"{point,-44}{counts[All.Length],10}");
            foreach (var fault in All) text.Append(CultureInfo.InvariantCulture, $"{(CanStrike(point, fault) ? counts[(int)fault].ToString(CultureInfo.InvariantCulture) : ""),12}");
        }
        return text.ToString();
    }

    private static bool CanStrike(string point, Fault fault) => point.StartsWith(SimulatedGateway.Prefix, StringComparison.Ordinal)
        ? fault is not (Fault.Refused or Fault.Repeated) && (point != SimulatedGateway.Find || fault is not (Fault.Lost or Fault.Late))
        : fault is not (Fault.NotSent or Fault.Lost or Fault.Late);

    private long[] Row(string point)
    {
        if (!_counts.TryGetValue(point, out var row)) _counts[point] = row = new long[All.Length + 1];
        return row;
    }
}
