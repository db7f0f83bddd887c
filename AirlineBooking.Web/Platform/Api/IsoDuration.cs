using System.Globalization;
using System.Text;
using System.Xml;

namespace AirlineBooking.Web.Platform.Api;

/// <summary>Durations as partners write them: <c>PT45M</c>, <c>PT2H26M</c>, <c>P1DT2H5M</c>.</summary>
public static class IsoDuration
{
    private const int LongestText = 32;

    /// <summary>Whole minutes; days stand apart from 24 hours on, as in Duffel's answers.</summary>
    public static string Format(TimeSpan duration)
    {
        var text = new StringBuilder("P", 16);
        if (duration.Days > 0) text.Append(CultureInfo.InvariantCulture, $"{duration.Days}D");
        if (duration.Hours == 0 && duration.Minutes == 0 && duration.Days > 0) return text.ToString();
        text.Append('T');
        if (duration.Hours > 0) text.Append(CultureInfo.InvariantCulture, $"{duration.Hours}H");
        if (duration.Minutes > 0 || duration.Hours == 0) text.Append(CultureInfo.InvariantCulture, $"{duration.Minutes}M");
        return text.ToString();
    }

    public static bool TryParse(string? text, out TimeSpan duration)
    {
        duration = default;
        if (text is not { Length: > 1 and <= LongestText } || text[0] != 'P') return false;
        try
        {
            duration = XmlConvert.ToTimeSpan(text);
            return duration >= TimeSpan.Zero;
        }
        catch (Exception e) when (e is FormatException or OverflowException)
        {
            return false;
        }
    }
}
