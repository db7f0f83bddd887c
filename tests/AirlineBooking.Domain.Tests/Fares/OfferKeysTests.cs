using AirlineBooking.Domain.Fares;
using AirlineBooking.Domain.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace AirlineBooking.Domain.Tests.Fares;

public sealed class OfferKeysTests
{
    [Theory, EveryDatabase]
    public async Task Processes_that_start_together_make_one_key(Database database)
    {
        await using var airline = await HeadlessAirline.OpenAsync(database);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Another(airline).RefreshAsync(default)));
        await using var db = airline.Databases.CreateDbContext();
        Assert.Equal([1], await db.OfferKeys.Select(key => key.Id).ToListAsync());
    }

    [Theory, EveryDatabase]
    public async Task A_new_key_signs_once_every_process_can_have_read_it(Database database)
    {
        await using var airline = await OfferDesk.OpenAsync(database);
        var before = await OfferDesk.IssueAsync(airline);
        Assert.True((await airline.Get<RotateOfferKey>().RunAsync(default)).Accepted);

        airline.Clock.Advance(TimeSpan.FromMinutes(4));
        var during = await OfferDesk.IssueAsync(airline);
        airline.Clock.Advance(TimeSpan.FromMinutes(1));
        var after = await OfferDesk.IssueAsync(airline);

        Assert.Equal([1, 1, 2], new[] { before, during, after }.Select(KeyOf));
        foreach (var id in new[] { before, during, after }) Assert.True((await OfferDesk.ReadAsync(airline, id)).Accepted);
    }

    [Theory, EveryDatabase]
    public async Task The_old_key_outlives_every_offer_it_signed(Database database)
    {
        await using var airline = await OfferDesk.OpenAsync(database);
        await OfferDesk.IssueAsync(airline);
        await airline.Get<RotateOfferKey>().RunAsync(default);
        airline.Clock.Advance(TimeSpan.FromMinutes(5) - TimeSpan.FromSeconds(1));
        var last = await OfferDesk.IssueAsync(airline);

        airline.Clock.Advance(TimeSpan.FromMinutes(20) - TimeSpan.FromSeconds(1));
        Assert.Equal(1, KeyOf(last));
        Assert.True((await OfferDesk.ReadAsync(airline, last)).Accepted);
    }

    [Theory, EveryDatabase]
    public async Task A_retired_key_is_read_no_more(Database database)
    {
        await using var airline = await OfferDesk.OpenAsync(database);
        var id = await OfferDesk.IssueAsync(airline);
        await airline.Get<RotateOfferKey>().RunAsync(default);
        airline.Clock.Advance(TimeSpan.FromMinutes(30));
        Assert.Equal(FareRefusal.OfferUnknown, (await OfferDesk.ReadAsync(airline, id)).Refusal);
    }

    [Theory, EveryDatabase]
    public async Task A_third_key_has_to_wait(Database database)
    {
        await using var airline = await OfferDesk.OpenAsync(database);
        await OfferDesk.IssueAsync(airline);
        await airline.Get<RotateOfferKey>().RunAsync(default);
        Assert.Equal(FareRefusal.KeyRotationRunning, (await airline.Get<RotateOfferKey>().RunAsync(default)).Refusal);
        airline.Clock.Advance(TimeSpan.FromMinutes(28));
        Assert.Equal(3, (await airline.Get<RotateOfferKey>().RunAsync(default)).Value?.Id);
    }

    [Theory, EveryDatabase]
    public async Task An_id_of_a_key_made_a_moment_ago_elsewhere_is_read(Database database)
    {
        await using var airline = await OfferDesk.OpenAsync(database);
        var here = airline.Get<OfferKeys>();
        await here.RefreshAsync(default);
        await airline.Get<RotateOfferKey>().RunAsync(default);
        await OfferDesk.ChangeAsync(airline, "UPDATE offer_keys SET signs_from = created_at WHERE id = 2");
        airline.Clock.Advance(TimeSpan.FromSeconds(30));
        var elsewhere = await Another(airline).GetAsync(default);
        var id = elsewhere.Sign(new OfferTerms(
            OfferTerms.MinuteOf(airline.Clock.GetUtcNow()), new Party(1, 0, 0), 0, 0, [new([new(1)], 0, 0)], new Kernel.Money(1, Books.Gbp)));

        Assert.Equal(2, KeyOf(id));
        Assert.True((await here.GetForAsync(id, default)).TryRead(id, out _));
    }

    private static OfferKeys Another(HeadlessAirline airline) => new(airline.Databases, airline.Writes, airline.Clock);

    private static int KeyOf(string id)
    {
        var bytes = System.Buffers.Text.Base64Url.DecodeFromChars(id.AsSpan(OfferToken.Prefix.Length));
        return OfferToken.TryReadKeyId(bytes, out var keyId) ? keyId : 0;
    }
}
