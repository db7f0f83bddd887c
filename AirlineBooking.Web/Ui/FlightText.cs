using System.Globalization;
using System.Text;
using AirlineBooking.Domain.Fares;
using AirlineBooking.Domain.Flights;
using AirlineBooking.Domain.Kernel;

namespace AirlineBooking.Web.Ui;

/// <summary>Where a journey waits on the ground, on board or not, and where on its line that is drawn.</summary>
public sealed record DrawnStop(AirportCode Airport, TimeSpan Wait, bool OnBoard, string Place);

/// <summary>Flights in the words of the timetable.</summary>
public static class FlightText
{
    private const int LowSeats = 9;

    /// <summary>T0 305, or T0 201, 611 for two flights of one carrier. A flight that goes on after a stop keeps its one number.</summary>
    public static string Numbers(OfferSlice slice)
    {
        var text = new StringBuilder(24);
        var carrier = "";
        FlightNumber? before = null;
        foreach (var segment in slice.Segments)
        {
            if (segment.FlightNumber == before) continue;
            before = segment.FlightNumber;
            if (text.Length > 0) text.Append(", ");
            if (segment.FlightNumber.Carrier != carrier) text.Append(carrier = segment.FlightNumber.Carrier).Append(' ');
            text.Append(segment.FlightNumber.Number.ToString(CultureInfo.InvariantCulture)).Append(segment.FlightNumber.Suffix);
        }
        return text.ToString();
    }

    /// <summary>T0 305</summary>
    public static string Number(FlightNumber number) => string.Create(CultureInfo.InvariantCulture, $"{number.Carrier} {number.Number}{number.Suffix}");

    /// <summary>+1, +2, −1</summary>
    public static string DayShift(int days) => days > 0
        ? "+" + days.ToString(CultureInfo.InvariantCulture)
        : "−" + (-days).ToString(CultureInfo.InvariantCulture);

    /// <summary>The stops, with their place and length to scale.</summary>
    public static IReadOnlyList<DrawnStop> Stops(OfferSlice slice)
    {
        if (slice.Segments.Count == 1) return [];
        var stops = new List<DrawnStop>(slice.Segments.Count - 1);
        var (start, whole) = (slice.Segments[0].DepartsAt, slice.Duration);
        for (var i = 1; i < slice.Segments.Count; i++)
        {
            var (arrives, leaves) = (slice.Segments[i - 1].ArrivesAt, slice.Segments[i].DepartsAt);
            stops.Add(new(slice.Segments[i].Origin, leaves - arrives, slice.Segments[i].SameAircraft, $"--at:{TimeText.Percent(arrives - start, whole)};--len:{TimeText.Percent(leaves - arrives, whole)}"));
        }
        return stops;
    }

    /// <summary>A350-900, 787-9</summary>
    public static string Aircraft(Offer offer, AirportDirectory places)
    {
        var names = new List<string>(3);
        foreach (var slice in offer.Slices)
        {
            foreach (var segment in slice.Segments)
            {
                var name = Aircraft(segment.Aircraft, places);
                if (!names.Contains(name)) names.Add(name);
            }
        }
        return string.Join(", ", names);
    }

    /// <summary>The type without its maker, as passengers know it.</summary>
    public static string Aircraft(string icao, AirportDirectory places)
    {
        var name = places.FindAircraft(icao)?.Name ?? icao;
        foreach (var maker in (ReadOnlySpan<string>)["Airbus ", "Boeing "])
        {
            if (name.StartsWith(maker, StringComparison.Ordinal)) return name[maker.Length..];
        }
        return name;
    }

    /// <summary>1 bag each, or that none is included: said either way.</summary>
    public static string CheckedBags(IReadOnlyList<BaggageAllowance> baggage)
    {
        foreach (var bag in baggage)
        {
            if (bag.Type is BaggageType.Checked && bag.Quantity > 0) return PartyText.Count(bag.Quantity, "checked bag each", "checked bags each");
        }
        return "No checked bag";
    }

    public static string Emissions(int kilograms) => string.Create(CultureInfo.InvariantCulture, $"{kilograms:#,0} kg CO₂");

    /// <summary>How few seats are left at the price, when it is few enough to say.</summary>
    public static string? SeatsLeft(Offer offer)
    {
        var fewest = LowSeats;
        foreach (var slice in offer.Slices)
        {
            foreach (var segment in slice.Segments) fewest = Math.Min(fewest, segment.SeatsLeft);
        }
        return fewest < LowSeats ? PartyText.Count(fewest, "seat left at this price", "seats left at this price") : null;
    }
}
