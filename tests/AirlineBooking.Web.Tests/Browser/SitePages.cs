namespace AirlineBooking.Web.Tests.Browser;

/// <summary>Every page and state of the site, by a name that a failing test can say.</summary>
public static class SitePages
{
    private const string Trip = "from=LON&to=SIN&out=2027-02-12&back=2027-02-27&adults=2&children=1";

    /// <summary>Stands for the first offer of a search, whose address is long and new each minute.</summary>
    public const string FirstOffer = "the fares of the first offer";

    /// <summary>Stands for the seats of the first flight of a day, whose id is not known before.</summary>
    public const string SomeSeats = "seats of a flight";

    public static readonly IReadOnlyDictionary<string, string> Addresses = new Dictionary<string, string>
    {
        ["home"] = "/",
        ["home filled in"] = "/?from=LON&to=SIN&out=2027-02-12&back=2027-02-27&adults=2&children=1",
        ["home with several stops"] = "/?trip=several&slices=3&from=LON&to=SIN&out=2027-02-12",
        ["results"] = $"/flights?{Trip}",
        ["results with stops"] = "/flights?from=CDG&to=BKK&out=2027-02-12&adults=1",
        ["results narrowed"] = $"/flights?{Trip}&sort=price&direct=1",
        ["several stops"] = "/flights?from=LHR&to=SIN&out=2027-02-12&from2=SIN&to2=SYD&out2=2027-02-20&adults=1",
        ["a search to mend"] = "/flights?from=London&to=Singapur&out=32+feb&adults=10&infants=11",
        ["no flights that day"] = "/flights?from=LHR&to=SIN&out=2027-02-12&adults=1&after=23:30",
        ["no flights at all"] = "/flights?from=AAA&to=SIN&out=2027-02-12&adults=1",
        [FirstOffer] = "",
        ["an offer that never was"] = "/flights/offer/off_nothing",
        ["calendar"] = $"/flights/calendar?{Trip}&month=2027-02",
        ["flight status"] = "/flight-status",
        ["flights of a day"] = "/flight-status?from=LHR&to=SIN&date=2026-12-01",
        ["a flight that is not"] = "/flight-status?number=T09999&date=2026-12-01",
        [SomeSeats] = "",
        ["my trip"] = "/trips",
        ["places"] = "/airports",
        ["airport"] = "/airports/LHR",
        ["route"] = "/routes/LHR-SIN",
        ["about"] = "/about",
        ["conditions"] = "/conditions",
        ["no page"] = "/nowhere",
        ["too many requests"] = "/status/429",
        ["broken"] = "/status/500",
    };

    public static TheoryData<string> Names() => [.. Addresses.Keys];

    public static async Task OpenAsync(this Visit visit, string name)
    {
        if (name == SomeSeats)
        {
            await visit.GoAsync(Addresses["flights of a day"]);
            await visit.GoAsync(await visit.Page.Locator("a[href$='/seats']").First.GetAttributeAsync("href") ?? "");
            return;
        }
        if (name != FirstOffer)
        {
            await visit.GoAsync(Addresses[name]);
            return;
        }
        await visit.GoAsync(Addresses["results"]);
        await visit.GoAsync(await visit.Page.Locator(".itin a.btn").First.GetAttributeAsync("href") ?? "");
    }
}
