using Microsoft.Data.Sqlite;

namespace AirlineBooking.Web.Platform.Database;

/// <summary>Where the SQLite file stands. A relative path is under the content root; the file is for its owner only.</summary>
internal static class SqliteFile
{
    public static string Resolve(string? connectionString, string contentRoot)
    {
        var builder = new SqliteConnectionStringBuilder(connectionString ?? $"Data Source={DatabaseSetup.DefaultFile}");
        builder.DataSource = Path.GetFullPath(builder.DataSource, contentRoot);
        builder.DefaultTimeout = (int)SqlitePragmas.BusyTimeout.TotalSeconds;
        return builder.ToString();
    }

    /// <summary>Makes the folder and, with mode 0600, the file.</summary>
    public static void Create(string connectionString)
    {
        var file = new SqliteConnectionStringBuilder(connectionString).DataSource;
        Directory.CreateDirectory(Path.GetDirectoryName(file)!); // A full path of a file always has a folder.
        if (File.Exists(file)) return;
        var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.Write, Share = FileShare.ReadWrite };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var _ = new FileStream(file, options);
    }
}
