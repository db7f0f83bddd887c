using AirlineBooking.Domain.Bookings;
using AirlineBooking.Domain.CheckIn;
using AirlineBooking.Domain.Fares;
using AirlineBooking.Domain.Flights;
using AirlineBooking.Domain.Kernel;
using AirlineBooking.Domain.Platform;
using AirlineBooking.Domain.Search;
using AirlineBooking.Domain.Seats;
using AirlineBooking.Domain.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace AirlineBooking.Domain.Tests.CheckIn;

public sealed class FamilyCheckInTests
{
    [Theory, EveryDatabase]
    public async Task An_adult_whose_infant_was_cancelled_checks_in_alone(Database database)
    {
        await using var airline = await HeadlessAirline.OpenAsync(database);
        var details = await FamilyAsync(airline, adults: 1, infants: 1);
        var (adult, infant, flight) = (details.Passengers[0].Id, details.Passengers[1].Id, details.Sold.Segments.First().FlightId);
        await airline.CancelAsync(details.Booking.Id, infant);
        Leave(airline, details);
        var passport = new Dictionary<PassengerId, DocumentOrder> { [adult] = new("passport", "X1234567", "GB", "GB", null) };

        var named = (await airline.Get<CheckInPassengers>().RunAsync(null, details.Booking.Id, flight, [adult], passport, Audit.Guest, default)).Answer;
        var everybody = await airline.CheckInAsync(details, flight);

        Assert.True(named?.Accepted, $"{named?.Refusal}");
        Assert.Equal([adult], await WhoAsync(airline, details, named?.Value));
        Assert.Equal([adult], await WhoAsync(airline, details, everybody.Value));
        Assert.Equal(CheckInRefusal.NotPossible, (await airline.CheckInAsync(details, flight, infant)).Refusal);
    }

    [Theory, EveryDatabase]
    public async Task An_infant_and_its_adult_check_in_together_whichever_is_named_and_others_do_not(Database database)
    {
        await using var airline = await HeadlessAirline.OpenAsync(database);
        var details = await FamilyAsync(airline, adults: 2, infants: 1);
        var (adult, infant) = (details.Passengers.First(one => one.Id == details.Passengers[2].InfantOf).Id, details.Passengers[2].Id);
        Leave(airline, details);

        var byInfant = await airline.CheckInAsync(details, details.Sold.Segments.First().FlightId, infant);
        var byAdult = await airline.CheckInAsync(details, details.Sold.Segments.First().FlightId, adult);

        Assert.Equal([adult, infant], await WhoAsync(airline, details, byInfant.Value));
        Assert.Equal(byInfant.Value?.Passes, byAdult.Value?.Passes);
    }

    [Theory, EveryDatabase]
    public async Task Two_with_infants_do_not_get_seats_of_one_section(Database database)
    {
        await using var airline = await HeadlessAirline.OpenAsync(database);
        var details = await FamilyAsync(airline, adults: 2, infants: 2);
        Leave(airline, details);
        var flight = details.Sold.Segments.First().FlightId;

        Assert.True((await airline.CheckInAsync(details, flight)).Accepted);

        var seats = (await airline.DetailsAsync(details.Booking.Id)).State.Passengers.Take(2).Select(one => one.Seats[flight]).ToList();
        var layout = CabinLayouts.For("A20N", 174);
        Assert.False(SeatSuitability.ShareMasks(layout.CabinOf(seats[0].Row, seats[0].Letter)!, seats[0], seats[1])); // The aircraft has what it gave.
        Assert.All(seats, seat => Assert.False(SeatCharacteristics.Of(layout, seat).HasFlag(SeatTraits.ExitRow)));
    }

    [Theory, EveryDatabase]
    public async Task Who_needs_help_waits_for_staff_when_only_exits_are_left_and_others_sit_there(Database database)
    {
        await using var airline = await HeadlessAirline.OpenAsync(database);
        await airline.AddFlightsAsync();
        var offer = await airline.OfferAsync();
        var order = Travellers.Order(offer);
        var helped = await airline.BookedAsync(order with { Passengers = [order.Passengers[0] with { Assistance = ["WCHR"] }] });
        var able = await airline.BookedAsync(Travellers.Order(offer));
        var flight = able.Sold.Segments.First().FlightId;
        var layout = CabinLayouts.For("A20N", 174);
        await using (var db = await airline.Databases.CreateDbContextAsync())
        {
            var usual = layout.Cabins.Where(one => one.Cabin is Cabin.Economy)
                .SelectMany(cabin => cabin.Rows.SelectMany(row => string.Concat(cabin.Groups).Where(row.Has).Select(letter => new SeatNumber(row.Number, letter))))
                .Where(seat => !SeatCharacteristics.Of(layout, seat).HasFlag(SeatTraits.ExitRow));
            db.SeatClaims.AddRange(usual.Select(seat => new SeatClaim { FlightId = flight, Seat = seat, Cabin = Cabin.Economy, State = ClaimState.Blocked }));
            await db.SaveChangesAsync();
        }
        Leave(airline, able);

        Assert.Equal(CheckInRefusal.NoSeatLeft, (await airline.CheckInAsync(helped, flight)).Refusal);
        Assert.True((await airline.CheckInAsync(able, flight)).Accepted);
        Assert.True(SeatCharacteristics.Of(layout, (await airline.DetailsAsync(able.Booking.Id)).State.Passengers[0].Seats[flight]).HasFlag(SeatTraits.ExitRow));
    }

