using AirlineBooking.Domain.Fares;
using AirlineBooking.Domain.Kernel;

namespace AirlineBooking.Web.Platform.Api;

/// <summary>What every call says that is given an offer it cannot use.</summary>
public static class OfferProblems
{
    public static ApiProblem Of(FareRefusal refusal) => refusal switch
    {
        FareRefusal.OfferUnknown => Problems.Of(ProblemCode.OfferUnknown, "This is not the id of an offer of ours. Take it from a search as it is."),
        FareRefusal.OfferExpired => Problems.Of(ProblemCode.OfferExpired, "An offer lives for 21 minutes. Search again for a new one."),
        FareRefusal.SaleClosed => Problems.Of(ProblemCode.SaleClosed, "A flight of this offer leaves too soon to be sold. Search for a later one."),
        FareRefusal.SoldOut => Problems.Of(ProblemCode.OfferExpired, "A flight of this offer has too few seats left. Search again for what there is."),
        _ => Problems.Of(ProblemCode.OfferExpired, "A flight of this offer was cancelled or moved. Search again for what there is."),
    };

    /// <summary>The price is another one now: a change has to be accepted, so the new offer is told beside it.</summary>
    public static ApiProblem PriceChanged(Money before, Offer now) => Problems.Of(
        ProblemCode.PriceChanged, $"It was {before} and is {now.Total} now. Go on with the new offer, or search again.", ("offer", OfferAnswer.Of(now)));
}
