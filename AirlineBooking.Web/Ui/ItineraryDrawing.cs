using System.Globalization;
using AirlineBooking.Domain.Fares;
using AirlineBooking.Domain.Flights;
using Microsoft.AspNetCore.Components;

namespace AirlineBooking.Web.Ui;

/// <summary>Journeys as lines from departure to arrival, with their stops where and as long as they are.</summary>
public static class ItineraryDrawing
{
    /// <summary>Each way of an offer.</summary>
    public static MarkupString Ways(Offer offer, AirportDirectory places) => Ways(offer.Slices, places);

    /// <summary>Each way of a trip that was sold.</summary>
    public static MarkupString Ways(IReadOnlyList<OfferSlice> slices, AirportDirectory places)
    {
        var html = new Html();
        AddWays(html, slices, places);
        return html.Markup;
    }

    /// <summary>One way of a trip.</summary>
    public static MarkupString Way(OfferSlice slice, AirportDirectory places)
    {
        var html = new Html();
        AddWays(html, [slice], places);
        return html.Markup;
    }

    /// <summary>One dated flight as a line.</summary>
    public static MarkupString Leg(Flight flight, AirportDirectory places)
    {
        var html = new Html().Add(
            $"""
            <div class="leg"><p class="when"><b>{TimeText.Day(flight.Date)}</b> <span>{FlightText.Number(flight.FlightNumber)}</span></p><p class="dep">
            """);
        AddEnd(html, flight.DepartsAtLocal, 0, flight.Origin, places);
        html.Add(
            $"""
            </p><p class="path"><span>{TimeText.Duration(flight.Duration)}</span><span class="track"></span><span class="via">{PlaceText.City(places, flight.Origin)} to {PlaceText.City(places, flight.Destination)}</span></p><p class="arr">
            """);
        AddEnd(html, flight.ArrivesAtLocal, flight.ArrivalDayOffset, flight.Destination, places);
        return html.Add($"</p></div>").Markup;
    }

    internal static void AddWays(Html html, IReadOnlyList<OfferSlice> slices, AirportDirectory places)
    {
        html.Add($"""<div class="legs">""");
        foreach (var slice in slices)
        {
            var (first, last) = (slice.Segments[0], slice.Segments[^1]);
            html.Add(
                $"""
                <div class="leg"><p class="when"><b>{TimeText.Day(DateOnly.FromDateTime(first.DepartingAt))}</b> <span>{FlightText.Numbers(slice)}</span></p><p class="dep">
                """);
            AddEnd(html, first.DepartingAt, 0, first.Origin, places);
            html.Add($"""</p><p class="path"><span>{TimeText.Duration(slice.Duration)}</span>""");
            AddTrack(html, slice, places);
            html.Add($"""</p><p class="arr">""");
            AddEnd(html, last.ArrivingAt, DaysLater(first.DepartingAt, last.ArrivingAt), last.Destination, places);
            html.Add($"</p></div>");
        }
        html.Add($"</div>");
    }

    private static void AddEnd(Html html, DateTime local, int daysLater, Domain.Kernel.AirportCode airport, AirportDirectory places)
    {
        html.Add($"""<time datetime="{local.ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture)}">{TimeText.Clock(local)}""");
        if (daysLater != 0) html.Add($"""<sup>{FlightText.DayShift(daysLater)}<span class="sr"> {(daysLater is 1 or -1 ? "day" : "days")}</span></sup>""");
        html.Add($"""</time><abbr class="place" title="{PlaceText.Airport(places, airport)}">{airport}</abbr>""");
    }

    private static void AddTrack(Html html, OfferSlice slice, AirportDirectory places)
    {
        var stops = FlightText.Stops(slice);
        if (stops.Count == 0)
        {
            html.Add($"""<span class="track"></span><span class="via"><strong>Direct</strong></span>""");
            return;
        }
        html.Add($"""<span class="track">""");
        foreach (var stop in stops) html.Add($"""<span class="stop" style="{stop.Place}"></span>""");
        if (stops.Count == 1)
        {
            html.Add($"""</span><span class="via" style="{stops[0].Place}">{PlaceText.City(places, stops[0].Airport)}, <span class="nowrap">{Wait(stops[0])}</span></span>""");
            return;
        }
        html.Add($"""</span><span class="via">""");
        foreach (var stop in stops)
        {
            html.Add($"""{(stop == stops[0] ? "" : " and ")}<span class="nowrap">{PlaceText.City(places, stop.Airport)}, {Wait(stop)}</span>""");
        }
        html.Add($"</span>");
    }

    private static string Wait(DrawnStop stop) => stop.OnBoard ? TimeText.Duration(stop.Wait) + " on board" : TimeText.Duration(stop.Wait);

    private static int DaysLater(DateTime departs, DateTime arrives) => DateOnly.FromDateTime(arrives).DayNumber - DateOnly.FromDateTime(departs).DayNumber;
}
