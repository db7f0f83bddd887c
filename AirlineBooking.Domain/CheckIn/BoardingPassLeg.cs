using System.Globalization;
using System.Text;
using AirlineBooking.Domain.Bookings;
using AirlineBooking.Domain.Kernel;
using AirlineBooking.Domain.Seats;

namespace AirlineBooking.Domain.CheckIn;

/// <summary>One flight of a boarding pass. Texts are as the standard has them, without the spaces behind.</summary>
/// <param name="Locator">Booking reference of the operating carrier.</param>
/// <param name="From">Airport of departure.</param>
/// <param name="To">Airport of arrival.</param>
/// <param name="Carrier">Designator of the operating carrier.</param>
/// <param name="FlightNumber">Four digits, perhaps a suffix letter: 0834.</param>
/// <param name="DayOfYear">Day of departure, 1 to 366, at the airport.</param>
/// <param name="Compartment">F, C, W or Y.</param>
/// <param name="Seat">Three digits and a letter; INF for an infant on a lap.</param>
/// <param name="Sequence">Number in the order of check-in, four digits.</param>
/// <param name="Status">0 not checked in, 1 checked in, 3 checked in with baggage.</param>
/// <param name="Details">Ticket, frequent flyer and baggage, when they are told.</param>
/// <param name="AirlineData">What the airline adds for itself.</param>
public sealed record BoardingPassLeg(
    string Locator, AirportCode From, AirportCode To, string Carrier, string FlightNumber, int DayOfYear, char Compartment, string Seat, string Sequence, char Status,
    BoardingPassDetails? Details = null, string AirlineData = "")
{
    public const char IsCheckedIn = '1';
    public const int HighestSequence = 9999;

    private const string Infant = "INF";
    private const int DaysOfLeapYear = 366;

    /// <summary>A flight that a passenger is checked in for. Who has no seat sits on a lap.</summary>
    public static BoardingPassLeg Of(
        RecordLocator locator, AirportCode from, AirportCode to, string operatingCarrier, FlightNumber flight, DateOnly localDate, Cabin cabin, SeatNumber? seat, int sequence,
        BoardingPassDetails? details = null) => new(
            locator.ToString(), from, to, operatingCarrier,
            string.Create(CultureInfo.InvariantCulture, $"{flight.Number:D4}{flight.Suffix}"),
            localDate.DayOfYear,
            cabin switch { Cabin.Economy => 'Y', Cabin.PremiumEconomy => 'W', Cabin.Business => 'C', Cabin.First => 'F' },
            seat is { } own ? string.Create(CultureInfo.InvariantCulture, $"{own.Row:D3}{own.Letter}") : Infant,
            sequence.ToString("D4", CultureInfo.InvariantCulture),
            IsCheckedIn,
            details);

    internal void AppendMandatory(StringBuilder text) => text
        .Append(BoardingPassCode.Field(Locator, 7)).Append(From).Append(To).Append(BoardingPassCode.Field(Carrier, 3))
        .Append(BoardingPassCode.Field(FlightNumber, 5)).Append(DayOfYear.ToString("D3", CultureInfo.InvariantCulture)).Append(Compartment)
        .Append(BoardingPassCode.Field(Seat, 4)).Append(BoardingPassCode.Field(Sequence, 5)).Append(Status);

    internal static BoardingPassLeg? Read(BoardingPassReader reader)
    {
        var (locator, from, to) = (reader.Take(7).TrimEnd(), reader.Take(3), reader.Take(3));
        var (carrier, number, day) = (reader.Take(3).TrimEnd(), reader.Take(5).TrimEnd(), reader.Take(3));
        var (compartment, seat, sequence, status) = (reader.Take(1), reader.Take(4).TrimEnd(), reader.Take(5).TrimEnd(), reader.Take(1));
        if (reader.Failed || !AirportCode.TryParse(from, out var origin) || !AirportCode.TryParse(to, out var destination)) return null;
        return int.TryParse(day, NumberStyles.None, CultureInfo.InvariantCulture, out var dayOfYear) && dayOfYear is >= 1 and <= DaysOfLeapYear
            ? new BoardingPassLeg(locator, origin, destination, carrier, number, dayOfYear, compartment[0], seat, sequence, status[0])
            : null;
    }
}

