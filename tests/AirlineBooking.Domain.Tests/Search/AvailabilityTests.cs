using AirlineBooking.Domain.Fares;
using AirlineBooking.Domain.Flights;
using AirlineBooking.Domain.Kernel;
using AirlineBooking.Domain.Search;
using AirlineBooking.Domain.Seats;
using AirlineBooking.Domain.Tests.Seats;
using AirlineBooking.Domain.Tests.Support;
using CsCheck;

namespace AirlineBooking.Domain.Tests.Search;

/// <summary>What is held and sold is what searches show.</summary>
public sealed class AvailabilityTests
{
    [Theory, EveryDatabase]
    public async Task A_hold_counts_in_the_next_search_and_its_end_does_too(Database database)
    {
        await using var airline = await HeadlessAirline.OpenAsync(database);
        var flight = (await airline.AddFlightsAsync())[0];
        var timetable = await airline.Get<Timetables>().GetAsync(default);

        var held = (await SeatRaceTests.HoldAsync(airline, flight, "me", "14A", "14B")).Value;
        Assert.Equal(2, SoldIn(timetable, flight));
        await airline.Get<ReleaseHold>().RunAsync(held!.Id, default); // It was held.

        Assert.Equal(0, SoldIn(timetable, flight));
    }

    [Theory, EveryDatabase]
    public async Task A_new_timetable_begins_with_what_is_stored(Database database)
    {
        await using var airline = await HeadlessAirline.OpenAsync(database);
        var flight = (await airline.AddFlightsAsync())[0];
        // Nothing listens yet: another process may have sold these.
        await SeatRaceTests.HoldAsync(airline, flight, "me", "14A", "14B", "14C");

        var timetable = await airline.Get<Timetables>().GetAsync(default);

        Assert.Equal(3, SoldIn(timetable, flight));
    }

    [Theory, EveryDatabase]
    public async Task A_rebuilt_timetable_forgets_nothing(Database database)
    {
        await using var airline = await HeadlessAirline.OpenAsync(database);
        var flight = (await airline.AddFlightsAsync())[0];
        var before = await airline.Get<Timetables>().GetAsync(default);
        await SeatRaceTests.HoldAsync(airline, flight, "me", "14A");
        await airline.Writes.RunAsync((db, cancel) => ScheduleVersions.BumpAsync(db, airline.Clock.GetUtcNow(), cancel));

        var after = await airline.Get<Timetables>().RefreshAsync(default);

        Assert.NotSame(before, after);
        Assert.Equal(1, SoldIn(after, flight));
    }

    [Theory, EveryDatabase]
    public async Task What_is_told_while_a_timetable_is_counted_is_in_it(Database database)
    {
        await using var airline = await HeadlessAirline.OpenAsync(database);
        var flight = (await airline.AddFlightsAsync())[0];
        var counted = await airline.Get<ReadTimetable>().RunAsync(HeadlessAirline.Start, default);
        var places = new SoldPlaces();
        places.BeginCount();

        places.Hear(new SeatsChanged(flight, 7, [], [new CabinTaken(Cabin.Economy, 5)]));
        places.Swap(counted);

        Assert.Equal(5, SoldIn(counted, flight));
    }

    [Theory, EveryDatabase]
    public async Task An_older_change_that_is_told_later_is_not_taken_for_news(Database database)
    {
        await using var airline = await HeadlessAirline.OpenAsync(database);
        var flight = (await airline.AddFlightsAsync())[0];
        var timetable = await airline.Get<Timetables>().GetAsync(default);
        var feed = airline.Get<SeatMapFeed>();

        feed.Publish(new SeatsChanged(flight, 3, [], [new CabinTaken(Cabin.Economy, 9)]));
        feed.Publish(new SeatsChanged(flight, 2, [], [new CabinTaken(Cabin.Economy, 4)]));

        Assert.Equal(9, SoldIn(timetable, flight));
    }

