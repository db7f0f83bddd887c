using AirlineBooking.Web.Platform.Database;
using Microsoft.Data.Sqlite;

namespace AirlineBooking.Web.Platform.Commands;

/// <summary>A database to throw away, for a dry run where there is none yet.</summary>
internal sealed class ScratchDatabase : IDisposable
{
    private DirectoryInfo? _folder;

    public bool IsUsed => _folder is not null;

    /// <summary>Points the configuration to a temporary file if the SQLite file it names is not there.</summary>
    public void StandIn(IConfigurationManager configuration, string contentRoot)
    {
        if (DatabaseSetup.FileOf(configuration, contentRoot) is not { } file || new FileInfo(file) is { Exists: true, Length: > 0 }) return;
        _folder = Directory.CreateTempSubdirectory("airline-");
        configuration["Database:ConnectionString"] = $"Data Source={Path.Combine(_folder.FullName, "airline.db")}";
    }

    public void Dispose()
    {
        if (_folder is null) return;
        SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }
}
