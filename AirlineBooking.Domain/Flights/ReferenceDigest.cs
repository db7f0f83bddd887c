namespace AirlineBooking.Domain.Flights;

/// <summary>One row that says which reference files the database was filled from, so that a start with the same files does nothing.</summary>
public sealed class ReferenceDigest
{
    public const int OnlyRow = 1;
    public const int DigestLength = 64;

    public int Id { get; init; } = OnlyRow;
    public required string Digest { get; set; }
    public required DateTimeOffset LoadedAt { get; set; }
}
