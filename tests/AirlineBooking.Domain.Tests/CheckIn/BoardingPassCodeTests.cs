using AirlineBooking.Domain.Bookings;
using AirlineBooking.Domain.CheckIn;
using AirlineBooking.Domain.Kernel;
using AirlineBooking.Domain.Seats;
using CsCheck;

namespace AirlineBooking.Domain.Tests.CheckIn;

public sealed class BoardingPassCodeTests
{
    private const string OneFlight = "M1DESMARAIS/LUC       EABC123 YULFRAAC 0834 226F001A0025 106>60000";

    private const string TwoFlights =
        "M2DESMARAIS/LUC       EABC123 YULFRAAC 0834 226F001A0025 14D>6181WW6225BAC 00141234560032A0141234567890 1AC AC 1234567890123    20KYLX58Z"
        + "DEF456 FRAGVALH 3664 227C012C0002 12E2A0140987654321 1AC AC 1234567890123    2PCNWQ"
        + "^164GIWVC5EH7JNT684FVNJ91W2QA4DVN5J8K4F0L0GEQ3DF5TGBN8709HKT5D3DW3GBHFCVHMY7J5T6HFR41W2QA4DVN5J8K4F0L0GE";

    private static readonly Gen<string> Text = Gen.String[Gen.Char["ABCXYZ0189"], 1, 3];

    private static readonly Gen<BoardingPassDetails> SomeDetails =
        from text in Text.Array[5]
        from sign in Gen.Char["01 YN"].Array[4]
        select new BoardingPassDetails(text[0], text[1], sign[0], sign[1], text[2], text[3], text[4], sign[2], text[0], sign[3]);

    private static readonly Gen<BoardingPassLeg> SomeLeg =
        from text in Text.Array[3]
        from day in Gen.Int[1, 366]
        from details in SomeDetails.Null()
        from data in Gen.String[Gen.Char["ABC12 "], 0, 20]
        select new BoardingPassLeg(text[0], AirportCode.Parse("LHR"), AirportCode.Parse("ZRH"), text[1], text[2], day, 'Y', "012C", "0007", '1', details, data);

    private static readonly Gen<BoardingPassIssue> SomeIssue =
        from sources in Gen.Char["0WKM"].Array[3]
        from tags in Gen.String[Gen.Char["0123456789"], 13, 13].Array[0, 3]
        select new BoardingPassIssue(sources[0], sources[1], sources[2], "6225", 'B', "T0", tags);

    [Fact]
    public void The_codes_of_the_standard_come_back_as_they_were()
    {
        Assert.Equal(OneFlight, Parse(OneFlight).ToString());
        Assert.Equal(TwoFlights, Parse(TwoFlights).ToString());
    }

    [Fact]
    public void What_a_code_says_is_read()
    {
        var code = Parse(TwoFlights);
        var (first, second) = (code.Legs[0], code.Legs[1]);

        Assert.Equal(("DESMARAIS/LUC", true, '6'), (code.PassengerName, code.IsElectronicTicket, code.Version));
        Assert.Equal(('1', 'W', 'W', "6225", 'B', "AC", "0014123456003"), (code.Issue!.PassengerDescription, code.Issue.CheckInSource, code.Issue.IssuanceSource, code.Issue.IssuedOn, code.Issue.DocumentType, code.Issue.Issuer, Assert.Single(code.Issue.BagTags)));
        Assert.Equal(("ABC123", "YUL", "FRA", "AC", "0834", 226, 'F', "001A", "0025", '1'), (first.Locator, first.From.ToString(), first.To.ToString(), first.Carrier, first.FlightNumber, first.DayOfYear, first.Compartment, first.Seat, first.Sequence, first.Status));
        Assert.Equal(("014", "1234567890", '1', "1234567890123", "20K", 'Y', "LX58Z"), (first.Details!.AirlineNumber, first.Details.Document, first.Details.DocumentCheck, first.Details.FrequentFlyerNumber, first.Details.FreeBaggage, first.Details.FastTrack, first.AirlineData));
        Assert.Equal(("DEF456", "FRA", "GVA", "LH", "3664", 227, 'C', "012C", "2PC", 'N', "WQ"), (second.Locator, second.From.ToString(), second.To.ToString(), second.Carrier, second.FlightNumber, second.DayOfYear, second.Compartment, second.Seat, second.Details!.FreeBaggage, second.Details.FastTrack, second.AirlineData));
        Assert.Equal(100, code.Security.Length);
    }

