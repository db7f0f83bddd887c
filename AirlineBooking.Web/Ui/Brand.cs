using AirlineBooking.Domain.Kernel;
using AirlineBooking.Domain.Payments;
using Microsoft.Extensions.Options;

namespace AirlineBooking.Web.Ui;

/// <summary>Whose site this is, as the section "Airline" says.</summary>
public sealed class Brand(IOptions<AirlineOptions> airline, IEnumerable<IPaymentGateway> gateways)
{
    /// <summary>What every page says where no money is taken.</summary>
    public const string SandboxWords = "Demo, no real tickets.";

    /// <summary>A sentence that every page has to say, if any.</summary>
    public string? Notice { get; } = gateways.OfType<SandboxGateway>().Any() ? SandboxWords : null;

    public string Name => airline.Value.Name;

    /// <summary>The two characters that its flight numbers begin with.</summary>
    public string Code => airline.Value.Code;

    /// <summary>The word of the name that the wordmark sets in bold.</summary>
    public string FirstWord => Name.Split(' ', 2)[0];

    /// <summary>The rest of the name, with the space before it.</summary>
    public string OtherWords => Name[FirstWord.Length..];

    /// <summary>What a flight number of ours looks like.</summary>
    public string SampleFlight => $"{Code} 305";
}
