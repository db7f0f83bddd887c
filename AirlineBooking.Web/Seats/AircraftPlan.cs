using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using AirlineBooking.Domain.Flights;
using AirlineBooking.Domain.Kernel;
using AirlineBooking.Domain.Seats;
using AirlineBooking.Web.Ui;

namespace AirlineBooking.Web.Seats;

/// <summary>A seat as it is drawn and spoken of, at its price.</summary>
public sealed class PlannedSeat
{
    private readonly string?[] _names = new string?[4];

    public required int Index { get; init; }
    public required int Row { get; init; }
    public required SeatNumber Number { get; init; }
    public required SeatTraits Traits { get; init; }
    public required Money Price { get; init; }

    /// <summary>The price inside the seat; only where it differs from what most pay.</summary>
    public required string? Tag { get; init; }

    /// <summary>12C, aisle, extra legroom, £18, available</summary>
    public string Name(SeatState state) => _names[(int)state] ??= SeatMapWords.Name(this, state);
}

/// <summary>A row and its places from left to right: seats, or the markup of an aisle or a gap.</summary>
public sealed record PlannedRow(int Index, int Number, IReadOnlyList<PlannedPlace> Places);

public readonly record struct PlannedPlace(PlannedSeat? Seat, string? Markup);

/// <summary>A row, or what stands between rows.</summary>
public readonly record struct PlannedPart(PlannedRow? Row, string? Markup);

/// <summary>Rows that are drawn together: those between the wings, and those before and behind.</summary>
public sealed record PlannedGroup(bool OverWing, IReadOnlyList<PlannedPart> Parts);

/// <summary>A cabin as it is drawn. In a roomy one the seats are larger, as they are.</summary>
public sealed record PlannedCabin(Cabin Cabin, string Label, int FirstSeat, int Columns, int Aisles, IReadOnlyList<PlannedGroup> Groups)
{
    public bool IsRoomy => Cabin is Cabin.Business or Cabin.First;
}

/// <summary>An aircraft as it is drawn from nose to tail. Nothing in it changes, so everybody who looks at such a flight shares it.</summary>
public sealed class AircraftPlan
{
    /// <summary>Nothing to draw yet.</summary>
    public static readonly AircraftPlan Empty = new([], [], 0, "", "");

    private readonly FrozenDictionary<SeatNumber, PlannedSeat> _byNumber;

    private AircraftPlan(IReadOnlyList<PlannedCabin> cabins, IReadOnlyList<PlannedSeat> seats, int rows, string before, string behind)
    {
        (Cabins, Seats, Rows, Before, Behind) = (cabins, seats, rows, before, behind);
        _byNumber = seats.ToFrozenDictionary(seat => seat.Number);
        // The hindmost cabin is the one most people sit in: what its seats cost is said in the legend and not in each.
        Lowest = cabins is [.., var last] ? seats.Skip(last.FirstSeat).MinBy(seat => seat.Price.MinorUnits)?.Price : null;
    }

    public IReadOnlyList<PlannedCabin> Cabins { get; }
    public IReadOnlyList<PlannedSeat> Seats { get; }
    public int Rows { get; }
    public Money? Lowest { get; }

    /// <summary>Cabins that are not drawn, in words: before the drawn ones and behind them.</summary>
    public string Before { get; }
    public string Behind { get; }

    /// <summary>The columns and aisles of the widest cabin: how large a seat can be follows from them.</summary>
    public string Style => Cabins.MaxBy(cabin => cabin.Columns) is { } widest ? string.Create(CultureInfo.InvariantCulture, $"--n:{widest.Columns};--a:{widest.Aisles}") : "";

    public PlannedSeat? Find(SeatNumber number) => _byNumber.GetValueOrDefault(number);

    /// <summary>The whole aircraft, or one cabin of it with the others cut off.</summary>
    public static AircraftPlan Of(CabinLayout layout, Cabin? only, Func<SeatNumber, Money> priceOf)
    {
        var drawn = layout.Cabins.Where(cabin => only is null || cabin.Cabin == only).ToList();
        if (drawn.Count == 0) drawn = [.. layout.Cabins];
        var maker = new PlanMaker(layout, priceOf);
        var cabins = drawn.ConvertAll(maker.Make);
        var first = drawn.Count == 0 ? 0 : layout.Cabins.IndexOf(drawn[0]);
        var last = drawn.Count == 0 ? 0 : layout.Cabins.IndexOf(drawn[^1]);
        return new AircraftPlan(cabins, maker.Seats, maker.Rows, SeatMapWords.Cabins(layout.Cabins.Take(first)), SeatMapWords.Cabins(layout.Cabins.Skip(last + 1)));
    }

    private sealed class PlanMaker(CabinLayout layout, Func<SeatNumber, Money> priceOf)
    {
        public List<PlannedSeat> Seats { get; } = [];
        public int Rows { get; private set; }

