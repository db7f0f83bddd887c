using AirlineBooking.Domain.Kernel;

namespace AirlineBooking.Web.Platform.Api;

/// <summary>A page of a list, as every list answers.</summary>
public sealed record ListAnswer<T>(IReadOnlyList<T> Data, string? NextCursor);

/// <summary>What lists share.</summary>
public static class Paging
{
    public static ApiProblem CursorInvalid() =>
        Problems.OfField(ProblemCode.CursorInvalid, "/cursor", "Send a nextCursor back with the very query that it came from, or leave it out to begin anew.");

    /// <summary>A code as a number that sorts alike.</summary>
    public static long KeyOf(AirportCode code)
    {
        long key = 0;
        foreach (var letter in code.ToString()) key = key << 8 | letter;
        return key;
    }
}
