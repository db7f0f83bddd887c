using System.Globalization;
using AirlineBooking.Domain.Search;

namespace AirlineBooking.Web.Ui;

/// <summary>From, to and day of one slice, as typed.</summary>
public sealed record SliceFields(string From, string To, string Out);

public enum TripKind { Return, OneWay, Several }

/// <summary>The search form as somebody filled it in: text that may or may not make sense yet. Nothing typed is ever lost.</summary>
public sealed record TripFields
{
    private const int LongestText = 80;

    public required TripKind Kind { get; init; }

    public required IReadOnlyList<SliceFields> Slices { get; init; }

    public string Back { get; init; } = "";

    public string Adults { get; init; } = "1";

    public string Children { get; init; } = "0";

    public string Infants { get; init; } = "0";

    public string Cabin { get; init; } = "economy";

    public string Sort { get; init; } = "best";

    public bool DirectOnly { get; init; }

    public string LeaveAfter { get; init; } = "";

    public string UnderHours { get; init; } = "";

    public string Via { get; init; } = "";

    public string Shown { get; init; } = "";

    /// <summary>The month is wanted rather than one day.</summary>
    public bool Flexible { get; init; }

    public static TripFields Read(IQueryCollection query)
    {
        var kind = KindOf(query);
        var slices = new List<SliceFields> { new(Text(query, "from"), Text(query, "to"), Text(query, "out")) };
        if (kind is TripKind.Several)
        {
            for (var i = 2; i <= SliceCount(query); i++) slices.Add(new(Text(query, Key("from", i)), Text(query, Key("to", i)), Text(query, Key("out", i))));
        }
        return new TripFields
        {
            Kind = kind,
            Slices = slices,
            Back = kind is TripKind.Return ? Text(query, "back") : "",
            Adults = Text(query, "adults", "1"),
            Children = Text(query, "children", "0"),
            Infants = Text(query, "infants", "0"),
            Cabin = Text(query, "cabin", "economy"),
            Sort = Text(query, "sort", "best"),
            DirectOnly = Text(query, "direct") is "1" or "on" or "true",
            LeaveAfter = Text(query, "after"),
            UnderHours = Text(query, "under"),
            Via = Text(query, "via"),
            Shown = Text(query, "show"),
            Flexible = Text(query, "flexible").Length > 0,
        };
    }

    /// <summary>The name of a slice's field in an address: from, from2, from3.</summary>
    public static string Key(string field, int number) => number == 1 ? field : field + number.ToString(CultureInfo.InvariantCulture);

    private static TripKind KindOf(IQueryCollection query) => Text(query, "trip") switch
    {
        "several" => TripKind.Several,
        "oneway" => TripKind.OneWay,
        "return" => TripKind.Return,
        _ when query.ContainsKey("from2") || query.ContainsKey("to2") => TripKind.Several,
        _ => query.ContainsKey("back") || !query.ContainsKey("from") ? TripKind.Return : TripKind.OneWay,
    };

    private static int SliceCount(IQueryCollection query)
    {
        var asked = int.TryParse(Text(query, "slices"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 2;
        for (var i = SearchRequest.MostSlices; i > asked; i--)
        {
            if (Text(query, Key("from", i)).Length + Text(query, Key("to", i)).Length + Text(query, Key("out", i)).Length > 0) return i;
        }
        return Math.Clamp(asked, 2, SearchRequest.MostSlices);
    }

    private static string Text(IQueryCollection query, string key, string absent = "")
    {
        var text = query[key].ToString().Trim();
        if (text.Length == 0) return absent;
        return text.Length > LongestText ? text[..LongestText] : text;
    }
}
