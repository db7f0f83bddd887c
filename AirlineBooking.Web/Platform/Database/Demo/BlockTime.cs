using AirlineBooking.Domain.Flights;

namespace AirlineBooking.Web.Platform.Database.Demo;

/// <summary>How long the demo airline plans from gate to gate: distance, the aircraft's speed, and the wind along the way.</summary>
/// <remarks>
/// The jet stream blows eastward in the middle latitudes, so London to New York takes an hour longer than back. Times are
/// rounded to five minutes, as timetables are.
/// </remarks>
internal static class BlockTime
{
    private const double NarrowKilometresAnHour = 820, WideKilometresAnHour = 840;
    private const double NarrowMinutesOnTheGround = 45, WideMinutesOnTheGround = 40;
    private const double JetStreamKilometresAnHour = 55;
    private const double JetStreamBeginsAtLatitude = 15, JetStreamIsFullAtLatitude = 45;
    private const int RoundedToMinutes = 5;

    public static TimeSpan Of(Airport from, Airport to, string aircraft)
    {
        var wide = IsWide(aircraft);
        var kilometres = GreatCircle.Kilometres(from, to);
        var speed = (wide ? WideKilometresAnHour : NarrowKilometresAnHour) + TailWind(from, to, kilometres);
        var minutes = (wide ? WideMinutesOnTheGround : NarrowMinutesOnTheGround) + kilometres / speed * 60;
        return TimeSpan.FromMinutes(RoundedToMinutes * Math.Round(minutes / RoundedToMinutes));
    }

    public static bool IsWide(string aircraft) => aircraft is "B789" or "A359";

    // The part of the way that leads east, times how strong the stream is half-way.
    private static double TailWind(Airport from, Airport to, double kilometres)
    {
        var middle = (from.Latitude + to.Latitude) / 2;
        var degreesEast = (to.Longitude - from.Longitude + 540) % 360 - 180;
        var kilometresEast = double.DegreesToRadians(degreesEast) * Math.Cos(double.DegreesToRadians(middle)) * GreatCircle.EarthRadiusKilometres;
        var strength = Math.Clamp((Math.Abs(middle) - JetStreamBeginsAtLatitude) / (JetStreamIsFullAtLatitude - JetStreamBeginsAtLatitude), 0, 1);
        return JetStreamKilometresAnHour * Math.Clamp(kilometresEast / kilometres, -1, 1) * strength;
    }
}
