using AirlineBooking.Domain.Kernel;

namespace AirlineBooking.Domain.Fares;

/// <summary>CO2 of a journey: distance, the aircraft's fuel and the cabin's share of the floor. PRICING.md names the method.</summary>
public static class Emissions
{
    /// <summary>Kilograms of CO2 that burning one kilogram of jet fuel makes (ICAO).</summary>
    public const double Co2PerFuel = 3.16;

    // What is not passengers or not sold: the share of seats that are filled, and of the aircraft's load that is freight.
    private const double FilledSeats = 0.82;
    private const double NarrowPassengerShare = 0.96;
    private const double WidePassengerShare = 0.85;

    /// <summary>Whole kilograms for each passenger with a seat over all flights; a lap infant adds none.</summary>
    public static int KilogramsPerPassenger(FareBook book, IReadOnlyList<SliceFacts> slices, Cabin cabin)
    {
        var sum = 0.0;
        foreach (var slice in slices)
        {
            foreach (var flight in slice.Flights) sum += Kilograms(book.Kilometres(flight.Origin, flight.Destination), AircraftFuel.Of(flight.Aircraft), cabin);
        }
        return (int)Math.Round(sum);
    }

    /// <summary>For one passenger on one flight.</summary>
    public static double Kilograms(int kilometres, AircraftFuel aircraft, Cabin cabin)
    {
        var fuel = aircraft.KilogramsPerKm * (kilometres + Detour(kilometres));
        var passengers = fuel * (aircraft.IsWide ? WidePassengerShare : NarrowPassengerShare);
        return passengers * Co2PerFuel * FloorShare(cabin, aircraft.IsWide) / (aircraft.EconomySeats * FilledSeats);
    }

    // ICAO's correction for flying around weather, traffic and the pattern before landing.
    private static int Detour(int kilometres) => kilometres switch { < 550 => 50, <= 5500 => 100, _ => 125 };

    // How many economy seats would stand where one of this cabin stands.
    private static double FloorShare(Cabin cabin, bool wide) => cabin switch
    {
        Cabin.Economy => 1,
        Cabin.PremiumEconomy => 1.5,
        Cabin.Business => wide ? 3 : 1.5,
        _ => wide ? 4.5 : 2,
    };
}
