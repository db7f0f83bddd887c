using AirlineBooking.Domain.Fares;
using AirlineBooking.Domain.Flights;
using AirlineBooking.Domain.Kernel;
using AirlineBooking.Domain.Seats;
using CsCheck;

namespace AirlineBooking.Domain.Tests.Seats;

/// <summary>A cabin so small that every choice of seats can be tried.</summary>
public sealed record SmallCabin(CabinLayout Layout, IReadOnlySet<SeatNumber> Free)
{
    private static readonly string[][] Shapes = [["ABC", "DEF"], ["AC", "DF"], ["A", "CD"], ["AC", "DEG", "HK"], ["ABC"]];

    public static Gen<SmallCabin> Any(bool withExits) =>
        from shape in Gen.Int[0, Shapes.Length - 1].Select(i => Shapes[i])
        from rows in Gen.Int[1, Math.Max(2, 15 / shape.Sum(letters => letters.Length))]
        from exit in Gen.Int[1, rows]
        from bits in Gen.Bool.Array[rows * 7]
        from fill in Gen.Bool.Array[rows * 7]
        select Make(shape, rows, withExits ? exit : 0, bits, fill);

    public IEnumerable<SeatNumber> Seats => SeatCharacteristicsTests.SeatsOf(Layout);

    public bool IsExit(SeatNumber seat) => Layout.Cabins[0].Rows.Single(row => row.Number == seat.Row).IsExit;

    public int Column(SeatNumber seat) => string.Concat(Layout.Cabins[0].Groups).IndexOf(seat.Letter, StringComparison.Ordinal);

    public int Section(SeatNumber seat) => Layout.Cabins[0].Groups.IndexOf(Layout.Cabins[0].Groups.Single(group => group.Contains(seat.Letter, StringComparison.Ordinal)));

    public IReadOnlyList<SeatNumber> Best(int count, Party? party = null, SeatWish? near = null, SeatKind? kind = null) =>
        BestSeats.For(Layout, Cabin.Economy, Free.Contains, _ => 0, count, party, near, kind);

    /// <summary>Every choice of so many free seats.</summary>
    public IEnumerable<SeatNumber[]> Choices(int count) => Choose([.. Free.Order()], count, 0);

    public bool IsSideBySide(IReadOnlyList<SeatNumber> seats)
    {
        var columns = seats.Select(Column).Order().ToArray();
        return seats.All(seat => seat.Row == seats[0].Row) && columns[^1] - columns[0] == seats.Count - 1;
    }

    public bool IsInOneSection(IReadOnlyList<SeatNumber> seats) => IsSideBySide(seats) && seats.All(seat => Section(seat) == Section(seats[0]));

    /// <summary>Free seats without a free neighbour in their section afterwards, which had one before.</summary>
    public int SinglesLeft(IReadOnlyList<SeatNumber> seats)
    {
        bool HasNeighbour(SeatNumber seat, Func<SeatNumber, bool> free) =>
            Free.Any(other => free(other) && other.Row == seat.Row && Section(other) == Section(seat) && Math.Abs(Column(other) - Column(seat)) == 1);
        return Free.Count(seat => !seats.Contains(seat) && HasNeighbour(seat, _ => true) && !HasNeighbour(seat, other => !seats.Contains(other)));
    }

    /// <summary>The fewest children without an adult beside them, over all ways to sit down.</summary>
    public int FewestChildrenAlone(IReadOnlyList<SeatNumber> seats, int adults) =>
        Choose([.. seats], adults, 0).Min(grown => seats.Count(seat => !grown.Contains(seat) && !grown.Any(adult => AreBeside(adult, seat))));

    public bool AreBeside(SeatNumber one, SeatNumber other) => one.Row == other.Row && Math.Abs(Column(one) - Column(other)) == 1;

    /// <summary>Whether a party could sit down there by the rules of exits and masks, tried adult by adult.</summary>
    public bool Suits(IReadOnlyList<SeatNumber> seats, Party party) =>
        Choose([.. seats], party.Adults, 0).Any(grown =>
            seats.Except(grown).All(seat => !IsExit(seat))
            && Choose(grown, party.Infants, 0).Any(laps => laps.All(seat => !IsExit(seat)) && laps.DistinctBy(seat => (seat.Row, Section(seat))).Count() == laps.Length));

    private static SmallCabin Make(string[] shape, int rows, int exit, bool[] bits, bool[] fill)
    {
        var layout = new CabinLayout("TEST", [new LayoutCabin(Cabin.Economy, [.. shape], [.. Enumerable.Range(1, rows).Select(row => new LayoutRow(row, IsExit: row == exit))], null, [])]);
        var seats = SeatCharacteristicsTests.SeatsOf(layout).ToArray();
        return new SmallCabin(layout, seats.Where((_, i) => bits[i] || fill[i]).ToHashSet());
    }

    private static IEnumerable<SeatNumber[]> Choose(SeatNumber[] from, int count, int start)
    {
        if (count == 0) yield return [];
        if (count == 0) yield break;
        for (var i = start; i <= from.Length - count; i++)
        {
            foreach (var rest in Choose(from, count - 1, i + 1)) yield return [from[i], .. rest];
        }
    }
}
