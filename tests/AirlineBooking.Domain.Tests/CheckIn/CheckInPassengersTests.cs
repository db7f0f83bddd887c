using AirlineBooking.Domain.Bookings;
using AirlineBooking.Domain.CheckIn;
using AirlineBooking.Domain.Flights;
using AirlineBooking.Domain.Payments;
using AirlineBooking.Domain.Platform;
using AirlineBooking.Domain.Tests.Bookings;
using AirlineBooking.Domain.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace AirlineBooking.Domain.Tests.CheckIn;

public sealed class CheckInPassengersTests
{
    private static readonly DocumentOrder Passport = new("passport", "X1234567", "GB", "GB", null);

    [Theory, EveryDatabase]
    public async Task Check_in_opens_a_day_before_departure(Database database)
    {
        await using var airline = await HeadlessAirline.OpenAsync(database);
        var details = await BookedAsync(airline);

        var early = await CheckInAsync(airline, details, Passport);

        Assert.Equal(CheckInRefusal.CheckInClosed, early.Answer?.Refusal);
        Assert.Equal(details.Sold.Segments.First().DepartsAt.AddHours(-24), Assert.IsType<CheckInDetail>(early.Answer?.Detail).Window?.OpensAt);
    }

    [Theory, EveryDatabase]
    public async Task Who_has_no_seat_gets_one_and_a_pass(Database database)
    {
        await using var airline = await HeadlessAirline.OpenAsync(database);
        var details = await BookedAsync(airline);
        airline.Clock.SetUtcNow(details.Sold.Segments.First().DepartsAt.AddHours(-20));

        var checkedIn = await CheckInAsync(airline, details, Passport);

        var pass = await airline.Get<ReadBoardingPass>().RunAsync(details.Booking.Id, Assert.Single(checkedIn.Answer!.Value!.Passes), default);
        Assert.NotNull(pass?.Seat);
        Assert.Equal("MUELLER/ZOE", pass.Name);
        Assert.True(BoardingPassCode.TryParse(pass.BarCode, out var code));
        Assert.Equal((details.Booking.Locator.ToString(), 1), (code.Legs[0].Locator, pass.Sequence));
        await using var db = await airline.Databases.CreateDbContextAsync();
        var cabin = await db.FlightCabins.AsNoTracking().SingleAsync(one => one.Taken > 0);
        Assert.Equal((0, 1), (cabin.Unseated, cabin.Taken));
    }

    [Theory, EveryDatabase]
    public async Task A_flight_that_is_cancelled_is_not_checked_in_for_and_its_passes_are_no_longer_good(Database database)
    {
        await using var airline = await HeadlessAirline.OpenAsync(database);
        var details = await BookedAsync(airline);
        var flight = details.Sold.Segments.First();
        airline.Clock.SetUtcNow(flight.DepartsAt.AddHours(-20));
        var pass = Assert.Single((await CheckInAsync(airline, details, Passport)).Answer!.Value!.Passes);
        async Task IsAsync(FlightStatus status) => await airline.Writes.RunAsync((db, cancel) => db.Flights.Where(one => one.Id == flight.FlightId).ExecuteUpdateAsync(set => set.SetProperty(one => one.Status, status), cancel));

        await IsAsync(FlightStatus.Cancelled);
        Assert.Equal(CheckInRefusal.NotPossible, (await CheckInAsync(airline, details, null)).Answer?.Refusal);
        Assert.Null(await airline.Get<ReadBoardingPass>().RunAsync(details.Booking.Id, pass, default));

        await IsAsync(FlightStatus.Departed);
        Assert.Equal(CheckInRefusal.NotPossible, (await CheckInAsync(airline, details, null)).Answer?.Refusal);
        await IsAsync(FlightStatus.Boarding);
        Assert.True((await CheckInAsync(airline, details, null)).Answer?.Accepted);
        Assert.NotNull(await airline.Get<ReadBoardingPass>().RunAsync(details.Booking.Id, pass, default));
    }

    [Theory, EveryDatabase]
    public async Task An_international_flight_needs_a_document(Database database)
    {
        await using var airline = await HeadlessAirline.OpenAsync(database);
        var details = await BookedAsync(airline);
        airline.Clock.SetUtcNow(details.Sold.Segments.First().DepartsAt.AddHours(-20));

        var refused = await CheckInAsync(airline, details, null);

        Assert.Equal(CheckInRefusal.DocumentRequired, refused.Answer?.Refusal);
        Assert.Equal($"/documents/{details.Passengers[0].Id}/number", Assert.IsType<CheckInDetail>(refused.Answer?.Detail).Problems[0].Place);
    }

