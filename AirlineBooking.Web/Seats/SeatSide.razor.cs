using AirlineBooking.Domain.Fares;
using AirlineBooking.Domain.Seats;
using Microsoft.AspNetCore.Components;

namespace AirlineBooking.Web.Seats;

/// <summary>Who sits where, how long it is held, and what has to be decided.</summary>
public partial class SeatSide
{
    private SeatWish? _near;

    [Parameter, EditorRequired]
    public required SeatChoice Choice { get; set; }

    [Parameter]
    public SeatWord? Word { get; set; }

    /// <summary>When this is drawn: the browser counts on from there.</summary>
    [Parameter]
    public DateTimeOffset Now { get; set; }

    [Parameter, EditorRequired]
    public required Func<Func<SeatChoice, Task<SeatWord>>, Task> Do { get; set; }

    [Parameter]
    public EventCallback<SeatingPerson> Choose { get; set; }

    private int SecondsLeft(DateTimeOffset until) => Math.Max(0, (int)(until - Now).TotalSeconds);

    private string About(SeatingPerson person)
    {
        if (Choice.SeatOf(person) is not null) return person.Type is PassengerType.Child ? "Child" : person.CarriesInfant ? "With an infant" : "";
        return person == Choice.Current ? "Choosing now" : "No seat yet";
    }

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
