using AirlineBooking.Domain.Fares;
using AirlineBooking.Domain.Tests.Support;

namespace AirlineBooking.Domain.Tests.Fares;

public sealed class ReadOfferTests
{
    [Theory, EveryDatabase]
    public async Task An_offer_is_read_again_at_the_same_price_under_the_same_id(Database database)
    {
        await using var airline = await OfferDesk.OpenAsync(database);
        var id = await OfferDesk.IssueAsync(airline, FareFamily.Classic);
        airline.Clock.Advance(TimeSpan.FromMinutes(15));

        var reading = (await OfferDesk.ReadAsync(airline, id)).Value;

        Assert.NotNull(reading);
        Assert.False(reading.PriceChanged);
        Assert.Equal(id, reading.Offer.Id);
        Assert.Equal(FareFamily.Classic, reading.Offer.Family);
        Assert.Equal(HeadlessAirline.Start.AddMinutes(21), reading.Offer.ExpiresAt);
        Assert.Equal(["CDG", "LHR", "SIN"], reading.Offer.Slices.Single().Segments.Select(segment => segment.Origin.ToString()).Append(reading.Offer.Slices[0].Destination.ToString()));
    }

    [Theory, EveryDatabase]
    public async Task The_other_families_are_offers_too(Database database)
    {
        await using var airline = await OfferDesk.OpenAsync(database);
        var light = (await OfferDesk.ReadAsync(airline, await OfferDesk.IssueAsync(airline))).Value?.Offer;
        Assert.NotNull(light);
        Assert.Equal([FareFamily.Classic, FareFamily.Flex], light.OtherFamilies.Select(other => other.Family));
        foreach (var other in light.OtherFamilies)
        {
            var offer = (await OfferDesk.ReadAsync(airline, other.OfferId)).Value?.Offer;
            Assert.Equal((other.Family, other.Total), (offer?.Family, offer?.Total));
        }
    }

    [Theory, EveryDatabase]
    public async Task Somebody_elses_text_is_no_offer(Database database)
    {
        await using var airline = await OfferDesk.OpenAsync(database);
        Assert.Equal(FareRefusal.OfferUnknown, (await OfferDesk.ReadAsync(airline, "off_AAAA")).Refusal);
        Assert.Equal(FareRefusal.OfferUnknown, (await OfferDesk.ReadAsync(airline, await OfferDesk.IssueAsync(airline) + "A")).Refusal);
    }

    [Theory, EveryDatabase]
    public async Task It_lives_until_just_before_the_twenty_first_minute_is_over(Database database)
    {
        await using var airline = await OfferDesk.OpenAsync(database);
        var id = await OfferDesk.IssueAsync(airline);

        airline.Clock.Advance(TimeSpan.FromMinutes(21) - TimeSpan.FromTicks(1));
        Assert.True((await OfferDesk.ReadAsync(airline, id)).Accepted);
        airline.Clock.Advance(TimeSpan.FromTicks(1));
        Assert.Equal(FareRefusal.OfferExpired, (await OfferDesk.ReadAsync(airline, id)).Refusal);
    }

    [Theory, EveryDatabase]
    public async Task A_changed_price_comes_with_a_new_offer(Database database)
    {
        await using var airline = await OfferDesk.OpenAsync(database);
        var id = await OfferDesk.IssueAsync(airline);
        var before = (await OfferDesk.ReadAsync(airline, id)).Value?.Offer.Total;
        await airline.Writes.RunAsync(async (db, cancel) =>
        {
            db.Fares.Add(Books.Fare("CDG", "SIN", Kernel.Cabin.Economy, 99_900));
            await db.SaveChangesAsync(cancel);
            await FareVersions.BumpAsync(db, airline.Clock.GetUtcNow(), cancel);
        });
        airline.Clock.Advance(TimeSpan.FromMinutes(2));
        await airline.Get<FareBooks>().RefreshAsync(default);

        var reading = (await OfferDesk.ReadAsync(airline, id)).Value;

        Assert.NotNull(reading);
        Assert.Equal(before, reading.PreviousTotal);
        Assert.True(reading.Offer.Total > before);
        Assert.Equal(HeadlessAirline.Start.AddMinutes(23), reading.Offer.ExpiresAt);
        Assert.False((await OfferDesk.ReadAsync(airline, reading.Offer.Id)).Value?.PriceChanged);
    }

    [Theory, EveryDatabase]
    public async Task A_cancelled_flight_is_gone(Database database)
    {
        await using var airline = await OfferDesk.OpenAsync(database);
        var id = await OfferDesk.IssueAsync(airline);
        await OfferDesk.ChangeAsync(airline, "UPDATE flights SET status = 'Cancelled' WHERE id = 2");
        Assert.Equal(FareRefusal.FlightGone, (await OfferDesk.ReadAsync(airline, id)).Refusal);
    }

    [Theory, EveryDatabase]
    public async Task A_flight_that_now_leaves_before_the_other_arrives_is_gone(Database database)
    {
        await using var airline = await OfferDesk.OpenAsync(database);
        var id = await OfferDesk.IssueAsync(airline);
        await OfferDesk.ChangeAsync(airline, "UPDATE flights SET departs_at = '2026-12-02 08:00:00Z' WHERE id = 2");
        Assert.Equal(FareRefusal.FlightGone, (await OfferDesk.ReadAsync(airline, id)).Refusal);
    }

    [Theory, EveryDatabase]
    public async Task Selling_closes_an_hour_before_departure(Database database)
    {
        await using var airline = await OfferDesk.OpenAsync(database);
        var closes = new DateTimeOffset(2026, 12, 2, 7, 0, 0, TimeSpan.Zero); // 09:00 in Paris, less an hour
        airline.Clock.SetUtcNow(closes - TimeSpan.FromTicks(1));
        var id = await OfferDesk.IssueAsync(airline);
        Assert.True((await OfferDesk.ReadAsync(airline, id)).Accepted);
        airline.Clock.SetUtcNow(closes);
        Assert.Equal(FareRefusal.SaleClosed, (await OfferDesk.ReadAsync(airline, id)).Refusal);
    }

    [Theory, EveryDatabase]
    public async Task A_smaller_aircraft_may_have_no_seat_for_the_party(Database database)
    {
        await using var airline = await OfferDesk.OpenAsync(database);
        var id = await OfferDesk.IssueAsync(airline);
        await OfferDesk.ChangeAsync(airline, "UPDATE flights SET seats = 2 WHERE id = 1");
        Assert.Equal(FareRefusal.SoldOut, (await OfferDesk.ReadAsync(airline, id)).Refusal);
    }

    [Theory, EveryDatabase]
    public async Task The_same_minute_gives_the_same_id_in_another_process(Database database)
    {
        await using var airline = await OfferDesk.OpenAsync(database);
        var id = await OfferDesk.IssueAsync(airline);
        airline.Clock.Advance(TimeSpan.FromSeconds(59));
        var other = new OfferKeys(airline.Databases, airline.Writes, airline.Clock);
        Assert.Equal(id, await OfferDesk.IssueAsync(airline));
        Assert.True((await other.GetAsync(default)).TryRead(id, out _));
    }
}
