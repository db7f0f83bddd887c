using AirlineBooking.Domain.Fares;
using AirlineBooking.Domain.Flights;
using AirlineBooking.Web.Ui;
using Microsoft.AspNetCore.Components;

namespace AirlineBooking.Web.Search;

/// <summary>One itinerary of a results page: its line, its facts, its price and what the price is made of.</summary>
internal static class ResultItem
{
    public static MarkupString Of(Offer offer, bool isLowest, string priceFor, AirportDirectory places)
    {
        var html = new Html().Add($"""<li class="itin">""");
        ItineraryDrawing.AddWays(html, offer.Slices, places);
        html.Add($"""<p class="facts">""");
        if (isLowest) html.Add($"""<span class="low">Lowest price</span>""");
        html.Add($"""<span>{FlightText.Aircraft(offer, places)}</span><span>{FlightText.CheckedBags(offer.Baggage)}</span><span>{FlightText.Emissions(offer.EmissionsKg)}</span>""");
        if (FlightText.SeatsLeft(offer) is { } left) html.Add($"""<span class="few">{left}</span>""");
        html.Add(
            $"""
            </p><div class="offer"><div><p class="price-l">{MoneyText.Whole(offer.Total)}<small>{MoneyText.Minor(offer.Total)}</small></p><p class="fine">{priceFor}</p></div><a class="btn btn-line" href="{Links.Offer(offer.Id)}" rel="nofollow">Choose<span class="sr"> {ResultWords.Choice(offer)}</span></a></div><details class="breakdown"><summary class="fine">What is in the price</summary>
            """);
        PriceBreakdown.AddTable(html, offer);
        return html.Add($"</details></li>").Markup;
    }
}
