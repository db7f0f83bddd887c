using AirlineBooking.Domain.Fares;
using AirlineBooking.Domain.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace AirlineBooking.Domain.Tests.Fares;

public sealed class CreateDemoFaresTests
{
    [Theory, EveryDatabase]
    public async Task They_are_written_once(Database database)
    {
        await using var airline = await HeadlessAirline.OpenAsync(database);
        var create = airline.Get<CreateDemoFares>();

        Assert.True(await create.RunAsync(default));
        Assert.False(await create.RunAsync(default));

        await using var db = airline.Databases.CreateDbContext();
        Assert.Equal(CreateDemoFares.ReadFile().Count, await db.Fares.CountAsync());
        Assert.Equal(1, await FareVersions.ReadAsync(db, default));
    }

    [Theory, EveryDatabase]
    public async Task A_book_that_was_read_before_sees_them_at_the_next_look(Database database)
    {
        await using var airline = await OfferDesk.OpenAsync(database);
        var books = airline.Get<FareBooks>();
        var (london, singapore) = (Books.Code("LHR"), Books.Code("SIN"));
        var before = await books.RefreshAsync(default);
        await airline.Writes.RunAsync(async (db, cancel) =>
        {
            db.Fares.Add(Books.Fare("LHR", "SIN", Kernel.Cabin.Economy, 12_340));
            await db.SaveChangesAsync(cancel);
            await FareVersions.BumpAsync(db, airline.Clock.GetUtcNow(), cancel);
        });

        var after = await books.RefreshAsync(default);

        Assert.True(after.Version > before.Version);
        Assert.Equal(12_340, after.BaseFare(london, singapore, Kernel.Cabin.Economy, 0, OfferDesk.Day));
        Assert.NotEqual(12_340, before.BaseFare(london, singapore, Kernel.Cabin.Economy, 0, OfferDesk.Day));
        Assert.Same(after, await books.RefreshAsync(default));
    }

    [Theory, EveryDatabase]
    public async Task The_schema_itself_refuses_a_market_written_backwards(Database database)
    {
        await using var airline = await HeadlessAirline.OpenAsync(database);
        await Assert.ThrowsAnyAsync<DbUpdateException>(() => airline.Writes.RunAsync(async (db, cancel) =>
        {
            db.Fares.Add(Books.Fare("SIN", "LHR", Kernel.Cabin.Economy, 1));
            await db.SaveChangesAsync(cancel);
        }));
    }
}
