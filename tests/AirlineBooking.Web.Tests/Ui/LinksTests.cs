using AirlineBooking.Domain.Fares;
using AirlineBooking.Domain.Flights;
using AirlineBooking.Domain.Kernel;
using AirlineBooking.Domain.Search;
using AirlineBooking.Web.Tests.Support;
using AirlineBooking.Web.Ui;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace AirlineBooking.Web.Tests.Ui;

[Collection(Looking.Name)]
public sealed class LinksTests(SharedAirline shared)
{
    private static readonly DateOnly Out = new(2027, 2, 12);

    public static TheoryData<string> Searches() => [.. All().Keys];

    [Theory]
    [MemberData(nameof(Searches))]
    public void An_address_says_the_whole_search(string name)
    {
        var query = All()[name];
        var address = Links.Search(query);
        var fields = TripFields.Read(new QueryCollection(QueryHelpers.ParseQuery(address[address.IndexOf('?', StringComparison.Ordinal)..])));
        var reading = TripReader.Read(fields, shared.Airline.Get<AirportDirectories>().Current, RunningAirline.Start, new AirlineOptions().SaleHorizonDays);
        Assert.Empty(reading.Problems);
        Assert.NotNull(reading.Query);
        Assert.Equal(address, Links.Search(reading.Query));
        Assert.Equal(query.ToRequest().Slices, reading.Query.ToRequest().Slices);
        Assert.Equal(query.ToRequest() with { Slices = [] }, reading.Query.ToRequest() with { Slices = [] });
    }

    private static Dictionary<string, TripQuery> All()
    {
        var oneWay = new TripQuery { Slices = [Slice("LON", "SIN", Out)] };
        return new()
        {
            ["one way"] = oneWay,
            ["return"] = oneWay with { Back = Out.AddDays(15), Party = new Party(2, 1, 1), Cabin = Cabin.PremiumEconomy },
            ["six stops"] = oneWay with { Slices = [.. Enumerable.Range(0, 6).Select(i => Slice(i % 2 == 0 ? "LHR" : "SIN", i % 2 == 0 ? "SIN" : "LHR", Out.AddDays(i)))] },
            ["filtered"] = oneWay with { Sort = OfferSort.Duration, LeaveAfter = new TimeOnly(9, 0), UnderHours = 18, Via = AirportCode.Parse("BKK"), Shown = 30 },
            ["direct"] = oneWay with { DirectOnly = true, Cabin = Cabin.Business },
        };
    }

    private static SliceRequest Slice(string from, string to, DateOnly day) => new(AirportCode.Parse(from), AirportCode.Parse(to), day);
}
