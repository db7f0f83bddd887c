using AirlineBooking.Domain.Fares;
using AirlineBooking.Domain.Kernel;
using Microsoft.AspNetCore.Components;

namespace AirlineBooking.Web.Ui;

/// <summary>What a price is made of: who pays what, each tax by name, and the total once.</summary>
public static class PriceBreakdown
{
    private static readonly PassengerType[] Types = [PassengerType.Adult, PassengerType.Child, PassengerType.Infant];

    public static MarkupString Table(Offer offer, Money? seats = null, int seatCount = 0)
    {
        var html = new Html();
        AddTable(html, offer, seats, seatCount);
        return html.Markup;
    }

    internal static void AddTable(Html html, Offer offer, Money? seats = null, int seatCount = 0)
    {
        html.Add($"""<table class="sum"><caption class="sr">What the price is made of</caption><tbody>""");
        foreach (var type in Types) AddPassengers(html, offer, type);
        html.Add($"""</tbody><tbody><tr><th scope="row">Taxes and charges</th><td>{MoneyText.Exact(offer.Total - offer.Base)}</td></tr>""");
        foreach (var tax in offer.Taxes)
        {
            html.Add($"""<tr class="sub"><th scope="row">{tax.Name}&nbsp;<span class="code">{tax.Code}</span></th><td>{MoneyText.Exact(tax.Amount)}</td></tr>""");
        }
        if (seatCount > 0) html.Add($"""</tbody><tbody><tr><th scope="row">{PartyText.Count(seatCount, "seat", "seats")}</th><td>{MoneyText.Exact(seats ?? Money.Zero(offer.Total.Currency))}</td></tr>""");
        html.Add($"""</tbody><tfoot><tr class="total"><th scope="row">Total</th><td>{MoneyText.Exact(seats is { } chosen ? offer.Total + chosen : offer.Total)}</td></tr></tfoot></table>""");
    }

    private static void AddPassengers(Html html, Offer offer, PassengerType type)
    {
        var count = 0;
        PassengerPrice? one = null;
        foreach (var passenger in offer.Passengers)
        {
            if (passenger.Type != type) continue;
            one = passenger;
            count++;
        }
        if (one is null) return;
        html.Add(
            $"""
            <tr><th scope="row">{PartyText.Count(count, PartyText.Name(type), Plural(type))}<span class="fine"> {MoneyText.Exact(one.Total)} {(count > 1 ? "each with taxes" : "with taxes")}</span></th><td>{MoneyText.Exact(one.Base * count)}</td></tr>
            """);
    }

    private static string Plural(PassengerType type) => type switch
    {
        PassengerType.Child => "children",
        PassengerType.Infant => "infants on laps",
        _ => "adults",
    };
}
