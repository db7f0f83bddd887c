using System.Globalization;
using AirlineBooking.Domain.Fares;
using AirlineBooking.Domain.Flights;
using AirlineBooking.Domain.Kernel;
using AirlineBooking.Domain.Search;

namespace AirlineBooking.Web.Ui;

/// <summary>Makes a search of what somebody typed, or says beside each field what is missing. All problems at once.</summary>
public sealed class TripReader(AirportDirectory directory, DateTimeOffset now, int daysOnSale)
{
    private const int MostGuesses = 3;

    private readonly Dictionary<string, TripProblem> _problems = new(StringComparer.Ordinal);

    /// <param name="fields">What was typed.</param>
    /// <param name="directory">The places we know.</param>
    /// <param name="now">The time.</param>
    /// <param name="daysOnSale">How many days ahead flights are sold, counted from today where they leave.</param>
    public static TripReading Read(TripFields fields, AirportDirectory directory, DateTimeOffset now, int daysOnSale) =>
        new TripReader(directory, now, daysOnSale).Read(fields);

    /// <summary>The house's horizon, or as far as what was loaded goes when that is further.</summary>
    public static int DaysOnSale(SearchBasis basis, AirlineOptions house, DateTimeOffset now) =>
        Math.Max(house.SaleHorizonDays, basis.Timetable.LastDay.DayNumber - DateOnly.FromDateTime(now.UtcDateTime).DayNumber);

    private TripReading Read(TripFields fields)
    {
        var slices = new List<SliceRequest>();
        for (var i = 0; i < fields.Slices.Count; i++)
        {
            var before = slices.Count == i && i > 0 ? slices[i - 1].DepartureDate : (DateOnly?)null;
            if (ReadSlice(fields, i, before) is { } slice) slices.Add(slice);
        }
        var back = fields.Kind is TripKind.Return ? ReadBack(fields, slices.Count > 0 ? slices[0] : null) : null;
        var party = ReadParty(fields);
        if (_problems.Count > 0 || slices.Count < fields.Slices.Count) return new(fields, null, _problems);
        return new(fields, Compose(fields, slices, back, party), _problems);
    }

    private TripQuery Compose(TripFields fields, List<SliceRequest> slices, DateOnly? back, Party party) => new()
    {
        Slices = slices,
        Back = back,
        Party = party,
        Cabin = fields.Cabin switch
        {
            "premium_economy" => Cabin.PremiumEconomy,
            "business" => Cabin.Business,
            "first" => Cabin.First,
            _ => Cabin.Economy,
        },
        Sort = fields.Sort switch
        {
            "price" => OfferSort.Price,
            "departure" => OfferSort.Departure,
            "arrival" => OfferSort.Arrival,
            "duration" => OfferSort.Duration,
            _ => OfferSort.Best,
        },
        DirectOnly = fields.DirectOnly,
        LeaveAfter = TimeOnly.TryParseExact(fields.LeaveAfter, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var after) ? after : null,
        UnderHours = Number(fields.UnderHours) is { } hours and > 0 and < 100 ? hours : null,
        Via = fields.Via.Length > 0 ? directory.Understand(fields.Via)?.Code : null,
        Shown = Number(fields.Shown) is { } shown ? Math.Clamp(shown, TripQuery.FewestShown, TripQuery.MostShown) : TripQuery.FewestShown,
    };

    private SliceRequest? ReadSlice(TripFields fields, int index, DateOnly? before)
    {
        var typed = fields.Slices[index];
        var (fromKey, toKey, outKey) = (TripFields.Key("from", index + 1), TripFields.Key("to", index + 1), TripFields.Key("out", index + 1));
        var from = ReadPlace(typed.From, fromKey, TripWords.OriginMissing);
        var to = ReadPlace(typed.To, toKey, TripWords.DestinationMissing);
        if (from is not null && to is not null && Overlap(from, to)) _problems[toKey] = new(TripWords.SamePlace);
        var day = ReadDay(typed.Out, outKey, TripWords.DayMissing, from);
        if (day < before) _problems[outKey] = new(TripWords.OutOfOrder(before.Value));
        return from is null || to is null || day is null ? null : new SliceRequest(from.Code, to.Code, day.Value);
    }

    private DateOnly? ReadBack(TripFields fields, SliceRequest? first)
    {
        var origin = first is null ? null : directory.FindPlace(first.Origin);
        var day = ReadDay(fields.Back, "back", TripWords.BackMissing, origin);
        if (day < first?.DepartureDate) _problems["back"] = new(TripWords.BackTooEarly(first.DepartureDate));
        return day;
    }

    private Place? ReadPlace(string typed, string key, string missing)
    {
        if (typed.Length == 0)
        {
            _problems[key] = new(missing);
            return null;
        }
        if (directory.Understand(typed) is { } place) return place;
        var guesses = directory.Complete(typed, MostGuesses);
        // One possible end to what was typed is what was meant.
        if (guesses is [var only]) return only;
        if (guesses.Count == 0 && directory.DidYouMean(typed) is { } near) guesses = [near];
        _problems[key] = new(TripWords.Unknown(typed), [.. guesses.Select(guess => new Suggestion(PlaceText.NameAndCode(guess), guess.Code.ToString()))]);
        return null;
    }

    private DateOnly? ReadDay(string typed, string key, string missing, Place? origin)
    {
        if (typed.Length == 0)
        {
            _problems[key] = new(missing);
            return null;
        }
        // Today is today where the flight leaves.
        var today = origin is null ? DateOnly.FromDateTime(now.UtcDateTime) : AirportClock.DateAt(now, origin.TimeZone);
        if (DayReader.Read(typed, today) is not { } day)
        {
            _problems[key] = new(TripWords.Unreadable(typed));
            return null;
        }
        // Where that is not known, a day counts as past once it is over everywhere: no zone is more than a day behind.
        if (day < (origin is null ? today.AddDays(-1) : today)) _problems[key] = new(TripWords.Past(day, today));
        var last = today.AddDays(daysOnSale);
        // A day more where it is not known: somewhere it is tomorrow already.
        if (day > (key != "back" && origin is not null ? last : last.AddDays(1))) _problems[key] = new(TripWords.TooFar(day, last));
        return day;
    }

    private Party ReadParty(TripFields fields)
    {
        var party = new Party(ReadCount(fields.Adults), ReadCount(fields.Children), ReadCount(fields.Infants));
        if (_problems.ContainsKey("who")) return party;
        if (party.Total == 0) _problems["who"] = new(TripWords.NobodyFlies);
        else if (party.Adults == 0) _problems["who"] = new(TripWords.ChildrenAlone);
        else if (party.Total > Party.MostPassengers) _problems["who"] = new(TripWords.TooMany(party.Total));
        else if (party.Infants > party.Adults) _problems["who"] = new(TripWords.TooManyInfants(party));
        return party;
    }

    private int ReadCount(string typed)
    {
        if (Number(typed) is { } number and < 1000) return number;
        _problems["who"] = new(TripWords.NotANumber(typed));
        return 0;
    }

    private static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static bool Overlap(Place one, Place other) => one.Airports.Any(airport => other.Has(airport.Code));
}
