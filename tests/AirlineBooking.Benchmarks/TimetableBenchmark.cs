using System.Diagnostics;
using System.Globalization;
using AirlineBooking.Domain;
using AirlineBooking.Domain.Search;
using AirlineBooking.Web.Platform.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace AirlineBooking.Benchmarks;

/// <summary>How long it takes to read a timetable out of a SQLite database, which each process does at its start and after each change.</summary>
internal static class TimetableBenchmark
{
    public static async Task<int> RunAsync(string[] args)
    {
        if (args is not ["--database", var file, "--now", var date])
        {
            Console.Error.WriteLine("usage: AirlineBooking.Benchmarks timetable --database FILE --now YYYY-MM-DD");
            return 2;
        }
        var now = new DateTimeOffset(DateTime.Parse(date, CultureInfo.InvariantCulture), TimeSpan.Zero);
        var read = new ReadTimetable(new Databases($"Data Source={file};Mode=ReadOnly"), Options.Create(new SearchOptions()));
        for (var run = 1; run <= 5; run++)
        {
            var (watch, busy, allocated) = (Stopwatch.StartNew(), Process.GetCurrentProcess().TotalProcessorTime, GC.GetTotalAllocatedBytes());
            var timetable = await read.RunAsync(now, default);
            var spent = Process.GetCurrentProcess().TotalProcessorTime - busy;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"run {run}: {timetable.Flights:N0} flights in {watch.ElapsedMilliseconds:N0} ms, {spent.TotalMilliseconds:N0} ms of processor; {(GC.GetTotalAllocatedBytes() - allocated) / 1e6:N0} MB allocated on the way"));
        }
        return 0;
    }

    private sealed class Databases(string connectionString) : IDbContextFactory<AirlineDb>
    {
        public AirlineDb CreateDbContext() => new SqliteAirlineDb(AirlineDbOptions.Sqlite(connectionString));
    }
}
