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
