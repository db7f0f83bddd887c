using AirlineBooking.Domain.Fares;
using AirlineBooking.Domain.Flights;
using AirlineBooking.Domain.Kernel;

namespace AirlineBooking.Domain.Seats;

/// <summary>A wish to hold seats of a flight: these, or the best of a kind.</summary>
/// <param name="FlightId">Which flight.</param>
/// <param name="Seats">The seats by name; none when the best are asked for.</param>
/// <param name="Best">What the best are, when no seat is named.</param>
/// <param name="Holder">Who holds them.</param>
/// <param name="Offer">The offer they are for, when it is known: its cabin, its party and its prices count.</param>
/// <param name="Instead">A hold of the same holder on this flight, whose seats are given back in the same commit; its time runs on.</param>
public sealed record HoldRequest(FlightId FlightId, IReadOnlyList<SeatNumber> Seats, BestSeatsWish? Best, Holder Holder, Offer? Offer, HoldId? Instead);

/// <summary>Which seats are the best for somebody.</summary>
/// <param name="Count">How many, 1 to 9.</param>
/// <param name="Cabin">Where; the offer's cabin, or economy, when it is not said.</param>
/// <param name="Near">Front, rear, window or aisle.</param>
/// <param name="Kind">Exit row, extra legroom or bassinet row, when they are asked for.</param>
public sealed record BestSeatsWish(int Count, Cabin? Cabin, SeatWish? Near, SeatKind? Kind);

public enum SeatWish { Front, Rear, Window, Aisle }

public enum SeatKind { Exit, ExtraLegroom, Bassinet }
