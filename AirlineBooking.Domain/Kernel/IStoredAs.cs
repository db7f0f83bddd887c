namespace AirlineBooking.Domain.Kernel;

/// <summary>A value type of ours that a column holds as a plain one.</summary>
internal interface IStoredAs
{
    object Stored { get; }
}
