using AirlineBooking.Domain.Fares;
using AirlineBooking.Domain.Flights;
using AirlineBooking.Domain.Kernel;
using AirlineBooking.Domain.Seats;
using AirlineBooking.Web.Seats;
using AirlineBooking.Web.Tests.Support;
using AirlineBooking.Web.Ui;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace AirlineBooking.Web.Tests.Seats;

public sealed class SeatMapViewTests : IAsyncLifetime
{
    private static readonly FlightId Flight = new(1);
    private static readonly IReadOnlyList<SeatingPerson> People = [new("0", "Máire Ní Dhomhnaill", PassengerType.Adult), new("1", "Tadhg O’Brien-Łuczak", PassengerType.Child)];

    private BunitContext _browser = null!; // Both are set before any test runs.
    private RunningAirline _airline = null!;

    public async Task InitializeAsync()
    {
        _airline = await RunningAirline.OpenAsync();
        _browser = NewBrowser();
        _browser.JSInterop.Mode = JSRuntimeMode.Loose;
        _browser.Services
            .AddSingleton(_airline.Get<ReadSeatMap>()).AddSingleton(_airline.Get<FindFlights>()).AddSingleton(_airline.Get<AircraftPlans>()).AddSingleton(_airline.Get<SeatMapFeed>())
            .AddSingleton(_airline.Get<HoldSeats>()).AddSingleton(_airline.Get<ExtendHold>()).AddSingleton(_airline.Get<ReleaseHold>()).AddSingleton<TimeProvider>(_airline.Clock);
        _browser.SetRendererInfo(new RendererInfo("Server", true));
    }

    public async Task DisposeAsync()
    {
        await _browser.DisposeAsync();
        await _airline.DisposeAsync();
    }

    [Fact]
    public void A_seat_is_named_by_what_it_is_what_it_costs_and_its_state()
    {
        var map = Looking();
        Assert.Equal("39C, aisle, extra legroom, exit row, £69, available", NameOf(map, "39C"));
        Assert.Equal("1A, window and aisle, no charge, available", NameOf(map, "1A"));
    }

    [Theory]
    [InlineData(ClaimState.Held, "seat held", "30C, aisle, being chosen")]
    [InlineData(ClaimState.Sold, "seat taken", "30C, aisle, taken")]
    [InlineData(ClaimState.Blocked, "seat blocked", "30C, aisle, not for sale")]
    public async Task A_state_is_told_by_class_and_by_name(ClaimState state, string drawn, string named)
    {
        await ClaimAsync("30C", state);
        var seat = Looking().Find(Of("30C"));
        Assert.Equal((drawn, named), (seat.ClassName, seat.GetAttribute("aria-label")));
    }

    [Fact]
    public async Task What_cannot_be_had_says_so_to_the_ear_before_the_page_is_live()
    {
        await ClaimAsync("30C", ClaimState.Sold);
        _browser.SetRendererInfo(new RendererInfo("Static", false));
        var map = Looking();
        Assert.Equal("true", map.Find(Of("30C")).GetAttribute("aria-disabled"));
        Assert.All(map.FindAll(".plane button"), seat => Assert.Equal(("gridcell", "-1"), (seat.GetAttribute("role"), seat.GetAttribute("tabindex"))));
    }

    [Fact]
    public async Task A_change_of_somebody_else_is_drawn_in_its_row_alone()
    {
        var map = Looking();
        var before = map.FindComponents<SeatRow>().ToDictionary(row => row.Instance.Row.Number, row => row.RenderCount);
        await RivalAsync("30C");
        map.WaitForAssertion(() => Assert.Equal("seat held ping", map.Find(Of("30C")).ClassName));
        Assert.Equal([30], map.FindComponents<SeatRow>().Where(row => row.RenderCount != before[row.Instance.Row.Number]).Select(row => row.Instance.Row.Number));
    }

