using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace AirlineBooking.Domain.Kernel;

/// <summary>Says everything that is wrong with the section "Airline" at once, before the first request.</summary>
internal sealed class AirlineOptionsValidation : IValidateOptions<AirlineOptions>
{
    public ValidateOptionsResult Validate(string? name, AirlineOptions options)
    {
        var wrong = new List<ValidationResult>();
        return Validator.TryValidateObject(options, new ValidationContext(options), wrong, validateAllProperties: true)
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(wrong.Select(result => result.ErrorMessage ?? "Airline: not valid."));
    }
}
