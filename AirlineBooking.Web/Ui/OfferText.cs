using AirlineBooking.Domain.Fares;

namespace AirlineBooking.Web.Ui;

/// <summary>Why an offer cannot be had, to whoever wanted it.</summary>
internal static class OfferText
{
    public static (string Title, string Meaning, int Status) Words(this FareRefusal refusal) => refusal switch
    {
        FareRefusal.OfferUnknown => ("There is no such price", "The address is cut off or was never ours.", StatusCodes.Status404NotFound),
        FareRefusal.OfferExpired => ("This price has expired", "Prices are kept for about 20 minutes. You have paid nothing. Search again and you see today's.", StatusCodes.Status410Gone),
        FareRefusal.FlightGone => ("These flights have changed", "One of them was cancelled or moved, so that the trip no longer holds together. You have paid nothing.", StatusCodes.Status410Gone),
        FareRefusal.SaleClosed => ("This flight leaves too soon", "Selling has closed. Search for a later one.", StatusCodes.Status410Gone),
        FareRefusal.SoldOut => ("Somebody was faster", "Too few seats are left on one of these flights for all of you. You have paid nothing.", StatusCodes.Status410Gone),
        FareRefusal.KeyRotationRunning => ("Try again in a minute", "We are changing something. You have paid nothing.", StatusCodes.Status503ServiceUnavailable),
        _ => throw new InvalidOperationException($"No words for {refusal}."),
    };
}
