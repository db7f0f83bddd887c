using System.Runtime.CompilerServices;
using AirlineBooking.Domain;
using AirlineBooking.Domain.Platform;
using Microsoft.EntityFrameworkCore;

namespace AirlineBooking.Web.Platform.Database;

/// <summary>What SQLite itself can say about its file.</summary>
internal static class SqliteInvariants
{
    public static readonly Invariant[] All =
    [
        new("The database file is sound", (db, cancel) => AskAsync(db, "PRAGMA integrity_check(20)", row => row[0] is "ok" ? null : row[0], cancel)),
        new("Every row that another row names is there", (db, cancel) => AskAsync(db, "PRAGMA foreign_key_check", row => $"{row[0]} row {row[1]} names a row of {row[2]} that is not there", cancel)),
    ];

    private static async IAsyncEnumerable<string> AskAsync(AirlineDb db, string pragma, Func<string[], string?> violation, [EnumeratorCancellation] CancellationToken cancel)
    {
        await db.Database.OpenConnectionAsync(cancel);
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = pragma;
        command.CommandTimeout = 0;
        await using var rows = await command.ExecuteReaderAsync(cancel);
        while (await rows.ReadAsync(cancel))
        {
            var row = Enumerable.Range(0, rows.FieldCount).Select(column => Convert.ToString(rows.GetValue(column), System.Globalization.CultureInfo.InvariantCulture) ?? "").ToArray();
            if (violation(row) is { } found) yield return found;
        }
    }
}
