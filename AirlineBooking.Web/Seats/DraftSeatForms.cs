using AirlineBooking.Domain.Bookings;
using AirlineBooking.Domain.Seats;
using AirlineBooking.Web.Platform.Limits;
using AirlineBooking.Web.Platform.Delivery;
using AirlineBooking.Web.Platform.Security;
using Microsoft.Extensions.Options;

namespace AirlineBooking.Web.Seats;

/// <summary>Seats of a booking in progress without a live connection: the list's form, and going on without any.</summary>
internal static class DraftSeatForms
{
    public static void MapDraftSeats(this IEndpointRouteBuilder endpoints)
    {
        var seats = endpoints.MapGroup(Links.Book + "/{draftId}/seats").ExcludeFromDescription().WithMetadata(new PersonalPageAttribute());
        seats.MapPost("/{number:int}/choice", ChooseAsync);
        seats.MapPost("/none", GoWithoutAsync);
    }

    private static async Task<IResult> ChooseAsync(
        string draftId, int number, IFormCollection form, HttpContext context, BrowserDrafts drafts, PriceDraft price, ReadSeatMap readSeatMap, SaveDraft save, HoldSeats hold, ExtendHold extend,
        ReleaseHold release, IOptions<RateLimitSettings> limits, CancellationToken cancel)
    {
        if (await drafts.FindAsync(context, draftId, cancel) is not { } draft) return Results.NotFound();
        if ((await price.RunAsync(draft, cancel)).Value is not { } priced) return SeeOther.To(Links.Pay(draft.Id));
        var flights = DraftSeating.FlightsOf(priced.Offer);
        if (number < 1 || number > flights.Count || SeatForm.Read(form) is not { } asked) return SeeOther.To(Links.DraftSeats(draft.Id, 1));
        var flight = flights[number - 1].FlightId;
        var own = draft.On(flight)?.Hold;
        if (await readSeatMap.RunAsync(flight, own is { } id ? [id] : [], cancel) is not { } map) return Results.NotFound();
        var choice = new PartySeats(
            new SeatOperations(hold, extend, release), flight, map.Layout, DraftSeating.PeopleOf(draft, flight), DraftSeating.HolderOf(draft.Id, DraftSeating.AddressOf(context, limits.Value)), priced.Offer.Cabin, priced.Offer);
        choice.Follow(map, own);
        await asked.RunAsync(choice, cancel);
        await save.SeatsAsync(draft.Id, DraftSeating.Kept(flight, choice.Chosen), cancel);
        return SeeOther.To(Links.DraftSeats(draft.Id, number));
    }

    private static async Task<IResult> GoWithoutAsync(string draftId, IFormCollection form, HttpContext context, BrowserDrafts drafts, SaveDraft save, ReleaseHold release, CancellationToken cancel)
    {
        if (await drafts.FindAsync(context, draftId, cancel) is not { } draft) return Results.NotFound();
        foreach (var flight in draft.Seats)
        {
            if (flight.Hold is { } held) await release.RunAsync(held, cancel);
            await save.SeatsAsync(draft.Id, new DraftSeats(flight.FlightId, null, new Dictionary<int, SeatNumber>()), cancel);
        }
        return SeeOther.To(Links.Pay(draft.Id));
    }
}
