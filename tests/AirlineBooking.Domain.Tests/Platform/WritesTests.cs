using AirlineBooking.Domain.Flights;
using AirlineBooking.Domain.Kernel;
using AirlineBooking.Domain.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace AirlineBooking.Domain.Tests.Platform;

public sealed class WritesTests
{
    private enum Refusal { No }

    [Theory, EveryDatabase]
    public async Task A_unit_of_work_is_stored(Database database)
    {
        await using var airline = await HeadlessAirline.OpenAsync(database);

        await airline.Writes.RunAsync((db, cancel) => AddAsync(db, "AAA", cancel));

        Assert.Equal(["AAA"], await CodesAsync(airline));
    }

    [Theory, EveryDatabase]
    public async Task A_refusal_and_a_throw_leave_nothing_behind_and_harm_no_neighbour(Database database)
    {
        await using var airline = await HeadlessAirline.OpenAsync(database);

        var refused = airline.Writes.RunAsync<MetropolitanArea, Refusal>(async (db, cancel) =>
        {
            await AddAsync(db, "AAA", cancel);
            return Refusal.No;
        });
        var thrown = airline.Writes.RunAsync(async (db, cancel) =>
        {
            await AddAsync(db, "BBB", cancel);
            throw new InvalidOperationException("a bug");
        });
        var stored = airline.Writes.RunAsync((db, cancel) => AddAsync(db, "CCC", cancel));

        Assert.Equal(Refusal.No, (await refused).Refusal);
        await Assert.ThrowsAsync<InvalidOperationException>(() => thrown);
        await stored;
        Assert.Equal(["CCC"], await CodesAsync(airline));
    }

    [Theory, EveryDatabase]
    public async Task What_a_unit_left_unsaved_and_untold_is_nothing_to_the_next(Database database)
    {
        await using var airline = await HeadlessAirline.OpenAsync(database);
        var told = new List<string>();

        await Assert.ThrowsAsync<InvalidOperationException>(() => airline.Writes.RunAsync((db, _) =>
        {
            db.MetropolitanAreas.Add(new MetropolitanArea { Code = AirportCode.Parse("AAA"), Name = "Unsaved", Country = "GB" });
            db.ChangeTracker.AutoDetectChangesEnabled = false;
            db.AfterCommit(() => told.Add("AAA"));
            throw new InvalidOperationException("a bug");
        }));
        await airline.Writes.RunAsync(async (db, cancel) =>
        {
            Assert.True(db.ChangeTracker.AutoDetectChangesEnabled);
            await AddAsync(db, "BBB", cancel);
            db.AfterCommit(() => told.Add("BBB"));
        });

        Assert.Equal(["BBB"], await CodesAsync(airline));
        Assert.Equal(["BBB"], told);
    }

    [Theory, EveryDatabase]
    public async Task Who_reads_starts_afresh_however_many_read_at_once(Database database)
    {
        await using var airline = await HeadlessAirline.OpenAsync(database);
        await airline.Writes.RunAsync((db, cancel) => AddAsync(db, "AAA", cancel));
        for (var round = 0; round < 2; round++)
        {
            await Task.WhenAll(Enumerable.Range(0, 80).Select(async _ =>
            {
                await using var db = await airline.Databases.CreateDbContextAsync();
                Assert.Empty(db.ChangeTracker.Entries());
                var area = await db.MetropolitanAreas.SingleAsync();
                Assert.Equal("AAA", area.Name);
                // Neither this nor a transaction that nobody ended is there for whoever comes next.
                db.Remove(area);
                await db.Database.BeginTransactionAsync();
            }));
        }
        await airline.Writes.RunAsync((db, cancel) => AddAsync(db, "BBB", cancel));
        Assert.Equal(["AAA", "BBB"], await CodesAsync(airline));
    }

    [Theory, EveryDatabase]
    public async Task Many_writers_at_once_are_all_stored(Database database)
    {
        await using var airline = await HeadlessAirline.OpenAsync(database);
        var codes = Enumerable.Range(0, 200).Select(i => $"{(char)('A' + i / 26)}{(char)('A' + i % 26)}Z").ToList();

        await Task.WhenAll(codes.Select(code => airline.Writes.RunAsync((db, cancel) => AddAsync(db, code, cancel))));

        Assert.Equal(codes, await CodesAsync(airline));
    }

    private static async Task AddAsync(AirlineDb db, string code, CancellationToken cancel)
    {
        db.MetropolitanAreas.Add(new MetropolitanArea { Code = AirportCode.Parse(code), Name = code, Country = "GB" });
        await db.SaveChangesAsync(cancel);
    }

    private static async Task<List<string>> CodesAsync(HeadlessAirline airline)
    {
        await using var db = airline.Databases.CreateDbContext();
        return (await db.MetropolitanAreas.OrderBy(a => a.Code).Select(a => a.Code).ToListAsync()).ConvertAll(code => code.ToString());
    }
}
