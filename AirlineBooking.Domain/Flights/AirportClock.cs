using System.Collections.Concurrent;
using NodaTime;
using NodaTime.TimeZones;

namespace AirlineBooking.Domain.Flights;

/// <summary>The clock on an airport's wall, by the zone rules of NodaTime's bundled tzdb: the same answer on every machine.</summary>
/// <remarks>
/// On two nights a year a local time is no instant, or two. A skipped local time moves forward by the gap; of an ambiguous
/// one the earlier instant counts.
/// </remarks>
public static class AirportClock
{
    private static readonly ZoneLocalMappingResolver Resolve =
        Resolvers.CreateMappingResolver(Resolvers.ReturnEarlier, Resolvers.ReturnForwardShifted);

    private static readonly ConcurrentDictionary<string, DateTimeZone?> Zones = new(StringComparer.Ordinal);

    /// <summary>True when the name is a zone of the tz database, such as Europe/London.</summary>
    public static bool Knows(string timeZone) => Find(timeZone) is not null;

    /// <summary>The instant at which that wall shows this date and time.</summary>
    public static DateTimeOffset ToInstant(DateTime local, string timeZone) =>
        Zone(timeZone).ResolveLocal(LocalDateTime.FromDateTime(local), Resolve).ToInstant().ToDateTimeOffset();

    /// <summary>What that wall shows at an instant.</summary>
    public static DateTime ToLocal(DateTimeOffset instant, string timeZone) =>
        Instant.FromDateTimeOffset(instant).InZone(Zone(timeZone)).LocalDateTime.ToDateTimeUnspecified();

    /// <summary>The date there at an instant.</summary>
    public static DateOnly DateAt(DateTimeOffset instant, string timeZone) => DateOnly.FromDateTime(ToLocal(instant, timeZone));

    /// <summary>How far the wall is ahead of UTC at an instant.</summary>
    public static TimeSpan OffsetAt(DateTimeOffset instant, string timeZone) =>
        Zone(timeZone).GetUtcOffset(Instant.FromDateTimeOffset(instant)).ToTimeSpan();

    private static DateTimeZone Zone(string timeZone) =>
        Find(timeZone) ?? throw new InvalidOperationException($"'{timeZone}' is not a zone of the tz database.");

    private static DateTimeZone? Find(string timeZone) =>
        Zones.GetOrAdd(timeZone, static name => DateTimeZoneProviders.Tzdb.GetZoneOrNull(name));
}
