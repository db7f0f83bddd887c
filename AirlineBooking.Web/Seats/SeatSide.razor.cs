using AirlineBooking.Domain.Fares;
using AirlineBooking.Domain.Seats;
using AirlineBooking.Web.Ui;
using Microsoft.AspNetCore.Components;

namespace AirlineBooking.Web.Seats;

/// <summary>Who sits where, and how long it is held.</summary>
public partial class SeatSide
{
    private SeatWish? _near;

    [Parameter, EditorRequired]
    public required PartySeats Choice { get; set; }

    [Parameter, EditorRequired]
    public required AircraftPlan Plan { get; set; }

    /// <summary>When this is drawn: the browser counts on from there.</summary>
    [Parameter]
    public DateTimeOffset Now { get; set; }

    [Parameter, EditorRequired]
    public required Func<Func<PartySeats, Task<SeatWord>>, Task> Do { get; set; }

    [Parameter]
    public EventCallback<SeatingPerson> Choose { get; set; }

    private int SecondsLeft(DateTimeOffset until) => Math.Max(0, (int)(until - Now).TotalSeconds);

    // Aisle, £24, child
    private string About(SeatingPerson person)
    {
        var who = person.Type is PassengerType.Child ? "child" : person.CarriesInfant ? "with an infant" : "";
        if (Choice.SeatOf(person) is not { } number) return PartyText.Capitalised(Join(person == Choice.Current ? "choosing now" : "no seat yet", who));
        return PartyText.Capitalised(Plan.Find(number) is { } seat ? Join($"{SeatMapWords.Kind(seat.Traits)}, {SeatMapWords.Price(seat.Price)}", who) : who);
    }

    private static string Join(string what, string who) => who.Length == 0 ? what : $"{what}, {who}";

    private void Wish(ChangeEventArgs chosen) => _near = (chosen.Value as string) switch
    {
        "front" => SeatWish.Front,
        "rear" => SeatWish.Rear,
        "window" => SeatWish.Window,
        "aisle" => SeatWish.Aisle,
        _ => null,
    };

    private static string FirstOf(string name) => name.Split(' ')[0];

    private static string RestOf(string name) => name.Contains(' ', StringComparison.Ordinal) ? name[(name.IndexOf(' ', StringComparison.Ordinal) + 1)..] : "";
}
