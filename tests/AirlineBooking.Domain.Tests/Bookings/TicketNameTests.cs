using AirlineBooking.Domain.Bookings;
using CsCheck;

namespace AirlineBooking.Domain.Tests.Bookings;

public sealed class TicketNameTests
{
    [Theory]
    [InlineData("Müller", "Jürgen", "MUELLER/JUERGEN")]
    [InlineData("Sørensen", "Åse", "SOERENSEN/AASE")]
    [InlineData("Strauß", "Zoë", "STRAUSS/ZOE")]
    [InlineData("Þórsdóttir", "Guðrún", "THORSDOTTIR/GUDRUN")]
    [InlineData("Wałęsa", "Šárka", "WALESA/SARKA")]
    [InlineData("Nuñez", "José María", "NUNEZ/JOSE MARIA")]
    [InlineData("Işık", "İnci", "ISIK/INCI")]
    [InlineData("Nguyễn", "Thị Đức", "NGUYEN/THI DUC")]
    [InlineData("Œuvrard", "Ĳsbrand", "OEUVRARD/IJSBRAND")]
    public void Latin_letters_lose_their_accents_as_passports_write_them(string family, string given, string ticket) => Assert.Equal(ticket, Spelled(family, given));

    [Theory]
    [InlineData("O'Connor", "Anne-Marie", "OCONNOR/ANNE MARIE")]
    [InlineData("D’Artagnan", "  Jean   Luc ", "DARTAGNAN/JEAN LUC")]
    [InlineData("Smith", "John Jr.", "SMITH/JOHN JR")]
    public void Hyphens_become_spaces_and_apostrophes_fall_away(string family, string given, string ticket) => Assert.Equal(ticket, Spelled(family, given));

    [Theory]
    [InlineData("Щеглова", "Юлия", "SHCHEGLOVA/IULIIA")]
    [InlineData("Объедков", "Игорь", "OBIEEDKOV/IGOR")]
    [InlineData("Хрущёв", "Эдуард", "KHRUSHCHEV/EDUARD")]
    public void Cyrillic_is_written_after_the_table(string family, string given, string ticket) => Assert.Equal(ticket, Spelled(family, given));

    [Theory]
    [InlineData("Гончаренко", "Сергій", "HONCHARENKO/SERHII")]
    [InlineData("Єщенко", "Юрій", "YESHCHENKO/YURII")]
    [InlineData("Їжак", "Мар'яна", "YIZHAK/MARIANA")]
    [InlineData("Быкаў", "Сяргей", "BYKAU/SIARHEI")]
    [InlineData("Ђоковић", "Жељко", "DOKOVIC/ZELJKO")]
    [InlineData("Ѓорѓиев", "Цветан", "GJORGJIEV/CVETAN")]
    public void A_language_that_a_name_gives_away_has_its_own_spelling(string family, string given, string ticket) => Assert.Equal(ticket, Spelled(family, given));

    [Theory]
    [InlineData("Παπαδόπουλος", "Γιώργος", "PAPADOPOULOS/GIORGOS")]
    [InlineData("Μπούτσικας", "Ευάγγελος", "BOUTSIKAS/EVANGELOS")]
    [InlineData("Αυγερινός", "Ευτυχία", "AVGERINOS/EFTYCHIA")]
    [InlineData("Λάμπρου", "Ηλέκτρα", "LAMPROU/ILEKTRA")]
    [InlineData("Ταΰγετος", "Ψυχή", "TAYGETOS/PSYCHI")]
    [InlineData("ΠΑΠΑΪΩΑΝΝΟΥ", "Ξένια", "PAPAIOANNOU/XENIA")]
    public void Greek_is_written_as_Greek_passports_do(string family, string given, string ticket) => Assert.Equal(ticket, Spelled(family, given));

    [Fact]
    public void Who_has_a_single_name_has_it_as_family_name()
    {
        Assert.Equal("SUHARTO", Spelled("Suharto", null));
        Assert.Equal((NameRefusal.NameMissing, NamePart.Family), Refusal(" ", "Suharto", null));
    }

    [Theory]
    [InlineData("王")]
    [InlineData("محمد")]
    [InlineData("สมชาย")]
    [InlineData("𠮷田")]
    [InlineData("김")]
    [InlineData("Wang 王")]
    public void Another_script_needs_the_spelling_of_the_passport(string family)
    {
        Assert.Equal(NameRefusal.SpellingNeeded, TicketName.Of(family, "Li").Refusal);
        Assert.Equal("WANG LEE/LI", TicketName.Of(family, "Li", "wang<lee").Value?.ToString());
    }

    [Fact]
    public void A_spelling_that_is_typed_goes_before_ours() => Assert.Equal("MULLER/LI", TicketName.Of("Müller", "Li", "Muller").Value?.ToString());

    [Theory]
    [InlineData("Smith2")]
    [InlineData("Smith@home")]
    [InlineData("---")]
    [InlineData("😀")]
    [InlineData("A\u0000B")]
    [InlineData("A\uD800")]
    [InlineData("A/B")]
    public void What_no_name_has_is_refused(string family) => Assert.Equal((NameRefusal.NotAName, NamePart.Family), (TicketName.Of(family, "Li").Refusal, TicketName.Of(family, "Li").Detail));

    [Fact]
    public void Refusals_come_in_order_and_name_the_part()
    {
        Assert.Equal(NameRefusal.NameMissing, TicketName.Of(" ", null).Refusal);
        Assert.Equal((NameRefusal.NameTooLong, NamePart.Given), Refusal("A", new string('B', TicketName.LongestTyped + 1), null));
        Assert.Equal((NameRefusal.NameTooLong, NamePart.Family), Refusal(new string('Щ', 16), "A", null));
        Assert.Equal((NameRefusal.SpellingNotLatin, NamePart.Family), Refusal("王", "A", "Ван"));
    }

    [Fact]
    public void Whatever_is_typed_a_ticket_has_only_letters_and_single_spaces() => Gen.Select(Gen.String, Gen.String[Gen.Char["äöüßñéЩщЇїъΑυμπΓγ '-"], 1, 30]).Sample((anything, names) =>
    {
        foreach (var name in new[] { anything, names })
        {
            if (string.IsNullOrWhiteSpace(name)) continue;
            if (TicketName.Of(name, "x").Value is { } ticket) Assert.Matches("^[A-Z]+( [A-Z]+)*$", ticket.Family);
        }
    });

    private static (NameRefusal?, object?) Refusal(string family, string given, string? spelling)
    {
        var outcome = TicketName.Of(family, given, spelling);
        return (outcome.Refusal, outcome.Detail);
    }

    private static string? Spelled(string? family, string? given) => TicketName.Of(family, given).Value?.ToString();
}
