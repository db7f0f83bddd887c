using AirlineBooking.Domain.Flights;
using AirlineBooking.Domain.Seats;
using AirlineBooking.Web.Tests.Support;

namespace AirlineBooking.Web.Tests.Seats;

/// <summary>What is promised by the clock on the wall is measured while no other test uses the machine.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Measuring
{
    public const string Name = "Measuring by the clock on the wall";
}

[Collection(Measuring.Name)]
public sealed class ExpiryInTimeTests
{
    private const double MostMilliseconds = 2000;

    // Two frames on, what was changed has been drawn.
    private const string NoteWhenFree = """
        () => {
          const seat = document.querySelector(".plane .seat.held[aria-label^='30C,']");
          new MutationObserver((_, observer) => {
            if (seat.classList.contains('held')) return;
            observer.disconnect();
            requestAnimationFrame(() => requestAnimationFrame(() => { document.body.dataset.freeAt = Date.now(); }));
          }).observe(seat, { attributes: true });
        }
        """;

    [Fact]
    public async Task A_seat_whose_time_ran_out_is_seen_free_within_two_seconds_and_nobody_touched_anything()
    {
        var clock = new RunningClock();
        await using var choosing = new ChoosingAirline { Clock = clock };
        await choosing.InitializeAsync();
        await using var watcher = await choosing.ChooseAsync("watching the clock", 1);
        var held = (await choosing.Airline.Get<HoldSeats>().RunAsync(null, new HoldRequest(new FlightId(1), [new SeatNumber(30, 'C')], null, new Holder("gone", null), null, null), default)).Answer?.Value;
        Assert.NotNull(held);
        await watcher.Page.Locator(".plane .seat.held[aria-label^='30C,']").WaitForAsync();
        await watcher.Page.EvaluateAsync(NoteWhenFree);

        clock.PutForward(held.ExpiresAt - clock.GetUtcNow() - TimeSpan.FromSeconds(1));
        await watcher.Page.Locator("body[data-free-at]").WaitForAsync();

        var seen = await watcher.Page.EvaluateAsync<double>("Number(document.body.dataset.freeAt)");
        Assert.InRange(seen - clock.OnTheWall(held.ExpiresAt).ToUnixTimeMilliseconds(), 0, MostMilliseconds);
    }
}
