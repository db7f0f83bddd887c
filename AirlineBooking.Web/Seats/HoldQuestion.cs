using AirlineBooking.Domain.Flights;
using AirlineBooking.Domain.Kernel;
using AirlineBooking.Domain.Seats;
using AirlineBooking.Web.Platform.Api;

namespace AirlineBooking.Web.Seats;

/// <summary>A wish to hold seats, as partners send it: these, or the best.</summary>
/// <param name="FlightId">Which flight.</param>
/// <param name="OfferId">The offer they are for, when there is one: its cabin, its party and its prices count.</param>
/// <param name="Seats">By name, 1 to 9.</param>
/// <param name="Best">What the best are, in place of names.</param>
public sealed record HoldQuestion(FlightId FlightId, string? OfferId = null, IReadOnlyList<string>? Seats = null, BestQuestion? Best = null)
{
    /// <summary>What is wrong with the fields, or nothing.</summary>
    public ApiProblem? Problem()
    {
        if (Seats is null == Best is null) return Wrong("/seats", "field_required", "Name either 'seats' or 'best'.");
        if (Seats is { Count: 0 }) return Wrong("/seats", "out_of_range", "Name at least one seat.");
        if (Best is { Count: < 1 or > Holder.MostSeatsAHold }) return Wrong("/best/count", "out_of_range", $"'count' must be a whole number from 1 to {Holder.MostSeatsAHold}.");
        var named = new HashSet<SeatNumber>();
        for (var i = 0; i < Math.Min(Seats?.Count ?? 0, Holder.MostSeatsAHold + 1); i++)
        {
            if (!SeatNumber.TryParse(Seats?[i], out var seat)) return Problems.OfField(ProblemCode.SeatUnknown, $"/seats/{i}", "A seat is a row and a letter, such as 12C. Take it from the seat map.");
            if (!named.Add(seat)) return Problems.OfField(ProblemCode.SeatUnknown, $"/seats/{i}", $"{seat} is named twice.");
        }
        return null;
    }

    /// <summary>The seats it names; more than may be held are not even read.</summary>
    public IReadOnlyList<SeatNumber> SeatNumbers() => [.. (Seats ?? []).Take(Holder.MostSeatsAHold + 1).Select(SeatNumber.Parse)];

    private static ApiProblem Wrong(string at, string code, string sentence) => Problems.OfFields(ProblemCode.RequestInvalid, [new FieldError(at, code, sentence)]);
}

/// <summary>Which seats are the best.</summary>
/// <param name="Count">How many, 1 to 9.</param>
/// <param name="Cabin">Where; economy when absent, and an offer's own cabin whatever is said.</param>
/// <param name="Near">A wish.</param>
/// <param name="Kind">Exit row, extra legroom or bassinet row; such seats are otherwise given only when nothing else is left.</param>
public sealed record BestQuestion(int Count, Cabin? Cabin = null, SeatWish? Near = null, SeatKind? Kind = null)
{
    public BestSeatsWish ToWish() => new(Count, Cabin, Near, Kind);
}

/// <summary>A hold as partners read it.</summary>
public sealed record HoldAnswer(
    HoldId Id, FlightId FlightId, IReadOnlyList<SeatNumber> Seats, IReadOnlyList<SeatPriceAnswer> Prices, Money Total, DateTimeOffset ExpiresAt, int ExtensionsLeft)
{
    public static HoldAnswer Of(HeldSeats held) => new(
        held.Id, held.FlightId, held.Seats, [.. held.Prices.Select(price => new SeatPriceAnswer(price.Seat, price.Price))], held.Total, held.ExpiresAt, held.ExtensionsLeft);
}

/// <summary>What a held seat costs while the hold lives.</summary>
public sealed record SeatPriceAnswer(SeatNumber Seat, Money Price);
