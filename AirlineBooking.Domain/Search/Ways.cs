namespace AirlineBooking.Domain.Search;

/// <summary>What the ways from one origin of a query to one destination cost.</summary>
internal readonly ref struct Ways
{
    private readonly ReadOnlySpan<long> _fares;
    private readonly ReadOnlySpan<long> _transferTaxes;
    private readonly long _departureTax;

    public Ways(ScanFrame frame, int originPlace, int destinationPlace)
    {
        var (query, prices) = (frame.Query, frame.Query.Prices);
        _fares = prices.Fares.AsSpan((originPlace * query.Destinations.Length + destinationPlace) * prices.Ranks, prices.Ranks);
        _transferTaxes = prices.TransferTaxes;
        _departureTax = prices.DepartureTaxes[originPlace];
        (OriginPlace, Origin, Destination) = (originPlace, query.Origins[originPlace], query.Destinations[destinationPlace]);
    }

    /// <summary>The origin's place in the query.</summary>
    public int OriginPlace { get; }

    public int Origin { get; }

    public int Destination { get; }

    public int Ranks => _fares.Length;

    /// <summary>The whole cost at that highest rank, with that much transfer tax.</summary>
    public long Cost(int rank, long transferTax) => _fares[rank] + _departureTax + transferTax;

    /// <summary>The tax of changing from one market to the next.</summary>
    public long TransferTax(in Market market, in Market next) => _transferTaxes.IsEmpty
        ? 0
        : _transferTaxes[market.Destination * ConnectionRules.Kinds + (int)ConnectionRules.KindOf(market.IsInternational, next.IsInternational)];
}
