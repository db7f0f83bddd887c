using AirlineBooking.Domain.Flights;

namespace AirlineBooking.Domain.Search;

/// <summary>What an itinerary costs a party, as plain tables: one for each query. All amounts are minor units of the whole party, none is negative.</summary>
/// <remarks>
/// The cost is the fare between the ends at the highest rank over the legs, the departure tax of the origin, and the transfer
/// tax of each airport at which the itinerary stops, whether or not the passenger changes aircraft there.
/// </remarks>
public sealed record ScanPrices
{
    /// <summary>How many class ranks the fares name; at least as many as the longest ladder has classes.</summary>
    public required int Ranks { get; init; }

    /// <summary>By origin of the query, destination of the query and rank; it never falls from a rank to the next.</summary>
    public required long[] Fares { get; init; }

    /// <summary>By origin of the query.</summary>
    public required long[] DepartureTaxes { get; init; }

    /// <summary>By airport of the timetable and <see cref="ConnectionKind"/>; empty when there are none.</summary>
    public long[] TransferTaxes { get; init; } = [];

    /// <summary>Nothing costs anything, so only times and stops count.</summary>
    public static ScanPrices Free(int origins, int destinations, int ranks) =>
        new() { Ranks = ranks, Fares = new long[origins * destinations * ranks], DepartureTaxes = new long[origins] };
}
