using AirlineBooking.Domain.Kernel;

namespace AirlineBooking.Domain.Flights;

/// <summary>How a passenger changes: from a domestic or international flight to a domestic or international one.</summary>
public enum ConnectionKind { DomesticToDomestic, DomesticToInternational, InternationalToDomestic, InternationalToInternational }

/// <summary>The minimum connecting time of one airport for one kind of change.</summary>
public sealed class ConnectionTime
{
    public required AirportCode Airport { get; init; }
    public required ConnectionKind Kind { get; init; }
    public required int Minutes { get; set; }

    /// <summary>Where the figure comes from; "illustrative" when it is not known to be current.</summary>
    public required string Source { get; set; }
}
