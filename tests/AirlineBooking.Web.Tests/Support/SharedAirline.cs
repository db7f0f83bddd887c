namespace AirlineBooking.Web.Tests.Support;

/// <summary>One running program for all tests that only look. Who changes something opens his own.</summary>
public sealed class SharedAirline : IAsyncLifetime
{
    public RunningAirline Airline { get; private set; } = null!; // Set before any test runs.

    public async Task InitializeAsync() => Airline = await RunningAirline.OpenAsync(("RateLimits:Default:Requests", "100000"), ("RateLimits:Pages:Requests", "100000"), ("RateLimits:Booking:Requests", "100000"), ("RateLimits:GuestLookup:Requests", "100000"));

    public async Task DisposeAsync() => await Airline.DisposeAsync();
}

[CollectionDefinition(Name)]
public sealed class Looking : ICollectionFixture<SharedAirline>
{
    public const string Name = "Looking at one running airline";
}
