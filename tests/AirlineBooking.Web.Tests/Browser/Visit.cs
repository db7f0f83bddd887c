using System.Collections.Concurrent;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace AirlineBooking.Web.Tests.Browser;

/// <summary>One visitor's window. It notes every error in the console, every breach of the content policy and every call to a stranger.</summary>
public sealed class Visit : IAsyncDisposable
{
    private const float PatienceMilliseconds = 15_000;

    private const string Violations = """
        async rules => {
          const { violations } = await axe.run(document, { resultTypes: ['violations'], ...(rules && { runOnly: rules }) });
          return violations.map(({ id, help, nodes }) => `${id}: ${help} (${nodes.slice(0, 3).map(node => node.html).join(', ')})`);
        }
        """;

    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    // What the other scheme can break.
    private static readonly string[] Colours = ["color-contrast"];

    private readonly IBrowserContext _context;
    private readonly ConcurrentQueue<string> _faults = new();

    private Visit(IBrowserContext context, IPage page) => (_context, Page) = (context, page);

    public IPage Page { get; }

    /// <summary>What went wrong so far; the status of a page that is meant to have one does not count.</summary>
    public IReadOnlyList<string> Faults => [.. _faults];

    public static async Task<Visit> BeginAsync(IBrowser browser, Uri address, bool javaScript, int width, bool dark, bool phone = false)
    {
        var context = await browser.NewContextAsync(new()
        {
            BaseURL = address.ToString(),
            JavaScriptEnabled = javaScript,
            ViewportSize = new() { Width = width, Height = width < 800 ? 844 : 900 },
            ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
            ReducedMotion = ReducedMotion.Reduce,
            HasTouch = phone,
            IsMobile = phone,
        });
        context.SetDefaultTimeout(PatienceMilliseconds);
        var visit = new Visit(context, await context.NewPageAsync());
        context.Request += (_, request) =>
        {
            var asked = new Uri(request.Url);
            if (asked.Authority != address.Authority && asked.Scheme is not ("data" or "blob")) visit._faults.Enqueue($"asked a stranger: {asked}");
        };
        visit.Page.Console += (_, message) =>
        {
            // A page that is meant to have such a status is told of by the browser too.
            var isThePage = message.Location.StartsWith(visit.Page.Url, StringComparison.Ordinal) && message.Text.Contains("server responded with a status", StringComparison.Ordinal);
            if (message.Type is "error" && !isThePage) visit._faults.Enqueue(message.Text);
        };
        visit.Page.PageError += (_, error) => visit._faults.Enqueue(error);
        if (javaScript)
        {
            await context.AddInitScriptAsync("addEventListener('securitypolicyviolation', e => console.error(`policy: ${e.violatedDirective} ${e.blockedURI}`))");
        }
        return visit;
    }

    public Task GoAsync(string address) => Page.GotoAsync(address);

    /// <summary>Waits until the page hears clicks.</summary>
    public Task IsLiveAsync() => Page.Locator("html[data-interactive=true]").WaitForAsync();

    /// <summary>A seat on the map by its name.</summary>
    public ILocator Seat(string number) => Page.Locator($".plane .seat[aria-label^='{number},']");

    /// <summary>What a reader says of where the keyboard is.</summary>
    public Task<string> FocusedAsync() => Page.EvaluateAsync<string>("document.activeElement.ariaLabel ?? document.activeElement.textContent");

    public Task<string> HeadingAsync() => Page.Locator("h1").InnerTextAsync();

    /// <summary>Asserts that everybody can use the page as it stands, in light and in dark.</summary>
    public async Task IsAccessibleAsync(string name)
    {
        await Page.EvaluateAsync(Axe);
        foreach (var (scheme, rules) in new[] { (ColorScheme.Light, null), (ColorScheme.Dark, Colours) })
        {
            await Page.EmulateMediaAsync(new() { ColorScheme = scheme });
            var violations = await Page.EvaluateAsync<string[]>(Violations, rules);
            Assert.True(violations.Length == 0, $"{name}, {scheme}: {string.Join("; ", violations)}");
        }
    }

    /// <summary>Asserts that the page needs no more than each width, has one heading and one main part, and that nothing went wrong on it.</summary>
    public async Task IsWholeAsync(string name, params int[] widths)
    {
        foreach (var width in widths)
        {
            await Page.SetViewportSizeAsync(width, 900);
            var needed = await Page.EvaluateAsync<int>("document.documentElement.scrollWidth");
            Assert.True(needed <= width, $"{name} needs {needed} px where there are {width}");
        }
        Assert.Equal((1, 1), (await Page.Locator("h1").CountAsync(), await Page.Locator("main#main").CountAsync()));
        Assert.Empty(Faults);
    }

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();
}
