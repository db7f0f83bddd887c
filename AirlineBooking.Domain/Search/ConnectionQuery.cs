using AirlineBooking.Domain.Kernel;

namespace AirlineBooking.Domain.Search;

/// <summary>What a party asks of the timetable: from where, to where, on which day, in which cabin.</summary>
public sealed record ConnectionQuery
{
    public const int MostStops = 2;

    /// <summary>Places in <see cref="Timetable.Airports"/>, each once.</summary>
    public required int[] Origins { get; init; }
    public required int[] Destinations { get; init; }

    /// <summary>The date of the first departure, local at the origin.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>When selling closes: nothing that leaves before is offered.</summary>
    public DateTimeOffset EarliestDeparture { get; init; } = DateTimeOffset.MinValue;

    public int MaxStops { get; init; } = MostStops;
    public required Cabin Cabin { get; init; }

    /// <summary>How many of the party sit in a seat of their own.</summary>
    public required int Seats { get; init; }
    public required ScanPrices Prices { get; init; }

    internal void Check(Timetable timetable)
    {
        if (MaxStops is < 0 or > MostStops) throw new ArgumentException($"A search has 0 to {MostStops} stops.");
        if (Prices.Ranks < timetable.Limits.Classes) throw new ArgumentException("A class of the timetable's ladders has no fare.");
        if (Prices.Fares.Length != Origins.Length * Destinations.Length * Prices.Ranks || Prices.DepartureTaxes.Length != Origins.Length)
        {
            throw new ArgumentException("The fares do not fit the query's origins and destinations.");
        }
        if (Prices.TransferTaxes.Length is not 0 && Prices.TransferTaxes.Length != timetable.Airports.Count * ConnectionRules.Kinds)
        {
            throw new ArgumentException("The transfer taxes do not fit the timetable's airports.");
        }
    }
}