    [Fact]
    public async Task A_gap_in_the_changes_is_mended_by_reading_again()
    {
        var map = Looking();
        await ClaimAsync("30A", ClaimState.Sold);
        _airline.Get<SeatMapFeed>().Publish(new SeatsChanged(Flight, 7, [], []));
        map.WaitForAssertion(() => Assert.StartsWith("seat taken", map.Find(Of("30A")).ClassName, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_click_takes_the_seat_for_the_current_person_and_tells_the_page()
    {
        SeatsChosen? told = null;
        var map = Choosing(chosen => told = chosen);
        await map.InvokeAsync(() => map.Instance.PickAsync("30C"));

        var seat = map.Find(Of("30C"));
        Assert.Equal(("seat mine", "30C, aisle, held for Máire Ní Dhomhnaill", "true"), (seat.ClassName, seat.GetAttribute("aria-label"), seat.GetAttribute("aria-selected")));
        Assert.Equal("30C is yours, for Máire Ní Dhomhnaill.", map.Find("p[role=status]").TextContent);
        Assert.Equal(SeatNumber.Parse("30C"), told?.Seats["0"]);
        Assert.Equal("true", map.FindAll(".party button")[1].GetAttribute("aria-pressed"));
    }

    [Fact]
    public async Task A_refusal_names_the_seat_and_offers_others_as_buttons()
    {
        var map = Choosing();
        await RivalAsync("30C");
        await map.InvokeAsync(() => map.Instance.PickAsync("30C"));

        Assert.Equal("30C has just been taken", map.Find(".notice strong").TextContent);
        var offered = map.FindAll(".notice button").Select(button => button.GetAttribute("data-seat")).ToList();
        Assert.Equal(BestSeats.MostAlternatives, offered.Count);
        Assert.All(offered, seat => Assert.Contains("next", map.Find(Of(seat ?? "")).ClassList));
    }

    [Fact]
    public async Task A_hold_that_ran_out_is_said_and_can_be_taken_again()
    {
        var map = Choosing();
        await map.InvokeAsync(() => map.Instance.PickAsync("30C"));
        _airline.Clock.Advance(SeatHold.Lifetime);
        await _airline.Get<ExpireHolds>().RunAsync(default);
        map.WaitForAssertion(() => Assert.Equal("30C went back on sale", map.Find(".notice strong").TextContent));
        map.Find(".notice button").Click();
        map.WaitForAssertion(() => Assert.Equal("seat mine", map.Find(Of("30C")).ClassName));
    }

    [Fact]
    public void The_list_is_drawn_when_it_is_asked_for_and_narrowed_by_place()
    {
        var map = Looking();
        Assert.Empty(map.FindAll(".seat-list"));
        map.Find(".as-list").Change("list");
        var all = map.FindAll(".seat-list tbody tr:has(td)").Count;
        map.Find("input[name=window]").Change(true);
        var windows = map.FindAll(".seat-list tbody tr:has(td)");
        Assert.InRange(windows.Count, 1, all - 1);
        Assert.All(windows, row => Assert.StartsWith("Window", row.Children[1].TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public void The_list_of_a_whole_aircraft_says_where_each_cabin_begins()
    {
        var map = Looking();
        map.Find(".as-list").Change("list");
        Assert.Equal(["Business", "Premium economy", "Economy"], map.FindAll(".seat-list .of-cabin").Select(heading => heading.TextContent));
        Assert.Equal("1A", map.Find(".seat-list tbody tr:has(td) th").TextContent);
    }

    [Fact]
    public void Toilets_in_front_of_a_single_seat_are_one_toilet()
    {
        var walls = Looking().FindAll(".walls .wall").Select(wall => (wall.GetAttribute("style"), wall.TextContent)).ToList();
        Assert.Contains(("--k:1", "Toilet"), walls);
        Assert.DoesNotContain(("--k:1", "Toilets"), walls);
        Assert.Contains(("--k:3", "Toilets"), walls);
    }

    [Fact]
    public async Task Who_leaves_is_no_longer_told()
    {
        Looking();
        Assert.Equal(1, _airline.Get<SeatMapFeed>().Watching);
        await _browser.DisposeComponentsAsync();
        Assert.Equal(0, _airline.Get<SeatMapFeed>().Watching);
    }

    [Fact]
    public void What_breaks_is_replaced_by_words_and_can_be_shown_again()
    {
        var part = _browser.Render<LivePart>(parameters => parameters.AddChildContent<Breaks>());
        Assert.Contains("This part of the page broke", part.Markup, StringComparison.Ordinal);
        Breaks.Mended = true;
        part.Find("button").Click();
        Assert.Equal("Whole", part.Markup.Trim());
    }

    private IRenderedComponent<SeatMapView> Looking() => _browser.Render<SeatMapView>(parameters => parameters.Add(view => view.Flight, Flight));

    private IRenderedComponent<SeatMapView> Choosing(Action<SeatsChosen>? told = null) => _browser.Render<SeatMapView>(parameters => parameters
        .Add(view => view.Flight, Flight).Add(view => view.People, People).Add(view => view.Cabin, Cabin.Economy).Add(view => view.Holder, new Holder("a browser", null))
        .Add(view => view.Changed, chosen => told?.Invoke(chosen)));

    private static BunitContext NewBrowser() => new();

    private static string Of(string seat) => $".plane button[aria-label^='{seat},']";

    private static string? NameOf(IRenderedComponent<SeatMapView> map, string seat) => map.Find(Of(seat)).GetAttribute("aria-label");

    private async Task RivalAsync(string seat) =>
        await _airline.Get<HoldSeats>().RunAsync(null, new HoldRequest(Flight, [SeatNumber.Parse(seat)], null, new Holder("a rival", null), null, null), default);

    private Task ClaimAsync(string seat, ClaimState state) => _airline.WriteAsync(async (db, cancel) =>
    {
        db.SeatClaims.Add(new SeatClaim
        {
            FlightId = Flight,
            Seat = SeatNumber.Parse(seat),
            Cabin = Cabin.Economy,
            State = state,
            Holder = state is ClaimState.Held ? "somebody" : null,
            HoldId = state is ClaimState.Held ? new HoldId(Guid.Parse("00000000-0000-0000-0000-000000000001")) : null,
            HeldUntil = state is ClaimState.Held ? RunningAirline.Start.AddMinutes(10) : null,
            BookingId = state is ClaimState.Sold ? Guid.Parse("00000000-0000-0000-0000-000000000002") : null,
            PassengerId = state is ClaimState.Sold ? Guid.Parse("00000000-0000-0000-0000-000000000003") : null,
            Reason = state is ClaimState.Blocked ? "crew" : null,
        });
        await db.SaveChangesAsync(cancel);
    });

    private sealed class Breaks : ComponentBase
    {
        public static bool Mended { get; set; }

        protected override void BuildRenderTree(Microsoft.AspNetCore.Components.Rendering.RenderTreeBuilder builder)
        {
            if (!Mended) throw new InvalidOperationException("Broken on purpose.");
            builder.AddContent(0, "Whole");
        }
    }
}
