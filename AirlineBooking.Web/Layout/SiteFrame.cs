using AirlineBooking.Web.Ui;
using Microsoft.AspNetCore.Components;

namespace AirlineBooking.Web.Layout;

/// <summary>The part of the site that the head marks as the one a page belongs to.</summary>
public enum SitePart { None, Book, Trips, FlightStatus, Places }

/// <summary>Head and foot of every page, written once: they say the same to everybody.</summary>
public sealed class SiteFrame(Brand brand)
{
    private readonly MarkupString[] _heads = [.. Enum.GetValues<SitePart>().Select(part => Draw(brand, part))];

    public MarkupString Foot { get; } = new Html().Add(
        $"""
        <footer class="foot">
            <div class="wrap">
                <p>{brand.Name}, flight code {brand.Code}. Every price includes all taxes and charges. {brand.Notice}</p>
                <a href="{Links.Conditions("bags")}">Baggage</a>
                <a href="{Links.Conditions("fares")}">Fare conditions</a>
                <a href="{Links.Conditions("rights")}">Your rights</a>
                <a href="{Links.About()}">About us</a>
                <a href="{Links.About("privacy")}">Privacy</a>
                <a href="{Links.PartnerDocs}" data-enhance-nav="false">For partners</a>
            </div>
        </footer>
        """).Markup;

    public MarkupString Head(SitePart part) => _heads[(int)part];

    public static SitePart PartOf(string path) => path switch
    {
        Links.Home => SitePart.Book,
        Links.FlightStatusPage => SitePart.FlightStatus,
        _ when path.StartsWith(Links.Trips, StringComparison.Ordinal) => SitePart.Trips,
        _ when path.StartsWith(Links.Flights, StringComparison.Ordinal) && !path.EndsWith("/seats", StringComparison.Ordinal) => SitePart.Book,
        _ when path.StartsWith(Links.Destinations, StringComparison.Ordinal) || path.StartsWith("/routes", StringComparison.Ordinal) => SitePart.Places,
        _ => SitePart.None,
    };

    private static MarkupString Draw(Brand brand, SitePart part)
    {
        var html = new Html().Add(
            $"""
            <header class="head">
                <div class="wrap">
                    <a class="brand" href="{Links.Home}"><svg viewBox=".9 4.6 26.5 26.5" width="28" height="28" aria-hidden="true"><path transform="rotate(45 16 16)" d="{Mark.Path}" /></svg><b>{brand.FirstWord}<span>{brand.OtherWords}</span></b></a>
                    <nav aria-label="Main">
            """);
        AddLink(html, Links.Home, "Book", part is SitePart.Book);
        AddLink(html, Links.Trips, "My trip", part is SitePart.Trips);
        AddLink(html, Links.FlightStatusPage, "Flight status", part is SitePart.FlightStatus);
        AddLink(html, Links.Destinations, "Where we fly", part is SitePart.Places);
        return html.Add(
            $"""
                    </nav>
                    <div class="tools">
                        <button class="icon-btn" type="button" data-theme-toggle aria-label="Change between light and dark"><svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true"><path d="M10 2a8 8 0 1 0 0 16 8 8 0 0 0 0-16Zm0 1.5a6.5 6.5 0 0 1 0 13Z" /></svg></button>
                    </div>
                </div>
            </header>
            """).Markup;
    }

    private static void AddLink(Html html, string href, string words, bool isHere)
    {
        html.Add($"""<a href="{href}" """);
        if (isHere) html.Add($"""aria-current="page" """);
        html.Add($">{words}</a>\n");
    }
}
