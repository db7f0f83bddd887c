using System.ComponentModel.DataAnnotations;
using System.Globalization;
using AirlineBooking.Domain.Kernel;
using Microsoft.Extensions.Options;

namespace AirlineBooking.Domain.Flights;

/// <summary>When check-in closes, as the configuration's section "CheckIn" says. It opens a day before departure everywhere.</summary>
public sealed record CheckInOptions
{
    public const string Section = "CheckIn";
    public const int ShortestCutOff = 15;
    public const int LongestCutOff = 240;

    /// <summary>Minutes before departure, at an airport that is not named below.</summary>
    [Range(ShortestCutOff, LongestCutOff, ErrorMessage = "CheckIn:CutOffMinutes must be {1} to {2}.")]
    public int CutOffMinutes { get; init; } = 60;

    /// <summary>Minutes before departure by airport, where it is another time: CheckIn:CutOffMinutesAt:SIN=75.</summary>
    public IReadOnlyDictionary<string, int> CutOffMinutesAt { get; init; } = new Dictionary<string, int>();

    /// <summary>The window of a flight that leaves that airport then.</summary>
    public CheckInWindow WindowAt(AirportCode airport, DateTimeOffset leavesAt) =>
        CheckInWindow.Of(leavesAt, CutOffMinutesAt.TryGetValue(airport.ToString(), out var minutes) ? minutes : CutOffMinutes);
}

/// <summary>Says everything that is wrong with the section "CheckIn" at once, before the first request.</summary>
internal sealed class CheckInOptionsValidation : IValidateOptions<CheckInOptions>
{
    public ValidateOptionsResult Validate(string? name, CheckInOptions options)
    {
        var wrong = new List<ValidationResult>();
        Validator.TryValidateObject(options, new ValidationContext(options), wrong, validateAllProperties: true);
        var complaints = wrong.ConvertAll(result => result.ErrorMessage ?? "CheckIn: not valid.");
        foreach (var (airport, minutes) in options.CutOffMinutesAt)
        {
            if (!AirportCode.TryParse(airport, out var code) || code.ToString() != airport) complaints.Add($"CheckIn:CutOffMinutesAt:{airport} must name an airport by its three capital letters, such as SIN.");
            if (minutes is < CheckInOptions.ShortestCutOff or > CheckInOptions.LongestCutOff)
            {
                complaints.Add(string.Create(CultureInfo.InvariantCulture, $"CheckIn:CutOffMinutesAt:{airport} must be {CheckInOptions.ShortestCutOff} to {CheckInOptions.LongestCutOff}."));
            }
        }
        return complaints.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(complaints);
    }
}
