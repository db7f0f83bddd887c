using System.Runtime.InteropServices;
using AirlineBooking.Domain.Flights;
using AirlineBooking.Domain.Kernel;

namespace AirlineBooking.Domain.Search;

/// <summary>Takes flights in any order and makes a timetable of them.</summary>
public sealed class TimetableBuilder(
    IReadOnlyList<Airport> airports, ConnectionRules connections, BookingLimits limits, ChooseLadder? chooseLadder = null)
{
    private readonly Dictionary<AirportCode, ushort> _airports = IndexOf(airports);
    private readonly Dictionary<string, ushort> _names = new(StringComparer.Ordinal);
    private readonly List<Row> _rows = [];
    private readonly HashSet<uint> _pairs = [];
    private int _firstDeparture = int.MaxValue;
    private int _lastDeparture = int.MinValue;

    /// <summary>How many flights were taken.</summary>
    public int Count => _rows.Count;

    /// <summary>Takes one flight. False when it names an airport that is not known, and so cannot be offered.</summary>
    public bool Add(in FlightFacts flight)
    {
        if (!_airports.TryGetValue(flight.Origin, out var origin) || !_airports.TryGetValue(flight.Destination, out var destination)) return false;
        var (departs, arrives) = (TimetableMinutes.Of(flight.DepartsAt), TimetableMinutes.Of(flight.ArrivesAt));
        var (departsLocal, arrivesLocal) = (TimetableMinutes.OfLocal(flight.DepartsLocal), TimetableMinutes.OfLocal(flight.ArrivesLocal));
        _pairs.Add(PairOf(origin, destination));
        (_firstDeparture, _lastDeparture) = (Math.Min(_firstDeparture, departs), Math.Max(_lastDeparture, departs));
        _rows.Add(new Row
        {
            Id = flight.Id.Value,
            Departs = departs,
            Arrives = arrives,
            Day = checked((ushort)TimetableMinutes.DayOf(DateOnly.FromDateTime(flight.DepartsLocal))),
            ServiceDay = checked((ushort)TimetableMinutes.DayOf(flight.ServiceDate)),
            DepartureOffset = checked((short)(departsLocal - departs)),
            ArrivalOffset = checked((short)(arrivesLocal - arrives)),
            Origin = origin,
            Destination = destination,
            Carrier = Name(flight.Carrier),
            OperatingCarrier = Name(flight.OperatingCarrier),
            Suffix = Name(flight.Suffix ?? ""),
            Aircraft = Name(flight.Aircraft),
            Number = checked((ushort)flight.Number),
            Seats = checked((ushort)flight.Seats),
            LegSequence = checked((ushort)flight.LegSequence),
            JoinsNextLeg = flight.JoinsNextLeg,
            Economy = Ladder(flight, Cabin.Economy),
            PremiumEconomy = Ladder(flight, Cabin.PremiumEconomy),
            Business = Ladder(flight, Cabin.Business),
            First = Ladder(flight, Cabin.First),
        });
        return true;
    }

    public Timetable Build(long version)
    {
        var rows = CollectionsMarshal.AsSpan(_rows);
        uint[] pairs = [.. _pairs.Order()];
        var blocks = new TimeBlocks(_firstDeparture, _lastDeparture, pairs.Length, rows.Length);
        var (order, marketOfFlight) = InOrder(rows, pairs, blocks);
        var names = new string[_names.Count];
        foreach (var (name, index) in _names) names[index] = name;
        var made = new TimetableColumns(rows.Length)
        {
            Version = version, Airports = airports, Connections = connections, Limits = limits, Names = names,
            Pairs = pairs, MarketOfFlight = marketOfFlight, Blocks = blocks,
        };
        for (var flight = 0; flight < order.Length; flight++)
        {
            ref readonly var row = ref rows[order[flight]];
            made.Ids[flight] = row.Id;
            made.Times[flight] = new FlightTimes(row.Departs, row.Arrives);
            made.Days[flight] = row.Day;
            made.DepartureOffsets[flight] = row.DepartureOffset;
            made.ArrivalOffsets[flight] = row.ArrivalOffset;
            made.Origins[flight] = row.Origin;
            made.Destinations[flight] = row.Destination;
            made.Carriers[flight] = row.Carrier;
            made.OperatingCarriers[flight] = row.OperatingCarrier;
            made.Numbers[flight] = row.Number;
            made.Suffixes[flight] = row.Suffix;
            made.Aircraft[flight] = row.Aircraft;
            made.Seats[flight] = row.Seats;
            made.Selling[(int)Cabin.Economy][flight].Ladder = row.Economy;
            made.Selling[(int)Cabin.PremiumEconomy][flight].Ladder = row.PremiumEconomy;
            made.Selling[(int)Cabin.Business][flight].Ladder = row.Business;
            made.Selling[(int)Cabin.First][flight].Ladder = row.First;
        }
        JoinLegs(rows, order, made.Next);
        blocks.Mark(made.Times, marketOfFlight);
        return new Timetable(made);
    }

    /// <summary>By block, market, departure and id.</summary>
    private static (int[] Order, int[] MarketOfFlight) InOrder(ReadOnlySpan<Row> rows, uint[] pairs, TimeBlocks blocks)
    {
        var keys = new ulong[rows.Length];
        var order = new int[rows.Length];
        for (var row = 0; row < rows.Length; row++)
        {
            var market = Array.BinarySearch(pairs, PairOf(rows[row].Origin, rows[row].Destination));
            var run = (ulong)blocks.Of(rows[row].Departs) * (ulong)pairs.Length + (ulong)market;
            (keys[row], order[row]) = ((run << 32) | (uint)rows[row].Departs, row);
        }
        Array.Sort(keys, order);

        // What is equal so far goes by id, or two processes would count their flights differently.
        for (int first = 0, end; first < keys.Length; first = end)
        {
            for (end = first + 1; end < keys.Length && keys[end] == keys[first]; end++)
            {
                for (var at = end; at > first && rows[order[at]].Id < rows[order[at - 1]].Id; at--) (order[at], order[at - 1]) = (order[at - 1], order[at]);
            }
        }
        return (order, Array.ConvertAll(keys, key => (int)((key >> 32) % (ulong)pairs.Length)));
    }

    private static uint PairOf(ushort origin, ushort destination) => ((uint)origin << 16) | destination;

    /// <summary>Finds for each leg that is joined to the next one the flight that it goes on as.</summary>
    private static void JoinLegs(ReadOnlySpan<Row> rows, int[] order, int[] next)
    {
        Array.Fill(next, -1);
        var laterLegs = new Dictionary<(ushort Carrier, ushort Number, ushort Suffix, ushort ServiceDay, int Leg, ushort Origin), int>();
        for (var flight = order.Length - 1; flight >= 0; flight--)
        {
            // Of several with the same number and leg the earliest stays, for it is met last.
            ref readonly var row = ref rows[order[flight]];
            if (row.LegSequence > 1) laterLegs[(row.Carrier, row.Number, row.Suffix, row.ServiceDay, row.LegSequence, row.Origin)] = flight;
        }
        if (laterLegs.Count == 0) return;
        for (var flight = 0; flight < order.Length; flight++)
        {
            ref readonly var row = ref rows[order[flight]];
            if (!row.JoinsNextLeg) continue;
            var key = (row.Carrier, row.Number, row.Suffix, row.ServiceDay, row.LegSequence + 1, row.Destination);
            if (laterLegs.TryGetValue(key, out var onward) && rows[order[onward]].Departs >= row.Arrives) next[flight] = onward;
        }
    }

    private ushort Ladder(in FlightFacts flight, Cabin cabin) => chooseLadder is null ? (ushort)0 : chooseLadder(flight, cabin);

    private ushort Name(string name)
    {
        if (!_names.TryGetValue(name, out var index)) _names.Add(name, index = checked((ushort)_names.Count));
        return index;
    }

    private static Dictionary<AirportCode, ushort> IndexOf(IReadOnlyList<Airport> airports)
    {
        var index = new Dictionary<AirportCode, ushort>(airports.Count);
        foreach (var airport in airports) index.Add(airport.Code, checked((ushort)index.Count));
        return index;
    }

    private struct Row
    {
        public long Id;
        public int Departs, Arrives;
        public ushort Day, ServiceDay;
        public short DepartureOffset, ArrivalOffset;
        public ushort Origin, Destination, Carrier, OperatingCarrier, Number, Suffix, Aircraft, Seats, LegSequence;
        public ushort Economy, PremiumEconomy, Business, First;
        public bool JoinsNextLeg;
    }
}

