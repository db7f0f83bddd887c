using System.Globalization;
using AirlineBooking.Domain.Kernel;

namespace AirlineBooking.Domain.Flights;

/// <summary>Holds what a message says about UTC against the zone rules. The rules are believed; a difference is told once a leg.</summary>
internal sealed class SsimCrossCheck(Func<AirportCode, string> zoneOf, Action<ImportProblem> report)
{
    private readonly Dictionary<int, LegSeen> _legs = [];

    public void Look(Flight flight, SsimLeg leg, bool inUtc)
    {
        if (!_legs.TryGetValue(leg.Line, out var seen)) _legs.Add(leg.Line, seen = new LegSeen(inUtc));
        seen.Departure.Look(flight.DepartsAt, leg.Departs, leg.Origin, zoneOf(leg.Origin), inUtc);
        seen.Arrival.Look(flight.ArrivesAt, leg.Arrives, leg.Destination, zoneOf(leg.Destination), inUtc);
    }

    public void Tell()
    {
        foreach (var (line, seen) in _legs)
        {
            foreach (var end in new[] { seen.Departure, seen.Arrival })
            {
                if (end.Difference(seen.InUtc) is { } difference) report(new ImportProblem(line, difference) { IsRemark = true });
            }
        }
    }

    private sealed class LegSeen(bool inUtc)
    {
        public bool InUtc { get; } = inUtc;
        public EndSeen Departure { get; } = new();
        public EndSeen Arrival { get; } = new();
    }

    private sealed class EndSeen
    {
        private string? _otherVariation;
        private string? _otherTime;
        private bool _everAgreed;

        public void Look(DateTimeOffset instant, SsimTime told, AirportCode airport, string zone, bool inUtc)
        {
            if (told.Variation is { } variation)
            {
                var rules = AirportClock.OffsetAt(instant, zone);
                if (rules == variation) _everAgreed = true;
                else _otherVariation ??= string.Create(CultureInfo.InvariantCulture, $"the UTC variation {Words(variation)} at {airport} is {Words(rules)} on {instant:yyyy-MM-dd} by the zone rules");
            }
            if (inUtc && TimeOnly.FromTimeSpan(instant.UtcDateTime.TimeOfDay) != told.Time)
            {
                _otherTime ??= string.Create(CultureInfo.InvariantCulture, $"{told.Time:HH:mm} UTC on {instant:yyyy-MM-dd} falls into the hour that the clocks at {airport} show twice, so {instant.UtcDateTime:HH:mm} is taken");
            }
        }

        // A message in UTC has one variation for a period in which the clocks may change; one in local time is cut there.
        public string? Difference(bool inUtc) => _otherTime ?? (inUtc && _everAgreed ? null : _otherVariation);

        private static string Words(TimeSpan variation) => (variation < TimeSpan.Zero ? "-" : "+") + variation.ToString("hhmm", CultureInfo.InvariantCulture);
    }
}
