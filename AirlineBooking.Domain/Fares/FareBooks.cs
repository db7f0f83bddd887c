using AirlineBooking.Domain.Flights;
using AirlineBooking.Domain.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace AirlineBooking.Domain.Fares;

/// <summary>Holds the fare book that is current, and reads it again when fares or airports have changed.</summary>
public sealed class FareBooks(IDbContextFactory<AirlineDb> databases, IOptions<AirlineOptions> options) : IDisposable
{
    private readonly SemaphoreSlim _oneAtATime = new(1);
    private readonly Lazy<TaxRules> _taxes = new(() => TaxRules.OfThisBuild(CurrencyCode.Parse(options.Value.Currency)));
    private FareBook? _current;

    /// <summary>The book as it is now, or none before the first was read.</summary>
    public FareBook? Current => Volatile.Read(ref _current);

    /// <summary>The book as it is now; who comes first waits until it is read.</summary>
    public ValueTask<FareBook> GetAsync(CancellationToken cancel) =>
        Current is { } current ? ValueTask.FromResult(current) : new ValueTask<FareBook>(RefreshAsync(cancel));

    /// <summary>Cheap when nothing changed: two rows are read.</summary>
    public async Task<FareBook> RefreshAsync(CancellationToken cancel)
    {
        await _oneAtATime.WaitAsync(cancel);
        try
        {
            await using var db = await databases.CreateDbContextAsync(cancel);
            // The versions are read first: what changes while the rest is read shows as a newer version at the next look.
            // Both only ever grow, so their sum changes with each of them.
            var version = await FareVersions.ReadAsync(db, cancel) + await ScheduleVersions.ReadAsync(db, cancel);
            if (Current is { } current && current.Version == version) return current;
            var book = new FareBook(
                version, _taxes.Value.Currency, await db.Airports.AsNoTracking().ToListAsync(cancel), await db.Fares.AsNoTracking().ToListAsync(cancel), _taxes.Value);
            Volatile.Write(ref _current, book);
            return book;
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    public void Dispose() => _oneAtATime.Dispose();
}
