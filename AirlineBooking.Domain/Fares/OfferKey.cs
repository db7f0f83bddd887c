namespace AirlineBooking.Domain.Fares;

/// <summary>A secret that offers are signed with. Two are valid during a rollover.</summary>
public sealed class OfferKey
{
    public const int SecretLength = 32;

    /// <summary>Counts from 1 and stands in each token, so that a reader knows which key to check it with.</summary>
    public required int Id { get; init; }
    public required byte[] Secret { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Offers issued from this minute on are signed with it: ahead by long enough that every process has read it.</summary>
    public required DateTimeOffset SignsFrom { get; init; }

    /// <summary>When no offer signed with it can be valid any more.</summary>
    public DateTimeOffset? RetiredAt { get; set; }
}
