using System.Diagnostics;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace AirlineBooking.Web.Tests.Browser;

/// <summary>Waiting for an address.</summary>
internal static class Arriving
{
    private const float PatienceMilliseconds = 15_000;

    /// <summary>Waits until the page's address ends so, where * stands for anything, and it is loaded.</summary>
    /// <remarks>
    /// It asks again and again. <see cref="IPage.WaitForURLAsync(string, PageWaitForURLOptions)"/> and <see cref="IPage.WaitForLoadStateAsync"/> look once and
    /// then listen: what happens between the two is missed.
    /// </remarks>
    public static async Task ArrivesAtAsync(this IPage page, string address)
    {
        await Assertions.Expect(page).ToHaveURLAsync(new Regex(Regex.Escape(address).Replace("\\*", ".*", StringComparison.Ordinal) + "$"), new() { Timeout = PatienceMilliseconds });
        var patience = Stopwatch.StartNew();
        while (!await IsLoadedAsync(page)) Assert.True(patience.ElapsedMilliseconds < PatienceMilliseconds, $"{page.Url} does not end loading.");
    }

    private static async Task<bool> IsLoadedAsync(IPage page)
    {
        try
        {
            return await page.EvaluateAsync<string>("document.readyState") is "complete";
        }
        catch (PlaywrightException)
        {
            // The page that was asked has just gone for the next.
            return false;
        }
    }
}
