using System.Globalization;
using AirlineBooking.Domain.Flights;
using AirlineBooking.Domain.Kernel;
using AirlineBooking.Domain.Platform;
using Microsoft.EntityFrameworkCore;

namespace AirlineBooking.Domain.Fares;

/// <summary>Writes the demo airline's own fares once; what an operator has set is left alone.</summary>
public sealed class CreateDemoFares(IDbContextFactory<AirlineDb> databases, Writes writes, TimeProvider clock)
{
    internal const string Resource = "demo-fares.csv";

    // Whole history and future: the demo's prices move with demand, not with seasons of fares.
    private static readonly DateOnly ValidFrom = new(2020, 1, 1);

    /// <summary>Answers true when it wrote them, false when fares stand already.</summary>
    public async Task<bool> RunAsync(CancellationToken cancel)
    {
        await using var reading = await databases.CreateDbContextAsync(cancel);
        if (await reading.Fares.AnyAsync(cancel)) return false;
        var now = clock.GetUtcNow();
        return await writes.RunAsync(
            async (db, token) =>
            {
                // Counting up locks the one row, so that of two first starts at once the second sees what the first wrote.
                await FareVersions.BumpAsync(db, now, token);
                if (await db.Fares.AnyAsync(token)) return false;
                db.Fares.AddRange(ReadFile());
                await db.SaveChangesAsync(token);
                return true;
            },
            cancel);
    }

    internal static List<Fare> ReadFile() => ReferenceFiles.Read(Resource, csv =>
    {
        var currency = CurrencyCode.Parse(csv.Text("currency"));
        return new Fare
        {
            Origin = AirportCode.Parse(csv.Text("origin")),
            Destination = AirportCode.Parse(csv.Text("destination")),
            Cabin = Enum.Parse<Cabin>(csv.Text("cabin").Replace("_", "", StringComparison.Ordinal), ignoreCase: true),
            Amount = Money.FromDecimal(decimal.Parse(csv.Text("amount"), CultureInfo.InvariantCulture), currency).MinorUnits,
            Currency = currency,
            ValidFrom = ValidFrom,
        };
    });
}
