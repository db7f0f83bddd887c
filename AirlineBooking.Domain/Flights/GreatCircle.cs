namespace AirlineBooking.Domain.Flights;

/// <summary>The shortest way over the globe between two positions.</summary>
public static class GreatCircle
{
    /// <summary>The mean radius of the Earth; the error of a sphere stays under half a per cent.</summary>
    public const double EarthRadiusKilometres = 6371.0088;

    public static double Kilometres(double fromLatitude, double fromLongitude, double toLatitude, double toLongitude)
    {
        var (from, to) = (double.DegreesToRadians(fromLatitude), double.DegreesToRadians(toLatitude));
        var (north, east) = (to - from, double.DegreesToRadians(toLongitude - fromLongitude));
        var (sinNorth, sinEast) = (Math.Sin(north / 2), Math.Sin(east / 2));
        var haversine = sinNorth * sinNorth + Math.Cos(from) * Math.Cos(to) * sinEast * sinEast;
        return 2 * EarthRadiusKilometres * Math.Asin(Math.Min(1, Math.Sqrt(haversine)));
    }

    public static double Kilometres(Airport from, Airport to) => Kilometres(from.Latitude, from.Longitude, to.Latitude, to.Longitude);
}
