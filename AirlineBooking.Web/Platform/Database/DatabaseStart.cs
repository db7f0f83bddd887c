using AirlineBooking.Web.Platform.Database.Demo;

namespace AirlineBooking.Web.Platform.Database;

/// <summary>How Program.cs prepares the database.</summary>
public static class DatabaseStart
{
    /// <summary>Prepares the database for the site. False when it cannot be used; why was said on standard error.</summary>
    public static async Task<bool> PrepareDatabaseAsync(this WebApplication app, CancellationToken cancel = default)
    {
        try
        {
            await app.Services.GetRequiredService<PrepareDatabase>().RunForSiteAsync(DemoSettings.IsEnabled(app.Configuration, app.Environment), cancel);
            return true;
        }
        catch (DatabaseUnusableException unusable)
        {
            await Console.Error.WriteLineAsync(unusable.Message);
            return false;
        }
    }
}
