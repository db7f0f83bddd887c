using AirlineBooking.Domain.Search;
using AirlineBooking.Web.Platform.Database.Demo;

namespace AirlineBooking.Web.Platform.Database;

/// <summary>How Program.cs prepares the database.</summary>
public static class DatabaseStart
{
    /// <summary>Prepares the database for the site, and begins to read the timetable from it. False when it cannot be used; why was said on standard error.</summary>
    public static async Task<bool> PrepareDatabaseAsync(this WebApplication app, CancellationToken cancel = default)
    {
        try
        {
            await app.Services.GetRequiredService<PrepareDatabase>().RunForSiteAsync(DemoSettings.IsEnabled(app.Configuration, app.Environment), cancel);
            // The first page needs the timetable, so it is read while the rest of the site comes up. Should that fail, the next tick tries again and tells.
            _ = Task.Run(() => app.Services.GetRequiredService<Timetables>().RefreshAsync(cancel), cancel);
            return true;
        }
        catch (DatabaseUnusableException unusable)
        {
            await Console.Error.WriteLineAsync(unusable.Message);
            return false;
        }
    }
}
