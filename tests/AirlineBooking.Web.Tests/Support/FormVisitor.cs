using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace AirlineBooking.Web.Tests.Support;

/// <summary>A browser without JavaScript: it keeps cookies, follows links it is told to, and sends forms as they stand on the page.</summary>
public sealed class FormVisitor(RunningAirline airline) : IDisposable
{
    private readonly HttpClient _client = new(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = airline.Address };

    /// <summary>What is on the screen.</summary>
    public IDocument Page { get; private set; } = new HtmlParser().ParseDocument("");

    public int Status { get; private set; }

    /// <summary>Where the last answer leads, when it leads elsewhere.</summary>
    public string? Leads { get; private set; }

    public HttpResponseMessage? Answer { get; private set; }

    public string Text => string.Join(' ', Page.QuerySelector("main")?.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) ?? []);

    public async Task GoAsync(string address) => await ShowAsync(await _client.GetAsync(new Uri(address, UriKind.RelativeOrAbsolute)));

    /// <summary>Sends the form of a handler, or the one whose address ends so, with what is hidden in it and what is given here instead of what stands there.</summary>
    public Task SendAsync(string form, params (string Name, string Value)[] typed) => SendAsync(FieldsOf(form), typed);

    /// <summary>What a form would send as it stands: to be sent later, or twice.</summary>
    public SentForm FieldsOf(string form)
    {
        var element = Page.QuerySelectorAll("form").First(one => one.QuerySelector("input[name=_handler]")?.GetAttribute("value") == form || one.GetAttribute("action")?.EndsWith($"/{form}", StringComparison.Ordinal) is true);
        var fields = new List<KeyValuePair<string, string>>();
        foreach (var input in element.QuerySelectorAll("input[name], select[name]"))
        {
            var kind = input.GetAttribute("type");
            if (kind is "radio" or "checkbox" && !input.HasAttribute("checked")) continue;
            var value = input.LocalName == "select" ? input.QuerySelector("option[selected]")?.GetAttribute("value") ?? "" : input.GetAttribute("value") ?? "";
            fields.Add(KeyValuePair.Create(input.GetAttribute("name") ?? "", value));
        }
        return new SentForm(element.GetAttribute("action") is { Length: > 0 } action ? action : Page.DocumentUri, fields);
    }

    public async Task SendAsync(SentForm form, params (string Name, string Value)[] typed)
    {
        var fields = form.Fields.Where(field => typed.All(one => one.Name != field.Key)).Concat(typed.Select(one => KeyValuePair.Create(one.Name, one.Value)));
        await ShowAsync(await _client.PostAsync(new Uri(form.Address, UriKind.RelativeOrAbsolute), new FormUrlEncodedContent(fields)));
    }

    /// <summary>Opens a trip as its passengers do.</summary>
    public async Task OpenAsync(string locator, string surname = TripDesk.FamilyName)
    {
        await GoAsync(Links.Trips);
        await SendAsync("look-up", ("locator", locator), ("surname", surname));
        Assert.True(Status == 302, $"{Status}: {Text}");
        await GoAsync(Leads ?? "");
    }

    public void Dispose()
    {
        Answer?.Dispose();
        _client.Dispose();
    }

    private async Task ShowAsync(HttpResponseMessage answer)
    {
        Answer?.Dispose();
        Answer = answer;
        (Status, Leads) = ((int)answer.StatusCode, answer.Headers.Location?.ToString());
        Page = await new HtmlParser(new HtmlParserOptions()).ParseDocumentAsync(await answer.Content.ReadAsStringAsync());
        Page.Location.Href = answer.RequestMessage?.RequestUri?.ToString() ?? "";
    }
}

/// <summary>A form with what it holds.</summary>
public sealed record SentForm(string Address, IReadOnlyList<KeyValuePair<string, string>> Fields);
