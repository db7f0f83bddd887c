using System.Globalization;
using AirlineBooking.Domain.Kernel;

namespace AirlineBooking.Domain.Bookings;

/// <summary>A travel document as it was typed into a form, right or wrong.</summary>
public sealed record TypedDocument(string Kind, string Number, string Nationality, string IssuingCountry, string ExpiresOn)
{
    public const string Passport = "passport", IdentityCard = "identity_card";

    public static readonly TypedDocument Empty = new(Passport, "", "", "", "");

    /// <summary>True when nothing was typed: then there is nothing wrong with it either.</summary>
    public bool IsEmpty => Number.Length == 0 && Nationality.Length == 0 && IssuingCountry.Length == 0 && ExpiresOn.Length == 0;

    /// <summary>For the airline to check; countries by name or by their two letters, and a date that is none is long past.</summary>
    public DocumentOrder ToOrder() => new(
        Kind, Number.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant(), CountryNames.CodeOf(Nationality), CountryNames.CodeOf(IssuingCountry),
        ExpiresOn.Length == 0 ? null : DateOnly.TryParseExact(ExpiresOn, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : DateOnly.MinValue);
}
