namespace AirlineBooking.Web.Platform.Api;

/// <summary>A stable name for what went wrong, with the status and the title that every answer of that name has.</summary>
/// <remarks>This table is the whole catalogue: clients branch on <see cref="Code"/>, people read the title and the detail.</remarks>
public sealed record ProblemCode(string Code, int Status, string Title)
{
    // What is wrong with the request itself.
    public static readonly ProblemCode RequestInvalid = new("request_invalid", 400, "The request is not valid");
    public static readonly ProblemCode BodyInvalid = new("body_invalid", 400, "The body is not valid JSON of the expected shape");
    public static readonly ProblemCode UnknownField = new("unknown_field", 400, "The request names a field that does not exist");
    public static readonly ProblemCode CursorInvalid = new("cursor_invalid", 400, "The cursor does not belong to this query");
    public static readonly ProblemCode IdempotencyKeyRequired = new("idempotency_key_required", 400, "The header Idempotency-Key is needed");
    public static readonly ProblemCode Unauthorized = new("unauthorized", 401, "A valid token is needed");
    public static readonly ProblemCode Forbidden = new("forbidden", 403, "This is not allowed");
    public static readonly ProblemCode HttpsRequired = new("https_required", 403, "This is only served over https");
    public static readonly ProblemCode OriginForbidden = new("origin_forbidden", 403, "Connections from another site are refused");
    public static readonly ProblemCode NotFound = new("not_found", 404, "There is nothing at this address");
    public static readonly ProblemCode MethodNotAllowed = new("method_not_allowed", 405, "This address does not answer that method");
    public static readonly ProblemCode NotAcceptable = new("not_acceptable", 406, "Only JSON is spoken here");
    public static readonly ProblemCode IdempotencyInProgress = new("idempotency_in_progress", 409, "The first request with this key is still running");
    public static readonly ProblemCode PreconditionFailed = new("precondition_failed", 412, "It has changed since you read it");
    public static readonly ProblemCode BodyTooLarge = new("body_too_large", 413, "The body is too large");
    public static readonly ProblemCode UnsupportedMediaType = new("unsupported_media_type", 415, "The body must be JSON");
    public static readonly ProblemCode IdempotencyKeyReused = new("idempotency_key_reused", 422, "This key belongs to another request");
    public static readonly ProblemCode RateLimited = new("rate_limited", 429, "Too many requests");
    public static readonly ProblemCode TooManyConnections = new("too_many_connections", 429, "Too many open connections");

    // What the network and the fares refuse.
    public static readonly ProblemCode AirportUnknown = new("airport_unknown", 404, "No such airport or city");
    public static readonly ProblemCode FlightUnknown = new("flight_unknown", 404, "No such flight");
    public static readonly ProblemCode OfferUnknown = new("offer_unknown", 404, "No such offer");
    public static readonly ProblemCode OfferExpired = new("offer_expired", 410, "The offer has expired");
    public static readonly ProblemCode PriceChanged = new("price_changed", 409, "The price has changed");
    public static readonly ProblemCode SamePlace = new("same_place", 422, "Origin and destination are the same place");
    public static readonly ProblemCode DatePast = new("date_past", 422, "The date is in the past");
    public static readonly ProblemCode DateTooFar = new("date_too_far", 422, "The date is too far ahead");
    public static readonly ProblemCode DatesOutOfOrder = new("dates_out_of_order", 422, "The dates are not in order");
    public static readonly ProblemCode SaleClosed = new("sale_closed", 422, "Sale has closed");
    public static readonly ProblemCode PassengersInvalid = new("passengers_invalid", 422, "That party cannot travel");

