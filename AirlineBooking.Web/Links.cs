using System.Globalization;
using System.Text;
using AirlineBooking.Domain.Bookings;
using AirlineBooking.Domain.CheckIn;
using AirlineBooking.Domain.Fares;
using AirlineBooking.Domain.Flights;
using AirlineBooking.Domain.Kernel;
using AirlineBooking.Domain.Search;
using AirlineBooking.Web.Ui;

namespace AirlineBooking.Web;

/// <summary>Every address of the site. A page that links to another asks here.</summary>
public static class Links
{
    public const string Home = "/";
    public const string Flights = "/flights";
    public const string FareCalendar = "/flights/calendar";
    public const string FlightStatusPage = "/flight-status";
    public const string Destinations = "/airports";
    public const string Trips = "/trips";
    public const string Book = "/book";
    public const string PaymentAnswered = "/payments/answered";
    public const string PartnerDocs = "/docs";
    public const string Sitemap = "/sitemap.xml";
    public const string SharePicture = "/brand/share.png";

    /// <summary>The Latin font. Its name carries its version, so that it may be kept for ever.</summary>
    public const string Font = "/fonts/instrument-sans-latin-1.woff2";

    public static string About(string? section = null) => Section("/about", section);

    public static string Conditions(string? section = null) => Section("/conditions", section);

    /// <summary>The search form, filled in with a search.</summary>
    public static string ChangeSearch(TripQuery query) => Address(Home, query, shown: false);

    /// <summary>A new search with several stops.</summary>
    public static string SeveralStops(int slices) => $"/?trip=several&slices={slices.ToString(CultureInfo.InvariantCulture)}";

    public static string Search(TripQuery query) => Address(Flights, query, shown: true);

    public static string Calendar(TripQuery query, DateOnly month) => $"{Address(FareCalendar, query, shown: false)}&month={month.ToString("yyyy-MM", CultureInfo.InvariantCulture)}";

    /// <summary>The fares of one itinerary side by side.</summary>
    public static string Offer(string offerId) => $"/flights/offer/{offerId}";

    /// <summary>The seats of a flight as they fill, to look at.</summary>
    public static string SeatMap(FlightId flight) => $"{Flights}/{flight}/seats";

    /// <summary>Goes on with a booking in progress on another device.</summary>
    public static string ContinueDraft(string key) => $"{Book}/continue/{key}";

    public static string Passengers(DraftId draft, bool isChecked = false) => $"{Book}/{draft}/passengers{(isChecked ? "?check=1" : "")}";

    /// <summary>The seats of a flight of a booking in progress, counted from 1.</summary>
    public static string DraftSeats(DraftId draft, int flight) => $"{Book}/{draft}/seats/{flight.ToString(CultureInfo.InvariantCulture)}";

    public static string Pay(DraftId draft) => $"{Book}/{draft}/pay";

    /// <summary>What somebody sees who has just booked, or waits for it.</summary>
    public static string Confirmation(RecordLocator locator) => $"{Trip(locator)}/confirmation";

    /// <summary>A booking after it was made; shown to a browser that may see it.</summary>
    public static string Trip(RecordLocator locator) => $"{Trips}/{locator}";

    public static string TripSeats(RecordLocator locator, FlightId flight) => $"{Trip(locator)}/seats/{flight}";

    public static string CancelTrip(RecordLocator locator) => $"{Trip(locator)}/cancel";

    public static string CheckIn(RecordLocator locator, FlightId flight) => $"{Trip(locator)}/check-in/{flight}";

    public static string BoardingPass(RecordLocator locator, BoardingPassId pass) => $"{Trip(locator)}/boarding-passes/{pass}";

    public static string Receipt(RecordLocator locator) => $"{Trip(locator)}/receipt.pdf";

    public static string CalendarFile(RecordLocator locator) => $"{Trip(locator)}/itinerary.ics";

    public static string FlightStatus(FlightNumber number, DateOnly date) => $"{FlightStatusPage}?number={number}&date={Iso(date)}";

    public static string FlightStatus(AirportCode origin, AirportCode destination, DateOnly date) =>
        $"{FlightStatusPage}?from={origin}&to={destination}&date={Iso(date)}";

    public static string Airport(AirportCode airport) => $"/airports/{airport}";

    public static string Route(AirportCode origin, AirportCode destination) => $"/routes/{origin}-{destination}";

    /// <summary>How a cabin is written in addresses, as in the API.</summary>
    public static string Name(Cabin cabin) => cabin switch
    {
        Cabin.PremiumEconomy => "premium_economy",
        Cabin.Business => "business",
        Cabin.First => "first",
        _ => "economy",
    };

    /// <summary>How an order is written in addresses, as in the API.</summary>
    public static string Name(OfferSort sort) => sort switch
    {
        OfferSort.Price => "price",
        OfferSort.Departure => "departure",
        OfferSort.Arrival => "arrival",
        OfferSort.Duration => "duration",
        _ => "best",
    };

    private static string Address(string page, TripQuery query, bool shown)
    {
        var text = new StringBuilder(page, 160);
        text.Append(CultureInfo.InvariantCulture, $"?from={query.First.Origin}&to={query.First.Destination}&out={Iso(query.First.DepartureDate)}");
        for (var i = 1; i < query.Slices.Count; i++)
        {
            var slice = query.Slices[i];
            text.Append(CultureInfo.InvariantCulture, $"&from{i + 1}={slice.Origin}&to{i + 1}={slice.Destination}&out{i + 1}={Iso(slice.DepartureDate)}");
        }
        if (query.Back is { } back) text.Append("&back=").Append(Iso(back));
        Append(text, query.Party);
        if (query.Cabin is not Cabin.Economy) text.Append("&cabin=").Append(Name(query.Cabin));
        if (query.Sort is not OfferSort.Best) text.Append("&sort=").Append(Name(query.Sort));
        if (query.DirectOnly) text.Append("&direct=1");
        if (query.LeaveAfter is { } after) text.Append("&after=").Append(after.ToString("HH:mm", CultureInfo.InvariantCulture));
        if (query.UnderHours is { } hours) text.Append(CultureInfo.InvariantCulture, $"&under={hours}");
        if (query.Via is { } via) text.Append(CultureInfo.InvariantCulture, $"&via={via}");
        if (shown && query.Shown != TripQuery.FewestShown) text.Append(CultureInfo.InvariantCulture, $"&show={query.Shown}");
        return text.ToString();
    }

    private static void Append(StringBuilder text, Party party)
    {
        text.Append(CultureInfo.InvariantCulture, $"&adults={party.Adults}");
        if (party.Children > 0) text.Append(CultureInfo.InvariantCulture, $"&children={party.Children}");
        if (party.Infants > 0) text.Append(CultureInfo.InvariantCulture, $"&infants={party.Infants}");
    }

    private static string Section(string page, string? section) => section is null ? page : $"{page}#{section}";

    private static string Iso(DateOnly date) => date.ToString("O", CultureInfo.InvariantCulture);
}
