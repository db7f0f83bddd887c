using AirlineBooking.Domain.Flights;
using AirlineBooking.Domain.Kernel;
using AirlineBooking.Web.Ui;
using Microsoft.AspNetCore.Components;

namespace AirlineBooking.Web.Flights;

/// <summary>Is a flight on time? By its number or by where it goes, on a day.</summary>
public partial class FlightStatusPage(AirportDirectories directories, FindFlights findFlights, Brand brand, TimeProvider clock)
{
    private const int LongestText = 80;
    private const int MostFlights = 60;

    private string _title = "Flight status", _note = "Times, terminal and gate as they are now.", _wayOut = "";
    private string _number = "", _from = "", _to = "", _date = "";
    private string? _problem, _field, _searchHref;
    private bool _asked;
    private IReadOnlyList<Flight> _flights = [];

    [CascadingParameter]
    public HttpContext? Http { get; set; }

    private AirportDirectory Places { get; set; } = AirportDirectory.Empty;

    protected override async Task OnParametersSetAsync()
    {
        var address = Http?.Request.Query ?? QueryCollection.Empty;
        var cancel = Http?.RequestAborted ?? CancellationToken.None;
        Places = directories.Current;
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        (_number, _from, _to) = (Text(address, "number"), Text(address, "from"), Text(address, "to"));
        var typedDay = Text(address, "date");
        _date = typedDay.Length == 0 ? TimeText.DayAndYear(today) : typedDay;
        _asked = _number.Length + _from.Length + _to.Length > 0;
        if (!_asked)
        {
            // A form that was sent empty says what it needs.
            if (address.ContainsKey("number")) Beside("number", $"Write a flight number, such as {brand.SampleFlight}.");
            else if (address.ContainsKey("from")) Beside("from", "Write a city, an airport or its code.");
            return;
        }
        if (DayReader.Read(_date, today.AddDays(-1)) is not { } day)
        {
            Beside(_number.Length > 0 ? "number-date" : "route-date", TripWords.Unreadable(_date));
            return;
        }
        _date = TimeText.DayAndYear(day);
        if (_number.Length > 0) await ByNumberAsync(day, cancel);
        else await ByRouteAsync(day, today, cancel);
        if (_flights.Count > MostFlights) _flights = [.. _flights.Take(MostFlights)];
    }

    private async Task ByNumberAsync(DateOnly day, CancellationToken cancel)
    {
        if (!FlightNumber.TryParse(_number, out var number))
        {
            Beside("number", $"We could not read “{_number}” as a flight number. It is like {brand.SampleFlight} and stands on your ticket.");
            return;
        }
        _number = FlightText.Number(number);
        (_title, _note) = (_number, TimeText.DayAndYear(day));
        _flights = await findFlights.RunAsync(number, day, cancel);
        if (_flights.Count == 0) Say($"{_number} does not fly on {TimeText.LongDay(day)}.", "Look at another day, or ask by where it goes.");
    }

    private async Task ByRouteAsync(DateOnly day, DateOnly today, CancellationToken cancel)
    {
        var (from, to) = (Places.Understand(_from), Places.Understand(_to));
        if (from is null || to is null)
        {
            var typed = from is null ? _from : _to;
            var guess = Places.DidYouMean(typed);
            var wayOut = guess is null ? "Write a city, an airport or its code." : $"Did you mean {PlaceText.NameAndCode(guess)}?";
            Beside(from is null ? "from" : "to", typed.Length == 0 ? wayOut : $"{TripWords.Unknown(typed)} {wayOut}");
            return;
        }
        (_title, _note) = ($"{from.City} to {to.City}", TimeText.DayAndYear(day));
        _flights = await findFlights.RunAsync([.. from.Airports.Select(airport => airport.Code)], [.. to.Airports.Select(airport => airport.Code)], day, cancel);
        if (_flights.Count == 0) Say($"Nothing flies non-stop from {from.City} to {to.City} on {TimeText.LongDay(day)}.", "Look at another day, or search for flights with a stop.");
        if (_flights.Count == 0 && day >= today) _searchHref = Links.Search(new TripQuery { Slices = [new(from.Code, to.Code, day)], Party = new(1, 0, 0) });
    }

    private void Say(string problem, string wayOut) => (_problem, _wayOut) = (problem, wayOut);

    private void Beside(string field, string problem) => (_field, _problem) = (field, problem);

    private string? Invalid(string field) => _field == field ? "true" : null;

    private string? Described(string field) => _field == field ? $"{field}-problem" : null;

    private MarkupString Problem(string field) =>
        _field == field ? new Html().Add($"""<p class="error" id="{field}-problem">{_problem}</p>""").Markup : default;

    private static string Text(IQueryCollection address, string key)
    {
        var text = address[key].ToString().Trim();
        return text.Length > LongestText ? text[..LongestText] : text;
    }
}
