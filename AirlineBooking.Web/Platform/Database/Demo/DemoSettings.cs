namespace AirlineBooking.Web.Platform.Database.Demo;

/// <summary>Whether the site shows the demo airline: as Demo:Enabled says, else in Development only.</summary>
public static class DemoSettings
{
    public const string Setting = "Demo:Enabled";

    public static bool IsEnabled(IConfiguration configuration, IHostEnvironment environment) =>
        configuration.GetValue<bool?>(Setting) ?? environment.IsDevelopment();
}
