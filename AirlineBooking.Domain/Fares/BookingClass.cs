using AirlineBooking.Domain.Kernel;

namespace AirlineBooking.Domain.Fares;

/// <summary>One price step of a cabin, shown as a letter. Rank 0 is the cheapest of its cabin.</summary>
/// <param name="Code">The letter that other systems know it by.</param>
/// <param name="Cabin">Where its passengers sit.</param>
/// <param name="Rank">Its place on the ladder, cheapest first.</param>
/// <param name="PricePerMille">Its fare in thousandths of the cabin's cheapest.</param>
/// <param name="DemandPerMille">How much of the cabin's demand asks for it, in thousandths.</param>
public sealed record BookingClass(string Code, Cabin Cabin, int Rank, int PricePerMille, int DemandPerMille);