/// <summary>What a boarding pass may add to a flight: ticket, frequent flyer number, free baggage.</summary>
/// <param name="AirlineNumber">Three digits of the airline whose ticket it is.</param>
/// <param name="Document">Ten digits of the ticket.</param>
/// <param name="Selectee">Kind of screening, or a space.</param>
/// <param name="DocumentCheck">Whether travel documents have to be looked at: 0 no need, 1 needed, 2 done, or a space.</param>
/// <param name="MarketingCarrier">Designator of the carrier that sold the flight.</param>
/// <param name="FrequentFlyerCarrier">Designator of the carrier whose programme it is.</param>
/// <param name="FrequentFlyerNumber">The number there.</param>
/// <param name="Discount">Kind of staff discount, or a space.</param>
/// <param name="FreeBaggage">20K or 2PC.</param>
/// <param name="FastTrack">Y, N or a space.</param>
public sealed record BoardingPassDetails(
    string AirlineNumber, string Document, char Selectee = ' ', char DocumentCheck = ' ', string MarketingCarrier = "", string FrequentFlyerCarrier = "",
    string FrequentFlyerNumber = "", char Discount = ' ', string FreeBaggage = "", char FastTrack = ' ')
{
    private const int Length = 42;

    /// <summary>The ticket of a flight, and what goes with it.</summary>
    public static BoardingPassDetails Of(TicketNumber ticket, string marketingCarrier, string freeBaggage = "") =>
        new(ticket.Prefix, ticket.Serial.ToString("D10", CultureInfo.InvariantCulture), MarketingCarrier: marketingCarrier, FreeBaggage: freeBaggage);

    public override string ToString() => string.Concat(
        $"{BoardingPassCode.Field(AirlineNumber, 3)}{BoardingPassCode.Field(Document, 10)}{Selectee}{DocumentCheck}",
        $"{BoardingPassCode.Field(MarketingCarrier, 3)}{BoardingPassCode.Field(FrequentFlyerCarrier, 3)}{BoardingPassCode.Field(FrequentFlyerNumber, 16)}",
        $"{Discount}{BoardingPassCode.Field(FreeBaggage, 3)}{FastTrack}");

    internal static BoardingPassDetails? Read(BoardingPassReader variable)
    {
        if (variable.AtEnd) return null;
        var text = variable.TakeSized();
        if (text.Length is 0 or > Length) return null;
        // A sender may leave off what is empty at the end.
        var fields = new BoardingPassReader(text.PadRight(Length));
        return new BoardingPassDetails(
            fields.Take(3).TrimEnd(), fields.Take(10).TrimEnd(), fields.Take(1)[0], fields.Take(1)[0], fields.Take(3).TrimEnd(), fields.Take(3).TrimEnd(),
            fields.Take(16).TrimEnd(), fields.Take(1)[0], fields.Take(3).TrimEnd(), fields.Take(1)[0]);
    }
}

/// <summary>Reads a text field by field and remembers when it was too short.</summary>
internal sealed class BoardingPassReader(string text)
{
    private int _at;

    public bool Failed { get; private set; }

    public bool AtEnd => _at == text.Length;

    public int Left => text.Length - _at;

    public string Rest => text[_at..];

    public string Take(int length)
    {
        if (Failed || _at + length > text.Length)
        {
            Failed = true;
            return "";
        }
        _at += length;
        return text.Substring(_at - length, length);
    }

    public bool Skip(char letter)
    {
        if (AtEnd || text[_at] != letter) return false;
        _at++;
        return true;
    }

    /// <summary>A field that says its length itself, in two hexadecimal digits.</summary>
    public string TakeSized()
    {
        if (int.TryParse(Take(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var size)) return Take(size);
        Failed = true;
        return "";
    }
}
