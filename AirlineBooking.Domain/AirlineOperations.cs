using AirlineBooking.Domain.Flights;
using Microsoft.Extensions.DependencyInjection;

namespace AirlineBooking.Domain;

/// <summary>Everything the airline can do, one line an operation.</summary>
public static class AirlineOperations
{
    public static IServiceCollection AddAirline(this IServiceCollection services) => services
        .AddSingleton<FindFlights>();
}
