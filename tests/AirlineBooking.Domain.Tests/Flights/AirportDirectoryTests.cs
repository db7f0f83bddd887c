using AirlineBooking.Domain.Flights;
using AirlineBooking.Domain.Kernel;
using AirlineBooking.Domain.Tests.Support;

namespace AirlineBooking.Domain.Tests.Flights;

public sealed class ReferenceDirectory : IAsyncLifetime
{
    private HeadlessAirline? _airline;

    public AirportDirectory Directory { get; private set; } = AirportDirectory.Empty;

    public async Task InitializeAsync()
    {
        _airline = await HeadlessAirline.OpenAsync(Database.Sqlite);
        await _airline.Get<LoadReferenceData>().RunAsync(default);
        Directory = await _airline.Get<AirportDirectories>().RefreshAsync(default);
    }

    public async Task DisposeAsync()
    {
        if (_airline is not null) await _airline.DisposeAsync();
    }
}

public sealed class AirportDirectoryTests(ReferenceDirectory reference) : IClassFixture<ReferenceDirectory>
{
    private readonly AirportDirectory _directory = reference.Directory;

    [Theory]
    [InlineData("lon", "LON")]
    [InlineData("LON", "LON")]
    [InlineData("london", "LON")]
    [InlineData("lhr", "LHR")]
    [InlineData("heathrow", "LHR")]
    [InlineData("london heath", "LHR")]
    [InlineData("nyc", "NYC")]
    [InlineData("new york", "NYC")]
    [InlineData("new y", "NYC")]
    [InlineData("kennedy", "JFK")]
    [InlineData("zurich", "ZRH")]
    [InlineData("zuerich", "ZRH")]
    [InlineData("Zürich", "ZRH")]
    [InlineData("sao paulo", "SAO")]
    [InlineData("São Paulo", "SAO")]
    [InlineData("guarulhos", "GRU")]
    [InlineData("köln", "CGN")]
    [InlineData("koln", "CGN")]
    [InlineData("koeln", "CGN")]
    [InlineData("cologne", "CGN")]
    [InlineData("münchen", "MUC")]
    [InlineData("muenchen", "MUC")]
    [InlineData("munich", "MUC")]
    [InlineData("paris", "PAR")]
    [InlineData("singapore", "SIN")]
    [InlineData("changi", "SIN")]
    [InlineData("suvarnabhumi", "BKK")]
    [InlineData("hong kong", "HKG")]
    [InlineData("hongkong", "HKG")]
    [InlineData("sydney", "SYD")]
    [InlineData("reykjavik", "REK")]
    [InlineData("florence", "FLR")]
    [InlineData("Firenze", "FLR")]
    public void What_a_traveller_types_gives_what_is_meant_first(string typed, string expected) =>
        Assert.Equal(expected, _directory.Complete(typed, 10)[0].Code.ToString());

    [Fact]
    public void A_city_stands_before_its_airports_and_the_large_ones_first()
    {
        var codes = _directory.Complete("lon", 10).Select(place => place.Code.ToString()).ToList();

        Assert.Equal(["LON", "LHR"], codes.Take(2));
        Assert.Equal(["LCY", "LGW", "LTN", "SEN", "STN"], codes.Skip(2).Take(5).Order());
    }