    [Theory, EveryDatabase]
    public async Task A_change_of_what_is_shown_makes_kept_answers_anew_and_another_change_does_not(Database database)
    {
        await using var airline = await HeadlessAirline.OpenAsync(database);
        var flight = (await airline.AddFlightsAsync())[0];
        var timetable = await airline.Get<Timetables>().GetAsync(default);
        Assert.True(timetable.TryFind(flight, out var found));
        var limits = timetable.Limits.Of(found.LadderOf(Cabin.Economy)).ToArray();
        var feed = airline.Get<SeatMapFeed>();
        var bases = airline.Get<SearchBases>();
        var shown = Enumerable.Range(1, limits[^1]).Select(sold => Array.Exists(limits, limit => Math.Clamp(limit - sold + 1, 0, 9) != Math.Clamp(limit - sold, 0, 9))).ToArray();
        Assert.Contains(true, shown);
        Assert.Contains(false, shown);

        for (var sold = 1; sold <= limits[^1]; sold++)
        {
            var before = await bases.GetAsync(default);
            feed.Publish(new SeatsChanged(flight, sold, [], [new CabinTaken(Cabin.Economy, sold)]));
            Assert.Equal(shown[sold - 1], !ReferenceEquals(before, await bases.GetAsync(default)));
        }
    }

    [Theory, EveryDatabase]
    public async Task The_cheapest_class_that_is_held_away_is_no_longer_offered_nor_the_lowest_of_its_day(Database database)
    {
        await using var airline = await HeadlessAirline.OpenAsync(database);
        var flight = (await airline.AddFlightsAsync())[0];
        var before = await airline.OfferAsync();
        var lowest = await LowestAsync(airline, before);
        var (_, segment) = (before.Slices[0], before.Slices[0].Segments[0]);
        Assert.True((await airline.Get<Timetables>().GetAsync(default)).TryFind(flight, out var found));
        var limits = (await airline.Get<Timetables>().GetAsync(default)).Limits.Of(found.LadderOf(Cabin.Economy)).ToArray();
        var cheapest = limits.First(limit => limit > 0);

        for (var sold = 0; sold < cheapest; sold++) Assert.True((await SeatRaceTests.HoldAsync(airline, flight, $"buyer {sold}", SeatRaceTests.SeatOf(sold))).Accepted);
        var after = await airline.OfferAsync();

        Assert.NotEqual(segment.BookingClass, after.Slices[0].Segments[0].BookingClass);
        Assert.True(after.Total.MinorUnits > before.Total.MinorUnits);
        Assert.Equal(after.Total, await LowestAsync(airline, before));
        Assert.Equal(before.Total, lowest);
    }

    [Fact]
    public void What_is_shown_changes_exactly_when_a_party_sees_another_class_or_other_seats_left() => Check.Sample(
        Gen.Select(Gen.UShort[0, 40].Array[1, 8].Select(limits => limits.Order().ToArray()), Gen.Int[0, 45], Gen.Int[0, 45]),
        (limits, before, after) =>
        {
            var (priced, shown) = (false, false);
            for (var seats = 1; seats <= Party.MostPassengers; seats++)
            {
                var (one, other) = (Array.FindIndex(limits, limit => limit >= before + seats), Array.FindIndex(limits, limit => limit >= after + seats));
                priced |= one != other;
                // A slice shows the class of its dearest flight, so that of this one may be any dearer one.
                for (var rank = Math.Max(one, 0); rank < limits.Length; rank++) shown |= Math.Clamp(limits[rank] - before, 0, 9) != Math.Clamp(limits[rank] - after, 0, 9);
            }
            return ShownAvailability.ChangesPrices(limits, before, after) == priced && (ShownAvailability.Changes(limits, before, after) || !(priced || shown));
        });

    private static int SoldIn(Timetable timetable, FlightId flight) => timetable.TryFind(flight, out var found) ? found.SoldIn(Cabin.Economy) : -1;

    private static async Task<Money?> LowestAsync(HeadlessAirline airline, Offer offer)
    {
        var date = DateOnly.FromDateTime(offer.Slices[0].Segments[0].DepartingAt);
        var days = await airline.Get<FindLowestFares>().RunAsync(
            new LowestFaresRequest(offer.Slices[0].Origin, offer.Slices[0].Destination, date, date, new Party(1, 0, 0), Cabin.Economy), default);
        return days[0].Lowest;
    }
}
