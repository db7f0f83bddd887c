using System.Diagnostics;
using AirlineBooking.Web.Platform.Settings;

namespace AirlineBooking.Web.Tests.Platform;

public sealed class StartTests
{
    [Fact]
    public async Task Everything_that_is_wrong_with_the_settings_is_said_at_once()
    {
        var (exit, errors) = await StartAsync(
            "--RateLimits:Default:Requests=0", "--RateLimits:Pages:Requests=often", "--Roles=web,cook", "--Airline:Code=TERN", "--Circuits:MostPerAddress=0",
            "--ForwardedHeaders:KnownProxies=everyone", "--Https:Requierd=false", "--Database:Provider=Oracle",
            "--CheckIn:CutOffMinutes=-500", "--CheckIn:CutOffMinutesAt:SIN=5", "--CheckIn:CutOffMinutesAt:Singapore=75");

        Assert.Equal(1, exit);
        string[] expected =
        [
            "'cook'", "Airline:Code", "Circuits:MostPerAddress", "'everyone'", "Requierd", "RateLimits:Default:Requests", "often", "Oracle",
            "CheckIn:CutOffMinutes must be 15 to 240", "CheckIn:CutOffMinutesAt:SIN must be 15 to 240", "CheckIn:CutOffMinutesAt:Singapore must name an airport",
        ];
        Assert.All(expected, word => Assert.Contains(word, errors, StringComparison.Ordinal));
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
    }

    // The program itself, as an operator starts it: what it prints and how it ends is what is tested.
    private static async Task<(int Exit, string Errors)> StartAsync(params string[] arguments)
    {
        var program = typeof(StartupCheck).Assembly.Location;
        var start = new ProcessStartInfo("dotnet") { RedirectStandardError = true, RedirectStandardOutput = true, WorkingDirectory = Path.GetTempPath() };
        foreach (var argument in (string[])[program, "--urls=http://127.0.0.1:0", $"--Database:ConnectionString=Data Source={Path.GetTempPath()}/never-made.db", .. arguments]) start.ArgumentList.Add(argument);
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        using var process = Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start.");
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var output = process.StandardOutput.ReadToEndAsync(patience.Token);
        var errors = await process.StandardError.ReadToEndAsync(patience.Token);
        await output;
        await process.WaitForExitAsync(patience.Token);
        return (process.ExitCode, errors);
    }
}
