using AirlineBooking.Domain.Bookings;
using AirlineBooking.Domain.Kernel;
using AirlineBooking.Domain.Seats;
using AirlineBooking.Web.Platform.Api;
using AirlineBooking.Web.Platform.Delivery;
using AirlineBooking.Web.Platform.Security;
using AirlineBooking.Web.Ui;

namespace AirlineBooking.Web.Bookings;

/// <summary>What the steps of a booking send: each form does one thing and leads to a page, so that going back and loading again do nothing twice.</summary>
public static class BookForms
{
    public const string OfferField = "offer";

    public static void MapBooking(this IEndpointRouteBuilder endpoints)
    {
        var book = endpoints.MapGroup(Links.Book).ExcludeFromDescription();
        // Beginning a booking commits nobody to anything, and the page it stands on is the same for everybody: it has no token of its own.
        book.MapPost("", StartAsync).DisableAntiforgery();
        book.MapGet("", GoOnAsync);
        book.MapGet("/continue/{key}", ContinueAsync).WithMetadata(new PersonalPageAttribute());
        book.MapPost("/{draftId}/save", SaveAsync).WithMetadata(new PersonalPageAttribute());
        book.MapPost("/{draftId}/typed", TypedAsync).WithMetadata(new PersonalPageAttribute());
        book.MapPost("/{draftId}/hold", HoldLongerAsync).WithMetadata(new PersonalPageAttribute());
        book.MapPost("/{draftId}/price", AcceptPriceAsync).WithMetadata(new PersonalPageAttribute());
        book.MapPost("/{draftId}/leave", LeaveAsync).WithMetadata(new PersonalPageAttribute());
        book.MapPost("/{draftId}/payment", PayForms.PayAsync).WithMetadata(new PersonalPageAttribute());
        endpoints.MapPost($"{Links.Trips}/{{locator}}/payment", PayForms.PayTripAsync).WithMetadata(new PersonalPageAttribute()).ExcludeFromDescription();
    }

    private static async Task<IResult> StartAsync(HttpContext context, StartDraft start, CancellationToken cancel)
    {
        if (!context.Request.HasFormContentType) return SeeOther.To(Links.Home);
        var offer = (await context.Request.ReadFormAsync(cancel))[OfferField].ToString();
        if (offer.Length is 0 or > SeatHold.OfferLength) return SeeOther.To(Links.Home);
        var started = await start.RunAsync(offer, cancel);
        // The page of the offer says what is wrong with it.
        if (started.Value is not { } draft) return SeeOther.To(Links.Offer(offer));
        DraftCookie.Add(context, draft.Key);
        return SeeOther.To(Links.Passengers(draft.Id));
    }

    // The newest booking in progress of this browser.
    private static async Task<IResult> GoOnAsync(HttpContext context, ReadDraft readDraft, CancellationToken cancel)
    {
        foreach (var key in DraftCookie.Read(context))
        {
            if (await readDraft.OfKeyAsync(key, cancel) is { } draft) return SeeOther.To(Links.Passengers(draft.Id));
        }
        return SeeOther.To(Links.Home);
    }

    private static async Task<IResult> ContinueAsync(string key, HttpContext context, ReadDraft readDraft, CancellationToken cancel)
    {
        if (await readDraft.OfKeyAsync(key, cancel) is not { } draft) return Results.NotFound();
        DraftCookie.Add(context, key);
        return SeeOther.To(draft.Form.Contact.Email.Length == 0 ? Links.Passengers(draft.Id) : Links.Pay(draft.Id));
    }

    private static async Task<IResult> SaveAsync(
        string draftId, IFormCollection form, HttpContext context, BrowserDrafts drafts, SaveDraft save, PriceDraft price, TimeProvider clock, CancellationToken cancel)
    {
        if (await drafts.FindAsync(context, draftId, cancel) is not { } draft) return Results.NotFound();
        var typed = draft with { Form = DraftFields.Read(form, draft.Form) };
        await save.RunAsync(draft, typed.Form, cancel);
        var priced = await price.RunAsync(typed, cancel);
        if (priced.Value is not { } now || DraftOrder.Read(typed, now.Offer).Problems.Count > 0) return SeeOther.To(Links.Passengers(draft.Id, isChecked: true));
        return SeeOther.To(Links.DraftSeats(draft.Id, 1));
    }

    // While somebody types: what a ticket will read comes back.
    private static async Task<IResult> TypedAsync(string draftId, IFormCollection form, HttpContext context, BrowserDrafts drafts, SaveDraft save, CancellationToken cancel)
    {
        if (await drafts.FindAsync(context, draftId, cancel) is not { } draft) return Results.NotFound();
        var typed = DraftFields.Read(form, draft.Form);
        await save.RunAsync(draft, typed, cancel);
        return JsonAnswer.Of(typed.Passengers.Select(DraftFields.PreviewOf));
    }

    private static async Task<IResult> HoldLongerAsync(string draftId, IFormCollection form, HttpContext context, BrowserDrafts drafts, ExtendHold extend, CancellationToken cancel)
    {
        if (await drafts.FindAsync(context, draftId, cancel) is not { } draft) return Results.NotFound();
        foreach (var hold in draft.Holds) await extend.RunAsync(null, hold, cancel);
        return SeeOther.To(Links.Pay(draft.Id));
    }

    private static async Task<IResult> AcceptPriceAsync(
        string draftId, IFormCollection form, HttpContext context, BrowserDrafts drafts, PriceDraft price, SaveDraft save, CancellationToken cancel)
    {
        if (await drafts.FindAsync(context, draftId, cancel) is not { } draft) return Results.NotFound();
        var priced = await price.RunAsync(draft, cancel);
        // Only the price that was seen is accepted; another change is shown again.
        if (priced.Value is { PreviousTotal: not null } now && form["total"].ToString() == Total(now.Offer.Total)) await save.OfferAsync(draft.Id, now.Offer.Id, cancel);
        return SeeOther.To(Links.Pay(draft.Id));
    }

    private static async Task<IResult> LeaveAsync(string draftId, IFormCollection form, HttpContext context, BrowserDrafts drafts, PriceDraft price, LeaveDraft leave, CancellationToken cancel)
    {
        if (await drafts.FindAsync(context, draftId, cancel) is not { } draft) return Results.NotFound();
        var priced = await price.RunAsync(draft, cancel);
        await leave.RunAsync(draft, cancel);
        return SeeOther.To(priced.Value is { } was ? Links.Search(TripQuery.Of(was.Offer)) : Links.Home);
    }

    /// <summary>An amount as a form carries it: what somebody accepted.</summary>
    internal static string Total(Money total) => total.ToString();
}
