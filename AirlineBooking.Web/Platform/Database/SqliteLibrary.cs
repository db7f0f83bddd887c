namespace AirlineBooking.Web.Platform.Database;

/// <summary>Which SQLite the program was given.</summary>
public static class SqliteLibrary
{
    /// <summary>Older ones can corrupt a database in WAL mode when the log is reset at the wrong moment.</summary>
    public static readonly Version OldestSafe = new(3, 51, 3);

    public static void RefuseBelow(Version oldest, string version)
    {
        if (Version.TryParse(version, out var found) && found >= oldest) return;
        throw new DatabaseUnusableException(
            $"This program runs on SQLite {version}, and versions below {oldest} can corrupt a database in WAL mode. "
            + "Use the SQLite library that comes with the program (SQLitePCLRaw's bundle), or a newer one.");
    }
}