    [Theory]
    [InlineData("lo")]
    [InlineData("san")]
    [InlineData("lut")]
    public void A_city_is_found_by_names_of_its_own_and_not_by_its_airports_towns(string typed)
    {
        var cities = _directory.Complete(typed, 50).Where(place => place.Kind is PlaceKind.City).ToList();

        Assert.DoesNotContain(cities, city => city.Airports.Any(airport => Begins(airport.City, typed)) && !Begins(city.City, typed) && !Begins(city.Name, typed) && !Begins(city.Code.ToString(), typed));
        static bool Begins(string name, string typed) => name.Split(' ', '-').Any(word => word.StartsWith(typed, StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("-")]
    [InlineData("xqzw")]
    public void What_names_no_place_gives_none(string typed) => Assert.Empty(_directory.Complete(typed, 10));

    [Fact]
    public void Never_more_than_asked_for_and_none_twice()
    {
        var places = _directory.Complete("a", 7);

        Assert.Equal(7, places.Count);
        Assert.Equal(7, places.Distinct().Count());
    }

    [Theory]
    [InlineData("Singapur", "SIN")]
    [InlineData("Londn", "LON")]
    [InlineData("Heatrow", "LHR")]
    [InlineData("Zurihc", "ZRH")]
    [InlineData("Frankfrut", "FRA")]
    public void A_misspelt_name_is_recognised(string typed, string expected) =>
        Assert.Equal(expected, _directory.DidYouMean(typed)?.Code.ToString());

    [Fact]
    public void A_word_that_is_near_nothing_is_not_guessed_at() => Assert.Null(_directory.DidYouMean("qwertyuiop"));

    [Theory]
    [InlineData("LHR", "LHR")]
    [InlineData(" lon ", "LON")]
    [InlineData("London (LON)", "LON")]
    [InlineData("London Heathrow (LHR)", "LHR")]
    [InlineData("london", "LON")]
    [InlineData("Zürich", "ZRH")]
    public void A_finished_text_is_understood(string text, string expected) => Assert.Equal(expected, _directory.Understand(text)?.Code.ToString());

    [Theory]
    [InlineData("")]
    [InlineData("ZZZ")]
    [InlineData("(LON")]
    [InlineData("Nowhere (ZZZ)")]
    public void A_text_that_names_nothing_is_not_understood(string text) => Assert.Null(_directory.Understand(text));

    [Fact]
    public void A_code_that_is_a_city_and_an_airport_is_the_city_when_it_has_more_airports()
    {
        var bangkok = _directory.FindPlace(AirportCode.Parse("BKK"));

        Assert.Equal(PlaceKind.City, bangkok?.Kind);
        Assert.Equal(["BKK", "DMK"], bangkok?.Airports.Select(airport => airport.Code.ToString()).Order());
        Assert.Equal("Suvarnabhumi Airport", _directory.Find(AirportCode.Parse("BKK"))?.Name);
    }

    [Fact]
    public void Each_code_is_one_place_and_each_airport_is_in_one_that_is_found()
    {
        Assert.Equal(_directory.Places.Length, _directory.Places.Select(place => place.Code).Distinct().Count());
        Assert.All(_directory.Airports, airport => Assert.True(_directory.FindPlace(airport.Code)?.Has(airport.Code)));
    }

    [Fact]
    public void Knows_connecting_times_by_airport_and_kind()
    {
        Assert.Equal(75, _directory.ConnectionMinutes(AirportCode.Parse("LHR"), ConnectionKind.InternationalToInternational));
        Assert.Null(_directory.ConnectionMinutes(AirportCode.Parse("AAA"), ConnectionKind.DomesticToDomestic));
    }

    [Fact]
    public void Finds_airports_near_by_that_flights_leave_from_the_nearest_first()
    {
        var served = new[] { "LHR", "LTN", "LGW", "SIN" }.ToDictionary(AirportCode.Parse, _ => 1);
        var directory = new AirportDirectory(DirectoryFacts.None with { Airports = _directory.Airports, FlightsFrom = served });

        var near = directory.Nearby(directory.FindPlace(AirportCode.Parse("LHR")) ?? throw new InvalidOperationException(), 100, 3);

        // Northolt, London City and Stansted are as near, and nobody flies from there.
        Assert.Equal(["LGW", "LTN"], near.Select(airport => airport.Code.ToString()));
    }

    [Theory, EveryDatabase]
    public async Task Is_read_again_only_when_the_schedule_version_changed(Database database)
    {
        await using var airline = await HeadlessAirline.OpenAsync(database);
        await airline.Get<LoadReferenceData>().RunAsync(default);
        var directories = airline.Get<AirportDirectories>();
        var first = await directories.RefreshAsync(default);

        Assert.Same(first, await directories.RefreshAsync(default));

        await airline.Writes.RunAsync((db, cancel) => ScheduleVersions.BumpAsync(db, HeadlessAirline.Start, cancel));
        Assert.NotSame(first, await directories.RefreshAsync(default));
    }
}
