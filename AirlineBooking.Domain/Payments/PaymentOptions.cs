using System.ComponentModel.DataAnnotations;

namespace AirlineBooking.Domain.Payments;

/// <summary>How money is taken, as the configuration's section "Payments" says.</summary>
public sealed record PaymentOptions
{
    public const string Section = "Payments";

    /// <summary>Sandbox, or nothing: then Sandbox where the demo is on, and no gateway elsewhere.</summary>
    [RegularExpression("^(Sandbox)?$", ErrorMessage = "Payments:Provider must be Sandbox, or be left out.")]
    public string Provider { get; init; } = "";

    /// <summary>Lets the sandbox stand where the demo is off: tickets are then no real tickets, and every page says so.</summary>
    public bool AllowSandbox { get; init; }

    /// <summary>How long the first retry of a call waits that never arrived; later ones wait longer, and each a little differently.</summary>
    [Range(0, 5000, ErrorMessage = "Payments:RetryDelayMilliseconds must be 0 to 5000.")]
    public int RetryDelayMilliseconds { get; init; } = 100;

    /// <summary>How many payments and refunds the settler works at together: those whose gateway is slow keep no others waiting.</summary>
    [Range(1, 64, ErrorMessage = "Payments:SettledAtOnce must be 1 to 64.")]
    public int SettledAtOnce { get; init; } = 16;
}
