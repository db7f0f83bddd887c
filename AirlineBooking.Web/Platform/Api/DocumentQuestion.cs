using AirlineBooking.Domain.Bookings;

namespace AirlineBooking.Web.Platform.Api;

/// <summary>A travel document, as partners send it; it is never shown again.</summary>
/// <param name="Type">passport or identity_card.</param>
/// <param name="Number">Letters and digits.</param>
/// <param name="Nationality">A country's two letters.</param>
/// <param name="IssuingCountry">A country's two letters.</param>
/// <param name="ExpiresOn">The last day it is good for.</param>
public sealed record DocumentQuestion(string Type, string Number, string Nationality, string IssuingCountry, DateOnly? ExpiresOn = null)
{
    public DocumentOrder ToOrder() => new(Type, Number, Nationality, IssuingCountry, ExpiresOn);
}
