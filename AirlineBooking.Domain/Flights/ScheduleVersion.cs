namespace AirlineBooking.Domain.Flights;

/// <summary>One row that counts every change of flights, airports or connecting times, so that each process knows when to read them again.</summary>
public sealed class ScheduleVersion
{
    public const int OnlyRow = 1;

    public int Id { get; init; } = OnlyRow;
    public long Version { get; set; }
    public required DateTimeOffset ChangedAt { get; set; }
}
