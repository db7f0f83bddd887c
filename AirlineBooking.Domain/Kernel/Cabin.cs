namespace AirlineBooking.Domain.Kernel;

/// <summary>Where on board a passenger sits, cheapest first.</summary>
public enum Cabin { Economy, PremiumEconomy, Business, First }