    // What seats refuse.
    public static readonly ProblemCode SeatUnknown = new("seat_unknown", 422, "No such seat on this aircraft");
    public static readonly ProblemCode SeatNotSuitable = new("seat_not_suitable", 422, "The seat is not for these passengers");
    public static readonly ProblemCode OfferDoesNotFit = new("offer_does_not_fit", 422, "The offer does not cover this");
    public static readonly ProblemCode SeatsTaken = new("seats_taken", 409, "Somebody else has these seats");
    public static readonly ProblemCode CabinFull = new("cabin_full", 409, "The cabin is full");
    public static readonly ProblemCode HoldLimitReached = new("hold_limit_reached", 409, "More seats than may be held at a time");
    public static readonly ProblemCode HoldUnknown = new("hold_unknown", 404, "No such hold");
    public static readonly ProblemCode HoldExpired = new("hold_expired", 410, "The hold has expired");
    public static readonly ProblemCode HoldInUse = new("hold_in_use", 409, "The seats are being paid for");
    public static readonly ProblemCode Gap = new("gap", 410, "Changes are no longer kept that far back");

    // What bookings and payments refuse.
    public static readonly ProblemCode BookingNotFound = new("booking_not_found", 404, "No such booking");
    public static readonly ProblemCode BookingInvalid = new("booking_invalid", 422, "Passengers or contact are not right");
    public static readonly ProblemCode SeatsLost = new("seats_lost", 409, "Seats are no longer held");
    public static readonly ProblemCode PaymentDeclined = new("payment_declined", 402, "The payment was declined");
    public static readonly ProblemCode PaymentUnavailable = new("payment_unavailable", 503, "Payments cannot be taken at the moment");
    public static readonly ProblemCode PaymentNotConfigured = new("payment_not_configured", 503, "No way to pay is set up");
    public static readonly ProblemCode PayLaterNotAllowed = new("pay_later_not_allowed", 422, "Paying later is not allowed");
    public static readonly ProblemCode NotPayable = new("not_payable", 409, "Nothing is left to pay");
    public static readonly ProblemCode NotPossible = new("not_possible", 409, "The booking does not allow this now");
    public static readonly ProblemCode CompanionRequired = new("companion_required", 409, "A child would fly alone");
    public static readonly ProblemCode NotInBooking = new("not_in_booking", 422, "The booking has no such passenger or flight");
    public static readonly ProblemCode QuoteExpired = new("quote_expired", 410, "The quote is no longer good");
    public static readonly ProblemCode CheckInClosed = new("check_in_closed", 409, "Check-in is not open");
    public static readonly ProblemCode DocumentRequired = new("document_required", 422, "A travel document is needed");
    public static readonly ProblemCode NoSeatLeft = new("no_seat_left", 409, "No seat is left");
    public static readonly ProblemCode BoardingPassUnknown = new("boarding_pass_unknown", 404, "No such boarding pass");

    // What is wrong with us.
    public static readonly ProblemCode InternalError = new("internal_error", 500, "Something went wrong on our side");
    public static readonly ProblemCode NotReady = new("not_ready", 503, "Not ready to serve");
    public static readonly ProblemCode TooSlow = new("timeout", 504, "It took too long");

    /// <summary>Where the words about this problem stand.</summary>
    public string Type => $"/docs/problems#{Code}";

    /// <summary>All of them, in the order above.</summary>
    public static IReadOnlyList<ProblemCode> All { get; } = [.. typeof(ProblemCode).GetFields()
        .Where(field => field.IsStatic && field.FieldType == typeof(ProblemCode))
        .Select(field => (ProblemCode)field.GetValue(null)!)]; // A static readonly field of this type is never null once it is set.

    /// <summary>The general name for a status that something answered without words.</summary>
    public static ProblemCode ForStatus(int status) => status switch
    {
        401 => Unauthorized,
        403 => Forbidden,
        404 => NotFound,
        405 => MethodNotAllowed,
        406 => NotAcceptable,
        412 => PreconditionFailed,
        413 => BodyTooLarge,
        415 => UnsupportedMediaType,
        429 => RateLimited,
        503 => NotReady,
        504 => TooSlow,
        >= 500 => InternalError with { Status = status },
        _ => RequestInvalid with { Status = status },
    };
}
