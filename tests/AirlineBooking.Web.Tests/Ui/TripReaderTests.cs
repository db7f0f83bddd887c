using AirlineBooking.Domain.Flights;
using AirlineBooking.Domain.Kernel;
using AirlineBooking.Web.Tests.Support;
using AirlineBooking.Web.Ui;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace AirlineBooking.Web.Tests.Ui;

[Collection(Looking.Name)]
public sealed class TripReaderTests(SharedAirline shared)
{
    private const string Good = "from=London&to=Singapore&out=12+feb&back=27+feb&trip=return&adults=2&children=1";

    [Theory]
    [InlineData("London", "LON")]
    [InlineData("lon", "LON")]
    [InlineData("Heathrow", "LHR")]
    [InlineData("lhr", "LHR")]
    [InlineData("sao paulo", "SAO")]
    [InlineData("Zürich", "ZRH")]
    public void Typed_places_are_understood(string typed, string code) =>
        Assert.Equal(code, Read($"from={Uri.EscapeDataString(typed)}&to=DXB&out=12+feb").Query?.First.Origin.ToString());

    [Fact]
    public void Days_without_a_year_are_the_next_ones()
    {
        var query = Read(Good).Query;
        Assert.Equal((new DateOnly(2027, 2, 12), new DateOnly(2027, 2, 27)), (query?.First.DepartureDate, query?.Back));
    }

    [Theory]
    [InlineData("from=&to=SIN&out=12+feb", "from", TripWords.OriginMissing)]
    [InlineData("from=LON&to=&out=12+feb", "to", TripWords.DestinationMissing)]
    [InlineData("from=LON&to=LHR&out=12+feb", "to", TripWords.SamePlace)]
    [InlineData("from=LON&to=SIN&out=", "out", TripWords.DayMissing)]
    [InlineData("from=LON&to=SIN&out=32+feb", "out", "We could not read “32 feb” as a day. Write it like 12 Feb.")]
    [InlineData("from=LON&to=SIN&out=2020-02-12", "out", "Wed 12 Feb 2020 has passed. The first day is today, 30 Nov.")]
    [InlineData("from=LON&to=SIN&out=2028-03-01", "out", "Wed 1 Mar 2028 is not on sale yet. We sell flights until Tue 26 Oct 2027.")]
    [InlineData("from=LON&to=SIN&out=12+feb&back=2028-03-01", "back", "Wed 1 Mar 2028 is not on sale yet. We sell flights until Tue 26 Oct 2027.")]
    [InlineData("from=LON&to=SIN&out=12+feb&trip=return", "back", TripWords.BackMissing)]
    [InlineData("from=LON&to=SIN&out=12+feb&back=10+feb", "back", "You would be back before you leave. Choose Fri 12 Feb or later.")]
    [InlineData("from=LON&to=SIN&out=0001-01-01", "out", "Mon 1 Jan 0001 has passed. The first day is today, 30 Nov.")]
    [InlineData("from=LON&to=SIN&out=12+feb+2127", "out", "Wed 12 Feb 2127 is not on sale yet. We sell flights until Tue 26 Oct 2027.")]
    [InlineData("from=LON&to=SIN&out=12+feb&back=9999-12-31", "back", "Fri 31 Dec 9999 is not on sale yet. We sell flights until Tue 26 Oct 2027.")]
    [InlineData("from=LON&to=SIN&out=12+feb&from2=SIN&to2=SYD&out2=9999-12-31", "out2", "Fri 31 Dec 9999 is not on sale yet. We sell flights until Tue 26 Oct 2027.")]
    [InlineData("from=LON&to=SIN&out=12+feb&adults=0", "who", TripWords.NobodyFlies)]
    [InlineData("from=LON&to=SIN&out=12+feb&adults=0&children=1", "who", TripWords.ChildrenAlone)]
    [InlineData("from=LON&to=SIN&out=12+feb&adults=10", "who", "We book up to 9 people at once and you are 10. Make two bookings, or ask for fewer.")]
    [InlineData("from=LON&to=SIN&out=12+feb&adults=1&infants=2", "who", "Each infant sits on an adult's lap: 2 infants need 2 adults, and there is 1.")]
    [InlineData("from=LON&to=SIN&out=12+feb&adults=two", "who", "We could not read “two” as a number of people.")]
    [InlineData("from=LON&to=SIN&out=12+feb&from2=SIN&to2=SYD&out2=10+feb", "out2", "This is before the flight above. Choose Fri 12 Feb or later.")]
    public void What_is_wrong_is_said_beside_its_field(string address, string field, string sentence)
    {
        var reading = Read(address);
        Assert.Null(reading.Query);
        Assert.Equal(sentence, Assert.Single(reading.Problems, problem => problem.Key == field).Value.Sentence);
    }

    [Fact]
    public void A_misspelt_place_is_met_with_the_one_meant()
    {
        var problem = Read("from=LON&to=Singapur&out=12+feb&adults=1").Problems["to"];
        Assert.Equal("We do not know “Singapur”.", problem.Sentence);
        Assert.Equal("SIN", Assert.Single(problem.Suggestions).Code);
    }

    [Fact]
    public void All_problems_are_said_at_once() =>
        Assert.Equal(["from", "out", "to", "who"], Read("from=Nowhereville&to=&out=soon&adults=12").Problems.Keys.Order());

    [Fact]
    public void A_past_day_is_said_even_where_the_origin_is_not_known() =>
        Assert.Equal(["from", "out"], Read("from=Nowhereville&to=SIN&out=2020-01-01&adults=1").Problems.Keys.Order());

    [Fact]
    public void Nothing_typed_is_lost()
    {
        var reading = Read("from=Nowhereville&to=Singapore&out=soon&back=27+feb&adults=12&trip=return");
        Assert.Equal(("Nowhereville", "Singapore", "soon", "27 feb", "12"), (reading.Fields.Slices[0].From, reading.Fields.Slices[0].To, reading.Fields.Slices[0].Out, reading.Fields.Back, reading.Fields.Adults));
    }

    private TripReading Read(string address) =>
        TripReader.Read(TripFields.Read(new QueryCollection(QueryHelpers.ParseQuery(address))), shared.Airline.Get<AirportDirectories>().Current, RunningAirline.Start, new AirlineOptions().SaleHorizonDays);
}
