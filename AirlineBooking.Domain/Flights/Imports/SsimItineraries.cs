using AirlineBooking.Domain.Kernel;

namespace AirlineBooking.Domain.Flights;

/// <summary>A flight number over a period with all its legs, as the message tells it.</summary>
internal sealed record SsimItinerary(SsimCarrier Carrier, IReadOnlyList<SsimLeg> Legs)
{
    public SsimLeg First => Legs[0];
}

/// <summary>Joins the legs of a carrier's schedule to services. A service with a bad leg is left out whole.</summary>
internal sealed class SsimItineraries(Func<AirportCode, bool> isKnown, Action<ImportProblem> report)
{
    private readonly HashSet<(int Number, string Suffix)> _unsure = [];

    public int Bad { get; private set; }

    /// <summary>Numbers of which something could not be read: what is known of them must not be removed.</summary>
    public IReadOnlySet<(int Number, string Suffix)> Unsure => _unsure;

    public IEnumerable<SsimItinerary> Of(SsimCarrier carrier)
    {
        var open = new List<(SsimRecord Record, SsimLeg? Leg)>();
        var itinerary = "";
        foreach (var record in carrier.Legs)
        {
            var leg = SsimLeg.Read(record, carrier, out var reason);
            if (leg is null) Tell(record, reason);
            // Suffix, airline, number and itinerary variation say what belongs together; leg 1 begins anew. A record that cannot be read stays with its own.
            var identity = string.Concat(record.Text.AsSpan(1, 10), record.Text.AsSpan(127, 1));
            if (open.Count > 0 && (identity != itinerary || record.Field(12, 13) is "1" or "01"))
            {
                if (Join(carrier, open) is { } service) yield return service;
                open.Clear();
            }
            itinerary = identity;
            open.Add((record, leg));
        }
        if (Join(carrier, open) is { } last) yield return last;
    }

    private SsimItinerary? Join(SsimCarrier carrier, List<(SsimRecord Record, SsimLeg? Leg)> open)
    {
        if (open.Count == 0) return null;
        var legs = open.Select(row => row.Leg).OfType<SsimLeg>().ToList();
        var bad = legs.Count < open.Count;
        for (var i = 0; i < legs.Count && !bad; i++)
        {
            if (Misfit(legs, i, carrier) is not { } reason) continue;
            Tell(legs[i].Record, reason);
            bad = true;
        }
        if (!bad) return new SsimItinerary(carrier, legs);
        foreach (var (record, leg) in open)
        {
            if (SsimRecord.TryWhole(record.Field(6, 9), out var number)) _unsure.Add((number, record.Field(2, 2)));
            if (leg is not null && open.Count > 1 && open[0].Record == record) report(new ImportProblem(record.Line, "the whole itinerary is left out, because a leg of it is bad"));
        }
        return null;
    }

    private string? Misfit(List<SsimLeg> legs, int index, SsimCarrier carrier)
    {
        var (leg, first) = (legs[index], legs[0]);
        if (leg.Sequence != index + 1) return $"leg {leg.Sequence} stands where leg {index + 1} is expected";
        if (!isKnown(leg.Origin)) return $"airport '{leg.Origin}' is not known";
        if (!isKnown(leg.Destination)) return $"airport '{leg.Destination}' is not known";
        if (index > 0 && leg.Origin != legs[index - 1].Destination) return $"the leg leaves from {leg.Origin} and the one before arrives at {legs[index - 1].Destination}";
        if ((leg.From, leg.To, leg.Days, leg.EveryWeeks) != (first.From, first.To, first.Days, first.EveryWeeks)) return "the leg has another period or other days than the first one";
        if (leg.From < carrier.From || (carrier.To is { } end && (leg.To ?? DateOnly.MinValue) > end)) return "the period lies outside of the carrier's";
        return null;
    }

    private void Tell(SsimRecord record, string reason)
    {
        Bad++;
        report(new ImportProblem(record.Line, reason));
    }
}
