using AirlineBooking.Domain.Bookings;

namespace AirlineBooking.Domain.Tests.Bookings;

public sealed class SurnamesTests
{
    [Theory]
    [InlineData("Müller", "MUELLER")]
    [InlineData("Müller", "muller")]
    [InlineData("Müller", "Müller")]
    [InlineData("Müller", "Mu\u0308ller")]
    [InlineData("Søren", "SOEREN")]
    [InlineData("Søren", "SOREN")]
    [InlineData("Åström", "AASTROEM")]
    [InlineData("Åström", "ASTROM")]
    [InlineData("Åström", "ASTROEM")]
    [InlineData("Mueller", "Müller")]
    [InlineData("Muller", "Müller")]
    [InlineData("O'Connor-Smith", "oconnor smith")]
    [InlineData("Strauß", "STRAUSS")]
    [InlineData("Щеглова", "SHCHEGLOVA")]
    [InlineData("Щеглова", "Щеглова")]
    [InlineData("Гончаренко", "Гончаренко")]
    [InlineData("de la Cruz", "DELACRUZ")]
    public void A_surname_is_found_in_each_of_its_readings(string typed, string asked) => Assert.True(Surnames.Match(asked, typed, TicketName.Of(typed, "X").Value?.Family ?? ""));

    [Theory]
    [InlineData("Müller", "MILLER")]
    [InlineData("Mueller", "MULLER")]
    [InlineData("Müller", "")]
    [InlineData("Müller", null)]
    [InlineData("Müller", "MULLE")]
    [InlineData("Bauer", "BAUR")]
    [InlineData("Müller", "12345")]
    public void Another_surname_is_not_it(string typed, string? asked) => Assert.False(Surnames.Match(asked, typed, TicketName.Of(typed, "X").Value?.Family ?? ""));

    [Fact]
    public void A_name_in_another_script_is_found_by_the_tickets_spelling()
    {
        Assert.True(Surnames.Match("Wang", "王", "WANG"));
        Assert.False(Surnames.Match("王", "王", "WANG"));
    }

    [Fact]
    public void A_language_seen_in_the_given_name_counts_by_the_tickets_spelling() => Assert.True(Surnames.Match("Honcharenko", "Гончаренко", "HONCHARENKO"));

    [Fact]
    public void Two_empty_names_are_not_the_same() => Assert.False(Surnames.Match("王", "王", ""));

    [Fact]
    public void A_name_of_nothing_but_letters_with_two_readings_has_few_readings() => Assert.Equal(2, Surnames.ReadingsOf(new string('Ä', 100)).Count);

    [Fact]
    public void What_is_longer_than_any_name_matches_nothing() => Assert.False(Surnames.Match(new string('A', Surnames.LongestAsked + 1), "A", "A"));
}