/// <summary>The columns of a timetable while it is being made.</summary>
internal sealed class TimetableColumns(int flights)
{
    public required long Version { get; init; }
    public required IReadOnlyList<Airport> Airports { get; init; }
    public required ConnectionRules Connections { get; init; }
    public required BookingLimits Limits { get; init; }
    public required string[] Names { get; init; }

    /// <summary>Origin and destination of each market, in order.</summary>
    public required uint[] Pairs { get; init; }
    public required int[] MarketOfFlight { get; init; }
    public required TimeBlocks Blocks { get; init; }
    public long[] Ids { get; } = new long[flights];
    public FlightTimes[] Times { get; } = new FlightTimes[flights];
    public int[] Next { get; } = new int[flights];
    public ushort[] Days { get; } = new ushort[flights];
    public short[] DepartureOffsets { get; } = new short[flights];
    public short[] ArrivalOffsets { get; } = new short[flights];
    public ushort[] Origins { get; } = new ushort[flights];
    public ushort[] Destinations { get; } = new ushort[flights];
    public ushort[] Carriers { get; } = new ushort[flights];
    public ushort[] OperatingCarriers { get; } = new ushort[flights];
    public ushort[] Numbers { get; } = new ushort[flights];
    public ushort[] Suffixes { get; } = new ushort[flights];
    public ushort[] Aircraft { get; } = new ushort[flights];
    public ushort[] Seats { get; } = new ushort[flights];
    public CabinSelling[][] Selling { get; } = [.. Enumerable.Range(0, Timetable.Cabins).Select(_ => new CabinSelling[flights])];
}
