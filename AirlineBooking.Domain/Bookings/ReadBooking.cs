using AirlineBooking.Domain.Flights;
using AirlineBooking.Domain.Kernel;
using Microsoft.EntityFrameworkCore;

namespace AirlineBooking.Domain.Bookings;

/// <summary>A booking with all that stands around it, people included.</summary>
public sealed record BookingDetails(
    Booking Booking, SoldTrip Sold, IReadOnlyList<BookingPassenger> Passengers, IReadOnlyList<Traveller> Travellers, Contact Contact, BookingState State)
{
    public Money Total => new(Booking.Total, Booking.Currency);

    /// <summary>How a passenger's coupon of a flight stands; nothing before tickets are issued.</summary>
    public CouponStatus? CouponOf(BookingPassenger passenger, FlightId flight) =>
        State.Passengers[passenger.Position].Coupons.FirstOrDefault(coupon => coupon.FlightId == flight)?.Status;
}

/// <summary>Reads one booking for whoever was found to own it.</summary>
public sealed class ReadBooking(IDbContextFactory<AirlineDb> databases, BookingStates states, TimeProvider clock)
{
    /// <summary>The booking as it is now, or as a state that was kept with an answer says; nothing when there is none.</summary>
    public async Task<BookingDetails?> RunAsync(BookingId id, BookingState? asOf, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        if (await BookingRows.FindAsync(db, id, cancel) is not { } booking) return null;
        var passengers = await BookingRows.PassengersAsync(db, id, cancel);
        var travellers = await BookingRows.TravellersAsync(db, id, cancel);
        var contact = await BookingRows.ContactAsync(db, id, cancel);
        var state = asOf ?? await states.ReadAsync(db, booking, passengers, clock.GetUtcNow(), cancel);
        return new BookingDetails(booking, booking.ReadSold(), passengers, travellers, contact, state);
    }

    /// <summary>Which booking has a locator.</summary>
    public async Task<BookingId?> FindAsync(RecordLocator locator, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await db.Bookings.AsNoTracking().Where(booking => booking.Locator == locator).Select(booking => (BookingId?)booking.Id).SingleOrDefaultAsync(cancel);
    }
}
