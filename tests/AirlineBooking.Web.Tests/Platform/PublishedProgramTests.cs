using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using AirlineBooking.Web.Tests.Support;

namespace AirlineBooking.Web.Tests.Platform;

/// <summary>What ships is the published program: it is started here as an operator starts it, from another folder, in Production.</summary>
public sealed partial class PublishedProgramTests
{
    [PublishedTheory, InlineData(false), InlineData(true)]
    public async Task From_nothing_it_offers_trips_with_compressed_files_and_stops_when_told(bool onPostgres)
    {
        await using var program = await PublishedProgram.PrepareAsync(onPostgres, "--Demo:Enabled=true");
        await program.StartAsync();
        var (http, site) = (program.Client, program.Site);
        Assert.NotNull(site);
        var home = await http.GetStringAsync(new Uri("/", UriKind.Relative));
        foreach (Match file in File().Matches(home)) Assert.Contains("br", await EncodingOfAsync(http, file.Groups[1].Value));

        var day = DateTimeOffset.Parse((await http.GetAsync(new Uri("/health/live", UriKind.Relative))).Headers.GetValues("Date").Single(), CultureInfo.InvariantCulture).AddDays(30);
        var offers = await http.GetStringAsync(new Uri($"/api/v1/offers?origin=LHR&destination=SIN&departureDate={day:yyyy-MM-dd}", UriKind.Relative));
        Assert.Contains("\"total\":{\"amount\":", offers, StringComparison.Ordinal);

        using var terminate = Process.Start("kill", ["-TERM", site.Id.ToString(CultureInfo.InvariantCulture)]);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        await site.WaitForExitAsync(patience.Token);
        Assert.Equal(0, site.ExitCode);
        // Nothing is left anywhere but its database.
        Assert.Equal(
            onPostgres ? [] : ["airline.db"],
            Directory.GetFiles(program.Folder).Select(Path.GetFileName).Where(name => !name!.EndsWith("-wal", StringComparison.Ordinal) && !name.EndsWith("-shm", StringComparison.Ordinal)));
    }

    private static async Task<string> EncodingOfAsync(HttpClient http, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "Accept-Encoding", "br" } } };
        using var answer = await http.SendAsync(request);
        Assert.True(answer.IsSuccessStatusCode, path);
        return string.Join(',', answer.Content.Headers.ContentEncoding);
    }

    [GeneratedRegex("""(?:href|src)="([^"]+\.(?:css|js))["?]""")]
    private static partial Regex File();
}