    [Theory, EveryDatabase]
    public async Task On_a_through_flight_one_seat_is_theirs_on_both_legs(Database database)
    {
        await using var airline = await HeadlessAirline.OpenAsync(database);
        await AddThroughFlightAsync(airline);
        var offer = await airline.OfferAsync(new Party(1, 0, 0), new SliceRequest(AirportCode.Parse("LHR"), AirportCode.Parse("GVA"), FirstDay));
        var details = await airline.BookedAsync(Travellers.Order(offer));
        var (first, second) = (details.Sold.Segments.First(), details.Sold.Segments.Last());
        Assert.True(second.SameAircraft);
        // Then the best seat of the second leg is taken on the first.
        var alone = await airline.BookedAsync(Travellers.Order(await airline.OfferAsync()));
        airline.Clock.SetUtcNow(first.DepartsAt.AddHours(-20));
        Assert.True((await airline.CheckInAsync(alone, first.FlightId)).Accepted);

        Assert.True((await airline.CheckInAsync(details, second.FlightId)).Accepted);
        Assert.True((await airline.CheckInAsync(details, first.FlightId)).Accepted);

        var seats = (await airline.DetailsAsync(details.Booking.Id)).State.Passengers[0].Seats;
        Assert.Equal(seats[first.FlightId], seats[second.FlightId]);
        await using var db = await airline.Databases.CreateDbContextAsync();
        Assert.All(await db.FlightCabins.AsNoTracking().Where(one => one.Taken > 0).ToListAsync(), cabin => Assert.Equal(0, cabin.Unseated));
    }

    private static DateOnly FirstDay => DateOnly.FromDateTime(HeadlessAirline.Start.UtcDateTime).AddDays(10);

    private static async Task<BookingDetails> FamilyAsync(HeadlessAirline airline, int adults, int infants)
    {
        await airline.AddFlightsAsync();
        return await airline.BookedAsync(Travellers.Order(await airline.OfferAsync(adults: adults, infants: infants)));
    }

    private static void Leave(HeadlessAirline airline, BookingDetails details) => airline.Clock.SetUtcNow(details.Sold.Segments.First().DepartsAt.AddHours(-20));

    private static async Task<List<PassengerId>> WhoAsync(HeadlessAirline airline, BookingDetails details, CheckedIn? done)
    {
        var who = new List<PassengerId>();
        foreach (var pass in done?.Passes ?? []) who.Add((await airline.Get<ReadBoardingPass>().RunAsync(details.Booking.Id, pass, default))!.PassengerId); // It was given just now.
        return who;
    }

    // London to Zurich, and on to Geneva by the same aircraft.
    private static async Task AddThroughFlightAsync(HeadlessAirline airline)
    {
        var leg = (await airline.AddFlightsAsync())[0];
        await using var db = await airline.Databases.CreateDbContextAsync();
        db.Airports.Add(new Airport { Code = AirportCode.Parse("GVA"), Name = "GVA", City = "GVA", Country = "CH", Latitude = 46.24, Longitude = 6.11, TimeZone = "Europe/Zurich" });
        (await db.Flights.SingleAsync(one => one.Id == leg)).JoinsNextLeg = true;
        db.Flights.Add(new Flight
        {
            Carrier = "T0", OperatingCarrier = "T0", Number = 101, LegSequence = 2, ServiceDate = FirstDay, Date = FirstDay,
            Origin = AirportCode.Parse("ZRH"), Destination = AirportCode.Parse("GVA"),
            DepartsLocal = new TimeOnly(12, 30), ArrivesLocal = new TimeOnly(13, 20), ArrivalDayOffset = 0,
            DepartsAt = new DateTimeOffset(FirstDay, new TimeOnly(11, 30), TimeSpan.Zero), ArrivesAt = new DateTimeOffset(FirstDay, new TimeOnly(12, 20), TimeSpan.Zero),
            Aircraft = "A20N", Seats = 174,
        });
        await ScheduleVersions.BumpAsync(db, airline.Clock.GetUtcNow(), default);
        await db.SaveChangesAsync();
        await airline.Get<AirportDirectories>().RefreshAsync(default);
    }
}
