using System.ComponentModel.DataAnnotations;

namespace AirlineBooking.Web.Platform.Limits;

/// <summary>The section "Circuits": how many live pages this process carries, each of which holds memory.</summary>
public sealed class CircuitSettings
{
    public const string Section = "Circuits";

    /// <summary>Live connections of one address at a time; more are closed at once.</summary>
    [Range(1, 100_000, ErrorMessage = "Circuits:MostPerAddress must be 1 to 100000.")]
    public int MostPerAddress { get; init; } = 20;

    /// <summary>Live connections of everybody together.</summary>
    [Range(1, 1_000_000, ErrorMessage = "Circuits:Most must be 1 to 1000000.")]
    public int Most { get; init; } = 5000;

    /// <summary>Pages whose connection broke and may come back.</summary>
    [Range(0, 100_000, ErrorMessage = "Circuits:MostDisconnected must be 0 to 100000.")]
    public int MostDisconnected { get; init; } = 100;
}
