using Microsoft.Playwright;

namespace AirlineBooking.Web.Tests.Support;

/// <summary>Collects everything that a page's Content-Security-Policy refused, and every error its console shows.</summary>
public sealed class CspViolations
{
    private readonly List<string> _seen = [];

    /// <summary>Begins before the page loads anything: call it right after the page is made.</summary>
    public static async Task<CspViolations> WatchAsync(IPage page)
    {
        var violations = new CspViolations();
        await page.ExposeFunctionAsync<string, bool>("reportViolation", text =>
        {
            lock (violations._seen) violations._seen.Add(text);
            return true;
        });
        await page.AddInitScriptAsync(
            "document.addEventListener('securitypolicyviolation', e => window.reportViolation(`${e.effectiveDirective} refused ${e.blockedURI} at ${e.sourceFile}:${e.lineNumber} on ${location.pathname}`));");
        page.PageError += (_, error) =>
        {
            lock (violations._seen) violations._seen.Add(error);
        };
        return violations;
    }

    public void AssertNone()
    {
        lock (_seen) Assert.True(_seen.Count == 0, string.Join(Environment.NewLine, _seen));
    }
}
