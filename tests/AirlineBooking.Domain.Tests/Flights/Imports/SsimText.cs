using System.Globalization;
using System.Text;

namespace AirlineBooking.Domain.Tests.Flights.Imports;

/// <summary>Writes a schedule message record by record, each field at its position.</summary>
internal sealed class SsimText
{
    private readonly List<char[]> _records = [];
    private string _airline = "XB";

    public int Serial { get; set; }

    public static SsimText Begin() => new SsimText().Add(record => Put(record, 1, "1AIRLINE STANDARD SCHEDULE DATA SET"));

    public static SsimText Begin(char mode, string from, string to, string airline = "XB") => Begin().Carrier(mode, from, to, airline);

    public SsimText Carrier(char mode, string from, string to, string airline = "XB") => Add(record =>
    {
        _airline = airline;
        Put(record, 1, $"2{mode}{airline}");
        Put(record, 11, "S26");
        Put(record, 15, from);
        Put(record, 22, to);
    });

    public SsimText Leg(SsimTextLeg leg) => Add(record =>
    {
        Put(record, 1, $"3{leg.Suffix}{_airline}");
        Put(record, 6, leg.Number.ToString(CultureInfo.InvariantCulture).PadLeft(4));
        Put(record, 10, leg.Variation + leg.Sequence.ToString("00", CultureInfo.InvariantCulture) + leg.ServiceType);
        Put(record, 15, leg.From + leg.To + leg.Days + leg.Frequency);
        Put(record, 37, leg.Origin + leg.Departs + leg.Departs + leg.DepartureVariation);
        Put(record, 55, leg.Destination + leg.Arrives + leg.Arrives + leg.ArrivalVariation);
        Put(record, 73, leg.Aircraft);
        Put(record, 76, "CDYBHKMQVS");
        Put(record, 173, leg.Configuration);
        Put(record, 193, leg.DateVariation);
    });

    public SsimText Segment(SsimTextLeg leg, string airports) => Add(record =>
    {
        Put(record, 1, $"4{leg.Suffix}{_airline}");
        Put(record, 6, leg.Number.ToString(CultureInfo.InvariantCulture).PadLeft(4));
        Put(record, 10, leg.Variation + leg.Sequence.ToString("00", CultureInfo.InvariantCulture) + leg.ServiceType);
        Put(record, 29, "AB050" + airports);
    });

    public SsimText Padding(char with = '0')
    {
        _records.Add(new string(with, 200).ToCharArray());
        return this;
    }

    public SsimText Trailer(char end = 'E', int? check = null, string? airline = null) => Add(record =>
    {
        Put(record, 1, $"5 {airline ?? _airline}");
        Put(record, 188, (check ?? Serial - 1).ToString("000000", CultureInfo.InvariantCulture));
        Put(record, 194, end.ToString());
    });

    public string End(string lineEnd = "\n") => _records.Aggregate(new StringBuilder(), (text, record) => text.Append(record).Append(lineEnd)).ToString();

    private SsimText Add(Action<char[]> write)
    {
        var record = new string(' ', 200).ToCharArray();
        Serial++;
        write(record);
        Put(record, 195, Serial.ToString("000000", CultureInfo.InvariantCulture));
        _records.Add(record);
        return this;
    }

    private static void Put(char[] record, int position, string text) => text.CopyTo(0, record, position - 1, text.Length);
}

/// <summary>One leg of a message; what is not said is a daily flight from London to Frankfurt.</summary>
internal sealed record SsimTextLeg
{
    public int Number { get; init; } = 201;
    public char Suffix { get; init; } = ' ';
    public string Variation { get; init; } = "01";
    public int Sequence { get; init; } = 1;
    public char ServiceType { get; init; } = 'J';
    public string From { get; init; } = "01DEC26";
    public string To { get; init; } = "07DEC26";
    public string Days { get; init; } = "1234567";
    public char Frequency { get; init; } = ' ';
    public string Origin { get; init; } = "LHR";
    public string Departs { get; init; } = "0905";
    public string DepartureVariation { get; init; } = "+0000";
    public string Destination { get; init; } = "FRA";
    public string Arrives { get; init; } = "1135";
    public string ArrivalVariation { get; init; } = "+0100";
    public string Aircraft { get; init; } = "320";
    public string Configuration { get; init; } = "C24Y138";
    public string DateVariation { get; init; } = "00";
}
