using System.ComponentModel.DataAnnotations;

namespace AirlineBooking.Domain.Kernel;

/// <summary>The airline of the house, as the configuration's section "Airline" says.</summary>
public sealed record AirlineOptions
{
    public const string Section = "Airline";

    /// <summary>Its two-character designator.</summary>
    [RegularExpression("^[A-Z0-9]{2}$", ErrorMessage = "Airline:Code must be two capital letters or digits, such as T0.")]
    public string Code { get; init; } = "T0";

    [StringLength(120, MinimumLength = 1, ErrorMessage = "Airline:Name must have 1 to 120 characters.")]
    public string Name { get; init; } = "Tern Airways";

    /// <summary>The three digits that its ticket numbers begin with.</summary>
    [RegularExpression("^[0-9]{3}$", ErrorMessage = "Airline:TicketingPrefix must be three digits, such as 901.")]
    public string TicketingPrefix { get; init; } = "901";

    /// <summary>The one currency it sells in.</summary>
    [CustomValidation(typeof(AirlineOptions), nameof(IsCurrency))]
    public string Currency { get; init; } = "GBP";

    /// <summary>Selling closes this long before departure.</summary>
    [Range(0, 1440, ErrorMessage = "Airline:SaleClosesMinutes must be 0 to 1440.")]
    public int SaleClosesMinutes { get; init; } = 60;

    /// <summary>How far ahead scheduled flights are on sale, counted from today at each origin.</summary>
    [Range(1, 730, ErrorMessage = "Airline:SaleHorizonDays must be 1 to 730.")]
    public int SaleHorizonDays { get; init; } = 330;

    /// <summary>Who books at least 168 hours ahead may cancel for nothing within so many hours (14 CFR 259.5(b)(4) asks for 24).</summary>
    [Range(0, 168, ErrorMessage = "Airline:FreeCancellationHours must be 0 to 168.")]
    public int FreeCancellationHours { get; init; } = 24;

    public static ValidationResult? IsCurrency(string currency) => CurrencyCode.TryParse(currency, out _)
        ? ValidationResult.Success
        : new ValidationResult("Airline:Currency must be an ISO 4217 code, such as GBP.");
}
