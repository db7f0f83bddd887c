using System.Globalization;
using AirlineBooking.Domain.Fares;
using AirlineBooking.Domain.Flights;
using AirlineBooking.Domain.Kernel;
using AirlineBooking.Domain.Seats;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace AirlineBooking.Web.Seats;

/// <summary>The seats of one flight as they are now, and the choice of a party from them.</summary>
public sealed partial class SeatMapView(
    ReadSeatMap readSeatMap, FindFlights findFlights, AircraftPlans plans, SeatMapFeed feed, HoldSeats holdSeats, ExtendHold extendHold, ReleaseHold releaseHold,
    IJSRuntime browser, TimeProvider clock) : IAsyncDisposable
{
    /// <summary>The first change is painted at once, those that follow it not more often than this.</summary>
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(50);

    private readonly CancellationTokenSource _leaving = new();
    private CancellationToken? _left;
    private readonly CultureInfo _culture = CultureInfo.CurrentCulture, _uiCulture = CultureInfo.CurrentUICulture;
    private ElementReference _root;
    private IJSObjectReference? _hands;
    private DotNetObjectReference<SeatMapView>? _self;
    private SeatMapWatch? _watch;
    private FlightId? _loaded;
    private PartySeats? _choice;
    private SeatWord? _word;
    private SeatFilter _filter = new();
    private long _version;
    private bool _showsList, _hasBassinets, _isBusy;

    [Parameter, EditorRequired]
    public FlightId Flight { get; set; }

    /// <summary>Who needs a seat. Nobody: the map is only looked at.</summary>
    [Parameter]
    public IReadOnlyList<SeatingPerson> People { get; set; } = [];

    /// <summary>Who of the viewer's party has which seat already, when nobody chooses here.</summary>
    [Parameter]
    public IReadOnlyList<SeatingPerson> Seated { get; set; } = [];

    /// <summary>Only this cabin is drawn and chosen from.</summary>
    [Parameter]
    public Cabin? Cabin { get; set; }

    /// <summary>Decides what seats cost; the list prices when it is not known.</summary>
    [Parameter]
    public FareFamily? Family { get; set; }

    /// <summary>The offer the seats are for: its cabin, family and party count.</summary>
    [Parameter]
    public Offer? Offer { get; set; }

    [Parameter]
    public Holder? Holder { get; set; }

    /// <summary>The hold under which the party has its seats already.</summary>
    [Parameter]
    public HoldId? Hold { get; set; }

    /// <summary>Told after each change of the party's seats or of their hold.</summary>
    [Parameter]
    public EventCallback<SeatsChosen> Changed { get; set; }

    /// <summary>Where the list sends what is chosen when there is no live connection.</summary>
    [Parameter]
    public string? FormAction { get; set; }

    [Parameter]
    public SeatFilter? Filter { get; set; }

    /// <summary>What stands below the party: the way on.</summary>
    [Parameter]
    public RenderFragment? Dock { get; set; }

    private DrawnSeats Seats { get; set; } = new(AircraftPlan.Empty);

    // Taken once: the source is gone when the page is, and what still runs then looks at it.
    private CancellationToken Left => _left ??= _leaving.Token;

    private bool IsChoosing => _choice is not null;

    // What is read before the first drawing never shows an empty aircraft where a full one stood.
    public override async Task SetParametersAsync(ParameterView parameters)
    {
        parameters.SetParameterProperties(this);
        if (_loaded != Flight) await LoadAsync();
        await base.SetParametersAsync(ParameterView.Empty);
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender) return;
        Watch();
        try
        {
            await AttendAsync();
            // What changed between reading and watching.
            await ReadAgainAsync();
        }
        catch (Exception left) when (left is OperationCanceledException or JSDisconnectedException or ObjectDisposedException)
        {
            // The page was left before it was whole.
        }
    }

    /// <summary>Takes a seat for the current person, or gives it back; called by the map's script with a seat's name.</summary>
    [JSInvokable]
    public async Task PickAsync(string number)
    {
        if (!SeatNumber.TryParse(number, out var seat)) return;
        try
        {
            await DoAsync(choice => choice.PickAsync(seat, Left));
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // The script that called knows no words for it; the page does.
            await DispatchExceptionAsync(failure);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _leaving.CancelAsync();
        _watch?.Dispose();
        _self?.Dispose();
        _leaving.Dispose();
        try
        {
            if (_hands is not null) await _hands.DisposeAsync();
        }
        catch (JSDisconnectedException)
        {
            // The window is gone, and with it what would have been disposed.
        }
    }

    private async Task AttendAsync()
    {
        _self = DotNetObjectReference.Create(this);
        var module = await browser.InvokeAsync<IJSObjectReference>("import", Left, $"./{Assets["Seats/SeatMapView.razor.js"]}");
        // The module goes with the page: letting go of it before would cost the server more than it does.
        _hands = await module.InvokeAsync<IJSObjectReference>("attend", Left, _root, _self, IsChoosing);
    }

    private async Task LoadAsync()
    {
        _loaded = Flight;
        IReadOnlyCollection<HoldId> own = Hold is { } hold ? [hold] : [];
        var cancel = Left;
        if (await findFlights.RunAsync(Flight, cancel) is not { } flight || await readSeatMap.RunAsync(Flight, own, cancel) is not { } map) return;
        var cabin = Cabin ?? Offer?.Cabin;
        Seats = new DrawnSeats(plans.Of(map.Layout, flight.Origin, flight.Destination, cabin, Family ?? Offer?.Family));
        _hasBassinets = Seats.Plan.Seats.Any(seat => seat.Traits.HasFlag(SeatTraits.Bassinet));
        _filter = Filter ?? new();
        // A live page draws the list only when somebody asks for it; before that it has to be there.
        _showsList = !RendererInfo.IsInteractive;
        _choice = People.Count > 0 && Holder is { } holder
            ? new PartySeats(new SeatOperations(holdSeats, extendHold, releaseHold), Flight, map.Layout, People, holder, cabin, Offer, seat => Seats.Plan.Find(seat)?.Price)
            : null;
        if (Seated.Count > 0) ShowMine();
        Show(map, Hold);
        if (_watch is not null) Watch();
    }

    private void Watch()
    {
        _watch?.Dispose();
        _watch = feed.Watch(Flight);
        _ = FollowAsync(_watch);
    }

    // Runs beside the page, so that what goes wrong is told to the page.
    private async Task FollowAsync(SeatMapWatch watch)
    {
        try
        {
            while (await watch.Changes.WaitToReadAsync(Left))
            {
                await InvokeAsync(() => ApplyAsync(watch));
                // By the wall clock, whatever time it is at the airline: this spares the viewer's screen.
                await Task.Delay(Pace, Left);
            }
        }
        catch (Exception left) when (left is OperationCanceledException or ObjectDisposedException)
        {
            // The page was left, perhaps while it was told.
        }
        catch (Exception failure)
        {
            await DispatchExceptionAsync(failure);
        }
    }

    private async Task ApplyAsync(SeatMapWatch watch)
    {
        (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (_culture, _uiCulture);
        var concernsUs = false;
        while (watch.Changes.TryRead(out var change))
        {
            if (change.Version <= _version) continue;
            if (change.Version != _version + 1)
            {
                await ReadAgainAsync();
                return;
            }
            _version = change.Version;
            foreach (var seat in change.Seats)
            {
                if (Seats.Plan.Find(seat.Number) is not { } planned) continue;
                Seats.Set(planned, seat.State, rings: true);
                concernsUs |= Seats.IsMine(planned);
            }
        }
        // Only the database knows whether a seat of ours is ours still. While we ask for seats ourselves, the answer says so.
        if (concernsUs && !_isBusy) await ReadAgainAsync();
        else if (_showsList) StateHasChanged();
        Seats.Redraw();
    }

    private async Task ReadAgainAsync()
    {
        var hold = _choice is null ? Hold : _choice.Hold;
        if (await readSeatMap.RunAsync(Flight, hold is { } own ? [own] : [], Left) is not { } map || map.Version < _version) return;
        if (Show(map, hold) && _choice is { } choice) await Changed.InvokeAsync(choice.Chosen);
    }

    // True when what the party has is not what it had.
    private bool Show(SeatMap map, HoldId? hold)
    {
        _version = map.Version;
        foreach (var seat in Seats.Plan.Seats) Seats.Set(seat, map.StateOf(seat.Number));
        var changed = false;
        if (_choice is { } choice && !_isBusy)
        {
            var before = (choice.Hold, choice.Until, Seats: string.Join(' ', choice.Seats.Values));
            if (choice.Follow(map, hold) is { } word) Say(word);
            changed = before != (choice.Hold, choice.Until, string.Join(' ', choice.Seats.Values));
            ShowMine();
        }
        Seats.Redraw();
        if (changed || _showsList) StateHasChanged();
        return changed;
    }

    private async Task DoAsync(Func<PartySeats, Task<SeatWord>> act)
    {
        // A second click before the first is answered is the same click.
        if (_choice is not { } choice || _isBusy) return;
        _isBusy = true;
        try
        {
            Say(await act(choice));
            ShowMine();
            Seats.Redraw();
            StateHasChanged();
        }
        finally
        {
            _isBusy = false;
        }
        await Changed.InvokeAsync(choice.Chosen);
    }

    private void Choose(SeatingPerson person)
    {
        if (_choice is { } choice) choice.Current = person;
    }

    private void Say(SeatWord word)
    {
        _word = word;
        Seats.Suggest((word.Instead ?? word.Again ?? []).Select(Seats.Plan.Find).OfType<PlannedSeat>());
    }

    private void ShowMine()
    {
        var mine = from person in _choice?.People ?? Seated
                   let seat = _choice is { } choice ? choice.SeatOf(person) : person.Seat
                   let planned = seat is { } number ? Seats.Plan.Find(number) : null
                   where planned is not null
                   select (planned, person.Initials, person.Name);
        Seats.SetMine(mine, IsChoosing ? "held for" : "seat of");
    }

    private void Narrow(SeatFilter filter) => _filter = filter;

    private void ShowList() => _showsList = true;

    private void HideList() => _showsList = false;
}