        public PlannedCabin Make(LayoutCabin cabin)
        {
            var (columns, firstSeat) = (cabin.Groups.Sum(group => group.Length), Seats.Count);
            var usual = cabin.Rows.SelectMany(row => SeatsOf(cabin, row)).Select(priceOf).DefaultIfEmpty().MinBy(price => price.MinorUnits);
            var groups = new List<PlannedGroup>();
            var parts = new List<PlannedPart>();
            if (layout.Cabins.Length > 1) parts.Add(Markup($"""<p class="cabin-title" aria-hidden="true">{SeatMapWords.Name(cabin.Cabin)}</p>"""));
            var overWing = false;
            foreach (var row in cabin.Rows)
            {
                var isOverWing = cabin.Wings?.Has(row.Number) == true;
                if (isOverWing != overWing)
                {
                    groups.Add(new PlannedGroup(overWing, parts));
                    (parts, overWing) = ([], isOverWing);
                }
                if (row.IsExit) parts.Add(Markup(Exit));
                parts.AddRange(cabin.Facilities.Where(one => one.Row == row.Number && !one.IsBehind).Select(one => Markup(Walls(cabin, one))));
                if (row.HasBassinets) parts.Add(Markup(Bassinets(cabin)));
                if (row == cabin.Rows[0]) parts.Add(Markup(Letters(cabin)));
                parts.Add(new PlannedPart(Make(cabin, row, usual), null));
                if (row == cabin.Rows[^1]) parts.Add(Markup(Letters(cabin)));
                parts.AddRange(cabin.Facilities.Where(one => one.Row == row.Number && one.IsBehind).Select(one => Markup(Walls(cabin, one))));
            }
            groups.Add(new PlannedGroup(overWing, parts));
            var label = $"{SeatMapWords.Name(cabin.Cabin)} seats, rows {cabin.Rows[0].Number} to {cabin.Rows[^1].Number}";
            return new PlannedCabin(cabin.Cabin, label, firstSeat, columns, cabin.Aisles, groups);
        }

        private PlannedRow Make(LayoutCabin cabin, LayoutRow row, Money usual)
        {
            var places = new List<PlannedPlace>(12);
            for (var group = 0; group < cabin.Groups.Length; group++)
            {
                if (group > 0) places.Add(new PlannedPlace(null, $"""<span class="aisle" aria-hidden="true">{Number(row.Number)}</span>"""));
                foreach (var letter in cabin.Groups[group])
                {
                    places.Add(row.Has(letter) ? new PlannedPlace(Make(new SeatNumber(row.Number, letter), usual), null) : new PlannedPlace(null, Gap));
                }
            }
            return new PlannedRow(Rows++, row.Number, places);
        }

        private PlannedSeat Make(SeatNumber number, Money usual)
        {
            var price = priceOf(number);
            var traits = SeatCharacteristics.Of(layout, number);
            var tagged = traits.HasFlag(SeatTraits.ExtraLegroom) && price > usual;
            var seat = new PlannedSeat { Index = Seats.Count, Row = Rows, Number = number, Traits = traits, Price = price, Tag = tagged ? MoneyText.Rounded(price) : null };
            Seats.Add(seat);
            return seat;
        }

        private const string Gap = """<span class="seat none" aria-hidden="true"></span>""";
        private const string Exit = """<div class="exit" aria-hidden="true"><span>Exit</span><span>Exit</span></div>""";

        private static IEnumerable<SeatNumber> SeatsOf(LayoutCabin cabin, LayoutRow row) =>
            cabin.Groups.SelectMany(group => group).Where(row.Has).Select(letter => new SeatNumber(row.Number, letter));

        private static string Letters(LayoutCabin cabin) => Row(
            "r letters", cabin, group => string.Concat(cabin.Groups[group].Select(letter => $"<span class=\"letter\">{letter}</span>")));

        private static string Walls(LayoutCabin cabin, LayoutFacilities walls) => Row(
            "r walls", cabin, group => $"""<span class="wall" style="--k:{Number(cabin.Groups[group].Length)}">{(group < walls.ByGroup.Length ? SeatMapWords.Name(walls.ByGroup[group], cabin.Groups[group].Length) : "")}</span>""");

        private static string Bassinets(LayoutCabin cabin) => Row(
            "r walls cots", cabin, group => $"""<span class="cot" style="--k:{Number(cabin.Groups[group].Length)}">{SeatMapWords.Bassinet}</span>""");

        private static string Row(string kind, LayoutCabin cabin, Func<int, string> groupMarkup)
        {
            var html = new StringBuilder(256).Append("<div class=\"").Append(kind).Append("\" aria-hidden=\"true\">");
            for (var group = 0; group < cabin.Groups.Length; group++)
            {
                if (group > 0) html.Append("<span class=\"aisle\"></span>");
                html.Append(groupMarkup(group));
            }
            return html.Append("</div>").ToString();
        }

        private static PlannedPart Markup(string markup) => new(null, markup);

        private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
    }
}
