using System.ComponentModel.DataAnnotations;

namespace AirlineBooking.Domain.CheckIn;

/// <summary>When check-in closes, as the configuration's section "CheckIn" says. It opens a day before departure everywhere.</summary>
public sealed record CheckInOptions
{
    public const string Section = "CheckIn";

    /// <summary>Minutes before departure, at an airport that is not named below.</summary>
    [Range(15, 240, ErrorMessage = "CheckIn:CutOffMinutes must be 15 to 240.")]
    public int CutOffMinutes { get; init; } = 60;

    /// <summary>Minutes before departure by airport, where it is another time: CheckIn:CutOffMinutesAt:SIN=75.</summary>
    public IReadOnlyDictionary<string, int> CutOffMinutesAt { get; init; } = new Dictionary<string, int>();

    public int At(string airport) => CutOffMinutesAt.TryGetValue(airport, out var minutes) ? minutes : CutOffMinutes;
}
