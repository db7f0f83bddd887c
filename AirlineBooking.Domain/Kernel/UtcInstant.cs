using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace AirlineBooking.Domain.Kernel;

/// <summary>How an instant is stored: a UTC <see cref="DateTime"/> of whole microseconds.</summary>
/// <remarks>SQLite cannot compare or order DateTimeOffset, and PostgreSQL keeps no more than microseconds.</remarks>
public sealed class UtcInstant() : ValueConverter<DateTimeOffset, DateTime>(
    instant => ToStored(instant),
    stored => new DateTimeOffset(DateTime.SpecifyKind(stored, DateTimeKind.Utc)))
{
    public static DateTime ToStored(DateTimeOffset instant) =>
        new(instant.UtcTicks - instant.UtcTicks % TimeSpan.TicksPerMicrosecond, DateTimeKind.Utc);

    /// <summary>The instant as it reads back from the database.</summary>
    public static DateTimeOffset Truncate(DateTimeOffset instant) => new(ToStored(instant));
}
