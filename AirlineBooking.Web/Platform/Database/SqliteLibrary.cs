namespace AirlineBooking.Web.Platform.Database;

/// <summary>Which SQLite the program was given.</summary>
public static class SqliteLibrary
{
    /// <summary>Older ones can corrupt a database in WAL mode when the log is reset at the wrong moment.</summary>
    public static readonly Version OldestSafe = new(3, 51, 3);

    private const int MemoryStatistics = 9; // SQLITE_CONFIG_MEMSTATUS

    private static readonly Lazy<int> Set = new(() =>
    {
        SQLitePCL.Batteries_V2.Init();
        return SQLitePCL.raw.sqlite3_config(MemoryStatistics, 0);
    });

    /// <summary>Before the first connection: SQLite keeps no statistics of its memory, for which connections would wait for each other. Nobody reads them.</summary>
    public static void Prepare() => _ = Set.Value;

    public static void RefuseBelow(Version oldest, string version)
    {
        if (Version.TryParse(version, out var found) && found >= oldest) return;
        throw new DatabaseUnusableException(
            $"This program runs on SQLite {version}, and versions below {oldest} can corrupt a database in WAL mode. "
            + "Use the SQLite library that comes with the program (SQLitePCLRaw's bundle), or a newer one.");
    }
}
