using AirlineBooking.Domain.Fares;
using AirlineBooking.Domain.Kernel;
using AirlineBooking.Domain.Search;

namespace AirlineBooking.Web.Ui;

/// <summary>A search as its address says it, complete and readable: what a person may bookmark, share and come back to.</summary>
public sealed record TripQuery
{
    public const int FewestShown = 10;
    public const int MostShown = 100;

    /// <summary>One slice for one way or a return, up to six for several stops.</summary>
    public required IReadOnlyList<SliceRequest> Slices { get; init; }

    /// <summary>The day of the way back, if there is one: from the last destination to the first origin.</summary>
    public DateOnly? Back { get; init; }

    public Party Party { get; init; } = new(1, 0, 0);

    public Cabin Cabin { get; init; }

    public OfferSort Sort { get; init; }

    public bool DirectOnly { get; init; }

    public TimeOnly? LeaveAfter { get; init; }

    public int? UnderHours { get; init; }

    public AirportCode? Via { get; init; }

    /// <summary>How many itineraries the page shows.</summary>
    public int Shown { get; init; } = FewestShown;

    /// <summary>The search that leads to such an offer again.</summary>
    public static TripQuery Of(Offer offer) => Of(offer.Slices, offer.Passengers.Select(passenger => passenger.Type), offer.Cabin);

    /// <summary>The search that leads to such a journey again.</summary>
    public static TripQuery Of(IReadOnlyList<OfferSlice> ways, IEnumerable<PassengerType> people, Cabin cabin)
    {
        var slices = ways.Select(slice => new SliceRequest(slice.Origin, slice.Destination, DateOnly.FromDateTime(slice.Segments[0].DepartingAt))).ToArray();
        var isReturn = slices.Length == 2 && slices[0].Origin == slices[1].Destination && slices[0].Destination == slices[1].Origin;
        var count = people.ToLookup(type => type);
        return new TripQuery
        {
            Slices = isReturn ? [slices[0]] : slices,
            Back = isReturn ? slices[1].DepartureDate : null,
            Party = new Party(count[PassengerType.Adult].Count(), count[PassengerType.Child].Count(), count[PassengerType.Infant].Count()),
            Cabin = cabin,
        };
    }

    public SliceRequest First => Slices[0];

    public bool IsReturn => Back is not null;

    public bool IsSeveral => Slices.Count > 1;

    public bool IsFiltered => DirectOnly || LeaveAfter is not null || UnderHours is not null || Via is not null;

    public int? Nights => Back is { } back ? back.DayNumber - First.DepartureDate.DayNumber : null;

    /// <summary>The same trip that many days from the day asked for, as long as before.</summary>
    public TripQuery On(DateOnly departure) => this with
    {
        Slices = [First with { DepartureDate = departure }, .. Slices.Skip(1)],
        Back = Nights is { } nights ? departure.AddDays(nights) : null,
        Shown = FewestShown,
    };

    public TripQuery WithoutFilters() => this with { DirectOnly = false, LeaveAfter = null, UnderHours = null, Via = null, Shown = FewestShown };

    /// <summary>What the Domain is asked.</summary>
    public SearchRequest ToRequest() => new(
        Back is { } back ? [.. Slices, new SliceRequest(Slices[^1].Destination, First.Origin, back)] : Slices,
        Party,
        Cabin,
        DirectOnly ? 0 : ConnectionQuery.MostStops,
        Sort,
        LeaveAfter is null && UnderHours is null && Via is null
            ? null
            : new OfferFilters(DepartAfter: LeaveAfter, MaxDuration: UnderHours is { } hours ? TimeSpan.FromHours(hours) : null, Via: Via));
}
