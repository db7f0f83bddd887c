using System.ComponentModel.DataAnnotations;

namespace AirlineBooking.Web.Platform.Security;

/// <summary>The section "Https": whether strangers may come over plain http.</summary>
public sealed class HttpsSettings
{
    public const string Section = "Https";

    /// <summary>False only behind something that ends https and cannot say so, or for trying things out.</summary>
    public bool Required { get; init; } = true;

    /// <summary>Where https is spoken, if plain requests are to be sent there.</summary>
    [Range(1, 65535, ErrorMessage = "Https:Port must be 1 to 65535.")]
    public int? Port { get; init; }
}
