using AirlineBooking.Domain.Fares;
using AirlineBooking.Domain.Flights;

namespace AirlineBooking.Domain.Search;

/// <summary>Gives a search what it works on: the newest that this process has read, at this minute.</summary>
public sealed class SearchBases(Timetables timetables, FareBooks books, OfferKeys keys, AirportDirectories directories, TimeProvider clock)
{
    private SearchBasis? _current;

    /// <summary>The basis as it is now; the same object as long as nothing changes.</summary>
    public async ValueTask<SearchBasis> GetAsync(CancellationToken cancel)
    {
        // Before the timetable: what changes from here on makes another basis the next time.
        var (shown, priced) = (timetables.Shown, timetables.Priced);
        var timetable = await timetables.GetAsync(cancel);
        var book = await books.GetAsync(cancel);
        var signer = await keys.GetAsync(cancel);
        var (directory, minute) = (directories.Current, OfferTerms.MinuteOf(clock.GetUtcNow()));
        if (Volatile.Read(ref _current) is { } held && held.IsOf(timetable, book, signer, directory, minute, shown)) return held;
        var basis = new SearchBasis(timetable, book, signer, directory, minute, shown, priced);
        Volatile.Write(ref _current, basis);
        return basis;
    }

    /// <summary>Reads again whatever has changed in the database.</summary>
    public async Task RefreshAsync(CancellationToken cancel)
    {
        await directories.RefreshAsync(cancel);
        await books.RefreshAsync(cancel);
        await timetables.RefreshAsync(cancel);
    }
}