    [Fact]
    public void A_passenger_of_ours_is_written_as_the_standard_asks()
    {
        var leg = BoardingPassLeg.Of(RecordLocator.Parse("KX7M2P"), AirportCode.Parse("LHR"), AirportCode.Parse("ZRH"), "T0", FlightNumber.Parse("T0101"), new DateOnly(2026, 12, 1), Cabin.Economy, SeatNumber.Parse("12C"), 7);

        Assert.Equal("M1MUELLER/JUERGEN     EKX7M2P LHRZRHT0 0101 335Y012C0007 106>60000", new BoardingPassCode("MUELLER/JUERGEN", [leg]).ToString());
    }

    [Fact]
    public void An_infant_has_no_seat_and_its_own_ticket()
    {
        var leg = BoardingPassLeg.Of(
            RecordLocator.Parse("KX7M2P"), AirportCode.Parse("LHR"), AirportCode.Parse("ZRH"), "T0", FlightNumber.Parse("T0101A"), new DateOnly(2026, 1, 1), Cabin.Business, null, 8,
            BoardingPassDetails.Of(TicketNumber.Of("901", 42), "T0", "1PC"));

        var read = Parse(new BoardingPassCode("A/B", [leg]).ToString()).Legs[0];

        Assert.Equal(("INF", "0101A", 1, 'C', "901", "0000000042"), (read.Seat, read.FlightNumber, read.DayOfYear, read.Compartment, read.Details?.AirlineNumber, read.Details?.Document));
    }

    [Fact]
    public void Whatever_is_written_is_read_back() => Gen.Select(SomeLeg.Array[1, 4], SomeIssue.Null(), Gen.Bool, Gen.String[Gen.Char["ABC123"], 0, 100]).Sample((legs, issue, electronic, security) =>
    {
        var text = new BoardingPassCode("A/B", legs, issue, electronic, Security: security).ToString();
        var read = Parse(text);
        Assert.Equal(text, read.ToString());
        Assert.Equal(legs, read.Legs);
    });

    [Fact]
    public void Whatever_is_scanned_is_read_or_refused() => Gen.Select(Gen.Int[0, TwoFlights.Length - 1], Gen.Char, Gen.Int[0, TwoFlights.Length]).Sample((at, letter, length) =>
    {
        var torn = string.Concat(TwoFlights.AsSpan(0, at), letter.ToString(), TwoFlights.AsSpan(at + 1))[..length];
        if (BoardingPassCode.TryParse(torn, out var code)) Assert.InRange(code.Legs.Count, 1, BoardingPassCode.MostLegs);
    });

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("M1DESMARAIS/LUC")]
    [InlineData("X1DESMARAIS/LUC       EABC123 YULFRAAC 0834 226F001A0025 100")]
    [InlineData("M0DESMARAIS/LUC       EABC123 YULFRAAC 0834 226F001A0025 100")]
    [InlineData("M2DESMARAIS/LUC       EABC123 YULFRAAC 0834 226F001A0025 100")]
    [InlineData("M1DESMARAIS/LUC       EABC123 YULFRAAC 0834 367F001A0025 100")]
    [InlineData("M1DESMARAIS/LUC       EABC123 YULFRAAC 0834 226F001A0025 107>60000")]
    [InlineData("M1DESMARAIS/LUC       EABC123 YULFRAAC 0834 226F001A0025 106>60000X")]
    public void What_is_no_boarding_pass_is_not_read(string? text) => Assert.False(BoardingPassCode.TryParse(text, out _));

    [Fact]
    public void A_code_without_optional_fields_comes_back_too()
    {
        const string Bare = "M1DESMARAIS/LUC       EABC123 YULFRAAC 0834 226F001A0025 100";
        Assert.Equal(Bare, Parse(Bare).ToString());
    }

    [Theory]
    [InlineData("Smith", "Anna", "SMITH/ANNA")]
    [InlineData("Smith", "Bartholomew Christopher", "SMITH/BARTHOLOMEW CH")]
    [InlineData("Wolfeschlegelsteinhausen", "Hubert", "WOLFESCHLEGELSTEIN/H")]
    [InlineData("Papadopoulos Andreou", "Maria", "PAPADOPOULOS ANDRE/M")]
    [InlineData("Wolfeschlegelsteinhausen", null, "WOLFESCHLEGELSTEINHA")]
    [InlineData("Suharto", null, "SUHARTO")]
    public void A_long_name_keeps_a_letter_of_the_given_name(string family, string? given, string name) =>
        Assert.Equal(name, BoardingPassCode.NameOf(TicketName.Of(family, given).Value!));

    [Fact]
    public void A_day_of_issue_is_the_last_digit_of_its_year_and_its_number() => Assert.Equal("6225", BoardingPassIssue.DayOf(new DateOnly(2016, 8, 12)));

    private static BoardingPassCode Parse(string text) => BoardingPassCode.TryParse(text, out var code) ? code : throw new FormatException(text);
}
