using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace AirlineBooking.Web.Tests.Browser;

/// <summary>Somebody without a mouse: they press keys and nothing else, and a page that loses their place fails them.</summary>
internal sealed class Keys(Visit visit)
{
    private const int MostSteps = 120;
    private const int LongestName = 60;
    private const int PatienceMilliseconds = 15_000;

    // A page nobody pressed a key on begins nowhere; from the first key on the keyboard is always somewhere, at the latest when a change in place is over.
    private const string StandsSomewhere = """
        patience => new Promise(tell => {
          const until = performance.now() + patience;
          (function look() {
            const stands = !window.isKeyed || document.activeElement !== document.body;
            if (!stands && performance.now() < until) { requestAnimationFrame(look); return; }
            window.isKeyed = true;
            tell(stands);
          })();
        })
        """;

    public async Task PressAsync(string key, string after = "")
    {
        Assert.True(await visit.Page.EvaluateAsync<bool>(StandsSomewhere, PatienceMilliseconds), $"The keyboard is nowhere on {visit.Page.Url} when {key} is pressed{after}.");
        await visit.Page.Keyboard.PressAsync(key);
    }

    public async Task TypeAsync(string text)
    {
        await PressAsync(text[..1]);
        await visit.Page.Keyboard.TypeAsync(text[1..]);
    }

    /// <summary>Steps on, or back with Shift+Tab, until the keyboard stands on what has this role and a name like this.</summary>
    public async Task TabToAsync(AriaRole role, string called, string step = "Tab")
    {
        var wanted = visit.Page.GetByRole(role, new() { NameRegex = new Regex(called) });
        var passed = new List<string>();
        while (passed.Count < MostSteps)
        {
            await PressAsync(step, $" on the way to the {role} “{called}” after {string.Join(" | ", passed)}");
            if (await wanted.EvaluateAllAsync<bool>("all => all.includes(document.activeElement)")) return;
            var name = (await visit.FocusedAsync()).Trim();
            passed.Add(name[..Math.Min(name.Length, LongestName)]);
        }
        Assert.Fail($"{step} does not come to the {role} “{called}” on {visit.Page.Url}, only to {string.Join(" | ", passed)}.");
    }

    /// <summary>Steps on to a field and types into it.</summary>
    public async Task FillAsync(string called, string text, AriaRole role = AriaRole.Textbox)
    {
        await TabToAsync(role, called);
        await TypeAsync(text);
    }
}
