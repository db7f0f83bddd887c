using AirlineBooking.Domain.Bookings;
using AirlineBooking.Domain.Payments;
using AirlineBooking.Web.Platform.Delivery;
using AirlineBooking.Web.Platform.Security;

namespace AirlineBooking.Web.Payments;

/// <summary>Takes the payer's answer on the sandbox's page, and leads back to the booking when it was begun in this browser.</summary>
internal static class SandboxAnswer
{
    public static void MapSandbox(this IEndpointRouteBuilder endpoints)
    {
        if (endpoints.ServiceProvider.GetService<SandboxGateway>() is null) return;
        endpoints.MapPost(SandboxGateway.ActionPath + "{paymentId}/answer", AnswerAsync).ExcludeFromDescription().WithMetadata(new PersonalPageAttribute());
    }

    private static async Task<IResult> AnswerAsync(
        string paymentId, IFormCollection form, HttpContext context, SandboxGateway sandbox, SettlePayments settle, ReadPayment readPayment, ReadBooking readBooking, BrowserBookings trips,
        CancellationToken cancel)
    {
        if (!PaymentId.TryParse(paymentId, out var id) || await readPayment.RunAsync(id, cancel) is not { } payment) return Results.NotFound();
        await sandbox.DecideAsync(id, form["pays"].ToString() == "true", cancel);
        // As a provider would tell us at once; should this be lost, the settler asks.
        await settle.HearAsync(id, CancellationToken.None);
        if (await readBooking.RunAsync(payment.BookingId, null, cancel) is { } booking && await trips.FindAsync(context, booking.Booking.Locator.ToString(), cancel) is not null)
        {
            return SeeOther.To(Links.Confirmation(booking.Booking.Locator));
        }
        return SeeOther.To(Links.PaymentAnswered);
    }
}
