using AirlineBooking.Domain.Seats;

namespace AirlineBooking.Web.Seats;

/// <summary>What the list of seats posts when there is no live connection: a seat for somebody, or whose seat is given back.</summary>
public sealed record SeatForm(string Person, SeatNumber? Seat)
{
    public const string PersonField = "person", SeatField = "seat", ReleaseField = "release";

    /// <summary>Nothing when the form names no person, or a seat that is none.</summary>
    public static SeatForm? Read(IFormCollection form)
    {
        if (form[ReleaseField].ToString() is { Length: > 0 } release) return new SeatForm(release, null);
        return form[PersonField].ToString() is { Length: > 0 } person && SeatNumber.TryParse(form[SeatField].ToString(), out var seat) ? new SeatForm(person, seat) : null;
    }

    /// <summary>Does what the form asks for; nothing is said when it names nobody of the party.</summary>
    public async Task<SeatWord?> RunAsync(PartySeats choice, CancellationToken cancel)
    {
        if (choice.People.FirstOrDefault(one => one.Key == Person) is not { } person) return null;
        return Seat is { } seat ? await choice.TakeAsync(person, seat, cancel) : await choice.LetGoAsync(person, cancel);
    }
}
