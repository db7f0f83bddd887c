namespace AirlineBooking.Web.Platform.Api;

/// <summary>What a request may ask of the API at most.</summary>
public static class ApiLimits
{
    public const int MostBodyBytes = 64 * 1024;
    /// <summary>The document describes a seat map down to here. No request comes near it: a field that does not exist is refused where it begins.</summary>
    public const int MostJsonDepth = 24;
    public const int MostPerPage = 100;
    public const int DefaultPerPage = 20;
    public const int LongestRequestId = 128;
    public const int LongestCursor = 1000;
}
