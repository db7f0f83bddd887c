using AirlineBooking.Domain.Kernel;
using AirlineBooking.Web.Platform.Api;

namespace AirlineBooking.Web.Flights;

/// <summary>What this feature says when it has no answer.</summary>
internal static class FlightsWords
{
    public static ApiProblem AirportUnknown(string code) => Problems.Of(ProblemCode.AirportUnknown, $"No airport or city has the code '{Shown(code)}'.");

    /// <summary>A place that a query names is a field that is wrong; the address itself exists.</summary>
    public static ApiProblem PlaceUnknown(string parameter, AirportCode code) =>
        Problems.OfField(ProblemCode.AirportUnknown with { Status = StatusCodes.Status422UnprocessableEntity }, $"/{parameter}", $"No airport or city has the code '{code}'.");

    public static ApiProblem FlightUnknown(string id) => Problems.Of(ProblemCode.FlightUnknown, $"There is no flight '{Shown(id)}'.");

    public static ApiProblem NumberOrRoute() => Problems.OfFields(ProblemCode.RequestInvalid,
        [new FieldError("/number", "parameter_required", "Name either 'number' and 'date', or 'origin', 'destination' and 'date'.")]);

    // What a caller typed goes back to him; it need not be long.
    private static string Shown(string text) => text.Length <= 40 ? text : text[..40] + "…";
}