    [Theory, EveryDatabase]
    public async Task Checking_in_again_answers_the_same_pass_and_the_number_is_encrypted(Database database)
    {
        await using var airline = await HeadlessAirline.OpenAsync(database);
        var details = await BookedAsync(airline);
        airline.Clock.SetUtcNow(details.Sold.Segments.First().DepartsAt.AddHours(-20));

        var first = await CheckInAsync(airline, details, Passport);
        var again = await CheckInAsync(airline, details, null);

        Assert.Equal(first.Answer?.Value?.Passes, again.Answer?.Value?.Passes);
        await using var db = await airline.Databases.CreateDbContextAsync();
        Assert.DoesNotContain(Passport.Number, (await db.TravelDocuments.AsNoTracking().SingleAsync()).EncryptedNumber, StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task It_closes_when_the_airport_closes_it_and_is_offered_until_then(Database database)
    {
        await using var airline = await HeadlessAirline.OpenAsync(database, [new("CheckIn:CutOffMinutes", "45"), new("CheckIn:CutOffMinutesAt:LHR", "120")]);
        var (details, other) = (await BookedAsync(airline), await BookedAsync(airline));
        var closes = details.Sold.Segments.First().DepartsAt.AddMinutes(-120);
        async Task<bool> IsOfferedAsync() => (await airline.DetailsAsync(details.Booking.Id)).State.AvailableActions.Contains(BookingAction.CheckIn);

        airline.Clock.SetUtcNow(closes.AddSeconds(-1));
        Assert.True(await IsOfferedAsync());
        Assert.True((await CheckInAsync(airline, other, Passport)).Answer?.Accepted);

        airline.Clock.SetUtcNow(closes);
        Assert.False(await IsOfferedAsync());
        var late = await CheckInAsync(airline, details, Passport);
        Assert.Equal(CheckInRefusal.CheckInClosed, late.Answer?.Refusal);
        Assert.Equal(closes, Assert.IsType<CheckInDetail>(late.Answer?.Detail).Window?.ClosesAt);
    }

    [Theory, EveryDatabase]
    public async Task Paying_and_cancelling_offer_it_as_the_airport_closes_it(Database database)
    {
        await using var airline = await HeadlessAirline.OpenAsync(database, [new("CheckIn:CutOffMinutes", "60"), new("CheckIn:CutOffMinutesAt:LHR", "120")]);
        await airline.AddFlightsAsync();
        airline.Clock.SetUtcNow((await airline.OfferAsync(adults: 2)).Slices[0].Segments[0].DepartsAt.AddMinutes(-90));

        var paid = (await airline.BookAsync(Travellers.Order(await airline.OfferAsync(adults: 2)))).Answer?.Value;
        Assert.NotNull(paid);
        Assert.DoesNotContain(BookingAction.CheckIn, paid.State.AvailableActions);
        Assert.Contains(BookingAction.Cancel, paid.State.AvailableActions);

        var people = (await airline.DetailsAsync(paid.BookingId)).Passengers;
        var quote = (await airline.Get<QuoteCancellation>().RunAsync(null, paid.BookingId, [people[1].Id], [], default)).Answer?.Value;
        var cancelled = (await airline.Get<ConfirmCancellation>().RunAsync(null, paid.BookingId, quote!.Id, Audit.Guest, default)).Answer?.Value;
        Assert.NotNull(cancelled);
        Assert.DoesNotContain(BookingAction.CheckIn, cancelled.State.AvailableActions);
    }

    [Theory, EveryDatabase]
    public async Task It_is_offered_by_when_the_flight_leaves_now(Database database)
    {
        await using var airline = await HeadlessAirline.OpenAsync(database);
        var details = await BookedAsync(airline);
        var flight = details.Sold.Segments.First();
        await airline.ChangeFlightAsync(flight.FlightId, FlightStatus.Delayed, flight.DepartsAt.AddHours(5));
        async Task<bool> IsOfferedAsync() => (await airline.DetailsAsync(details.Booking.Id)).State.AvailableActions.Contains(BookingAction.CheckIn);

        airline.Clock.SetUtcNow(flight.DepartsAt.AddHours(-20));
        Assert.False(await IsOfferedAsync());

        airline.Clock.SetUtcNow(flight.DepartsAt.AddHours(3));
        Assert.True(await IsOfferedAsync());
        Assert.True((await CheckInAsync(airline, details, Passport)).Answer?.Accepted);
    }

    private static async Task<BookingDetails> BookedAsync(HeadlessAirline airline) =>
        await TripAfterwardsTests.DetailsAsync(airline, (await TripAfterwardsTests.BookedAsync(airline)).Id);

    private static Task<Once<CheckedIn, CheckInRefusal>> CheckInAsync(HeadlessAirline airline, BookingDetails details, DocumentOrder? document) =>
        airline.Get<CheckInPassengers>().RunAsync(
            null, details.Booking.Id, details.Sold.Segments.First().FlightId, [],
            document is null ? new Dictionary<PassengerId, DocumentOrder>() : new() { [details.Passengers[0].Id] = document }, Audit.Guest, default);
}
