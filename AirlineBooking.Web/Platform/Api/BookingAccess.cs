using AirlineBooking.Domain.Bookings;
using Microsoft.Net.Http.Headers;

namespace AirlineBooking.Web.Platform.Api;

/// <summary>Metadata of an endpoint: it needs the token of the booking that its path names.</summary>
public sealed record NeedsBookingToken;

/// <summary>Metadata of an endpoint: it answers with a token of the booking that it made.</summary>
public sealed record GivesBookingToken;

/// <summary>Finds the booking that a caller may see: the one that the path names and that the bearer's token is for.</summary>
/// <remarks>No token, another booking's and a locator that nobody has are one and the same answer.</remarks>
public sealed class BookingAccess(BookingTokens tokens, ReadBooking readBooking)
{
    /// <summary>The header that gives a token to whoever booked.</summary>
    public const string TokenHeader = "Booking-Token";

    private const string Scheme = "Bearer ";

    public async Task<BookingDetails?> FindAsync(HttpContext context, string locator, CancellationToken cancel)
    {
        if (context.Request.Headers[HeaderNames.Authorization] is not [{ } header] || !header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)) return null;
        if (!RecordLocator.TryParse(locator, out var asked) || await tokens.ReadAsync(header[Scheme.Length..].Trim(), cancel) is not { } id) return null;
        return await readBooking.RunAsync(id, null, cancel) is { } details && details.Booking.Locator == asked ? details : null;
    }

    /// <summary>Sends a new token for a booking with the answer.</summary>
    public async Task GiveTokenAsync(HttpContext context, BookingId booking, CancellationToken cancel) =>
        context.Response.Headers[TokenHeader] = await tokens.RunAsync(booking, cancel);

    /// <summary>What is said to whoever may not see it.</summary>
    public static ApiProblem NotFound() => Problems.Of(ProblemCode.BookingNotFound, "There is no such booking for this token. Look it up by its locator and a passenger's surname, or book again.");
}

/// <summary>How endpoints say that they are about one booking.</summary>
public static class BookingEndpoints
{
    public const string Locator = "locator";

    /// <summary>Says that an endpoint's path names a booking, and that its token is needed.</summary>
    public static RouteHandlerBuilder AboutABooking(this RouteHandlerBuilder endpoint) =>
        endpoint.AsksInPath(Locator, "The booking's six letters and digits.").WithMetadata(new NeedsBookingToken()).Refuses(ProblemCode.BookingNotFound);
}
