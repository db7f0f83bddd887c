using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace AirlineBooking.Domain.Search;

/// <summary>How connections are made, as the configuration's section "Search" says.</summary>
public sealed record SearchOptions
{
    public const string Section = "Search";

    /// <summary>The minimum connecting time where the table says nothing.</summary>
    [Range(0, 1440, ErrorMessage = "Search:MinimumConnectionMinutes must be 0 to 1440.")]
    public int MinimumConnectionMinutes { get; init; } = ConnectionRules.DefaultMinimumMinutes;

    /// <summary>The longest wait between two flights.</summary>
    [Range(0, 1440, ErrorMessage = "Search:MaximumConnectionMinutes must be 0 to 1440.")]
    public int MaximumConnectionMinutes { get; init; } = ConnectionRules.DefaultMaximumMinutes;

    /// <summary>Whether the table of minimum connecting times overrides the minimum.</summary>
    public bool UseConnectionTable { get; init; } = true;
}

/// <summary>Says everything that is wrong with the section "Search" at once, before the first request.</summary>
internal sealed class SearchOptionsValidation : IValidateOptions<SearchOptions>
{
    public ValidateOptionsResult Validate(string? name, SearchOptions options)
    {
        var wrong = new List<ValidationResult>();
        return Validator.TryValidateObject(options, new ValidationContext(options), wrong, validateAllProperties: true)
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(wrong.Select(result => result.ErrorMessage ?? "Search: not valid."));
    }
}
