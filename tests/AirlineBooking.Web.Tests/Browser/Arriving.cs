using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace AirlineBooking.Web.Tests.Browser;

/// <summary>Waiting for an address.</summary>
internal static class Arriving
{
    private const float PatienceMilliseconds = 15_000;

    /// <summary>Waits until the page's address ends so, where * stands for anything, and it is loaded.</summary>
    /// <remarks>It asks again and again. <see cref="IPage.WaitForURLAsync(string, PageWaitForURLOptions)"/> looks once and then listens: an arrival between the two is missed.</remarks>
    public static async Task ArrivesAtAsync(this IPage page, string address)
    {
        await Assertions.Expect(page).ToHaveURLAsync(new Regex(Regex.Escape(address).Replace("\\*", ".*", StringComparison.Ordinal) + "$"), new() { Timeout = PatienceMilliseconds });
        await page.WaitForLoadStateAsync();
    }
}
