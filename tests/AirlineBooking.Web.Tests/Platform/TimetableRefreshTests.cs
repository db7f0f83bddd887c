using System.Threading.Channels;
using AirlineBooking.Domain;
using AirlineBooking.Domain.Fares;
using AirlineBooking.Domain.Flights;
using AirlineBooking.Domain.Search;
using AirlineBooking.Domain.Seats;
using AirlineBooking.Web.Platform.Jobs;
using AirlineBooking.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace AirlineBooking.Web.Tests.Platform;

public sealed class TimetableRefreshTests
{
    [Fact]
    public async Task What_another_process_puts_on_sale_is_searched_after_the_next_tick()
    {
        await using var airline = await RunningAirline.OpenAsync();
        await using var job = new Job(airline);
        await job.Log.ReadAsync();
        var before = job.Timetables.Current?.Flights;

        await airline.WriteAsync(async (db, cancel) =>
        {
            var flight = await db.Flights.FirstAsync(cancel);
            flight.Status = FlightStatus.Cancelled;
            await db.SaveChangesAsync(cancel);
            await ScheduleVersions.BumpAsync(db, RunningAirline.Start, cancel);
        });
        job.Clock.Advance(TimetableRefresh.Every);
        await job.Log.ReadAsync();

        Assert.Equal(before - 1, job.Timetables.Current?.Flights);
    }

    [Fact]
    public async Task A_database_that_fails_is_asked_again_and_the_timetable_before_goes_on_serving()
    {
        await using var airline = await RunningAirline.OpenAsync();
        await using var job = new Job(airline);
        await job.Log.ReadAsync();
        var before = job.Timetables.Current;
        await airline.WriteAsync((db, cancel) => ScheduleVersions.BumpAsync(db, RunningAirline.Start, cancel));

        job.Databases.Fail = true;
        job.Clock.Advance(TimetableRefresh.Every);
        Assert.Equal(LogLevel.Error, await job.Log.ReadAsync());
        Assert.Same(before, job.Timetables.Current);

        job.Databases.Fail = false;
        job.Clock.Advance(TimetableRefresh.Every);
        Assert.Equal(LogLevel.Information, await job.Log.ReadAsync());
        Assert.NotSame(before, job.Timetables.Current);
    }

    /// <summary>A job of its own beside the program's, as another process has one: with its own timetable and clock.</summary>
    private sealed class Job : IAsyncDisposable
    {
        private readonly TimetableRefresh _job;
        private readonly Channel<LogLevel> _log = Channel.CreateUnbounded<LogLevel>();

        public Job(RunningAirline airline)
        {
            Databases = new FailingDatabases(airline.Get<IDbContextFactory<AirlineDb>>());
            Timetables = new Timetables(airline.Get<ReadTimetable>(), Databases, airline.Get<SeatMapFeed>(), Clock);
            var bases = new SearchBases(Timetables, airline.Get<FareBooks>(), airline.Get<OfferKeys>(), airline.Get<AirportDirectories>(), Clock);
            _job = new TimetableRefresh(bases, Timetables, Clock, new Listener(_log.Writer));
            _job.StartAsync(CancellationToken.None);
        }

        public FakeTimeProvider Clock { get; } = new(RunningAirline.Start);

        public FailingDatabases Databases { get; }

        public Timetables Timetables { get; }

        /// <summary>The job says each time that it has read a timetable, or could not.</summary>
        public ChannelReader<LogLevel> Log => _log.Reader;

        public async ValueTask DisposeAsync()
        {
            await _job.StopAsync(CancellationToken.None);
            _job.Dispose();
            Timetables.Dispose();
        }
    }

    private sealed class FailingDatabases(IDbContextFactory<AirlineDb> databases) : IDbContextFactory<AirlineDb>
    {
        public bool Fail { get; set; }

        public AirlineDb CreateDbContext() => Fail ? throw new IOException("The disk is away.") : databases.CreateDbContext();
    }

    private sealed class Listener(ChannelWriter<LogLevel> heard) : ILogger<TimetableRefresh>
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => heard.TryWrite(logLevel);
    }
}
