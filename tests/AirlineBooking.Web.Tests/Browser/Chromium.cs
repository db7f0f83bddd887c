using Microsoft.Playwright;

namespace AirlineBooking.Web.Tests.Browser;

/// <summary>The browser of the machine. The one without a window is taken where there is one: it starts none of the processes that draw a window's own frame.</summary>
public static class Chromium
{
    private static readonly string[] Paths = ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium"];

    // Nobody but this machine can be asked.
    private static readonly string[] Arguments =
        ["--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    public static async Task<(IPlaywright, IBrowser)> LaunchAsync()
    {
        var playwright = await Playwright.CreateAsync();
        return (playwright, await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Paths.FirstOrDefault(File.Exists) ?? Paths[^1], Args = Arguments }));
    }
}
