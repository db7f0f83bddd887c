using Microsoft.EntityFrameworkCore;

namespace AirlineBooking.Domain.Platform;

/// <summary>Looks at everything that is stored and says what is not as it must be. It only reads.</summary>
public sealed class CheckInvariants(IDbContextFactory<AirlineDb> databases, IEnumerable<Invariant> invariants)
{
    public const int MostExamples = 10;

    /// <summary>Each invariant in turn, as it is checked.</summary>
    public async IAsyncEnumerable<InvariantResult> RunAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        foreach (var invariant in invariants)
        {
            await using var db = await databases.CreateDbContextAsync(cancel);
            var examples = new List<string>();
            var found = 0;
            await foreach (var violation in invariant.Violations(db, cancel).WithCancellation(cancel))
            {
                if (found++ < MostExamples) examples.Add(violation);
            }
            yield return new InvariantResult(invariant, found, examples);
        }
    }
}
