using System.Globalization;
using System.Text;

namespace AirlineBooking.Domain.Flights;

/// <summary>The schedule of one carrier in a message: its record 2, and the legs under it with their line.</summary>
internal sealed record SsimCarrier(string Airline, bool InUtc, DateOnly From, DateOnly? To, int Line)
{
    public List<SsimRecord> Legs { get; } = [];
}

/// <summary>Reads the frame of a schedule message: which records stand where, whether none is missing. What the legs say is read elsewhere.</summary>
internal sealed class SsimFile(bool withoutTrailer, Action<ImportProblem> report)
{
    public const int MostRecords = 2_000_000;

    private readonly List<SsimCarrier> _carriers = [];
    private SsimRecord? _before;
    private SsimCarrier? _open;
    private SsimRecord? _leg;
    private char _endCode;

    /// <summary>The carriers, or null when the file is refused; why was reported.</summary>
    public IReadOnlyList<SsimCarrier>? Read(Stream content, out ImportRefusal refusal)
    {
        refusal = ImportRefusal.NotWellFormed;
        using var text = new StreamReader(content, Encoding.Latin1);
        var line = 0;
        while (text.ReadLine() is { } read)
        {
            line++;
            if (SsimRecord.IsPadding(read)) continue;
            if (line > MostRecords)
            {
                refusal = ImportRefusal.TooManyRows;
                return null;
            }
            if (read.Length != SsimRecord.Length) return Malformed(line, $"the record has {read.Length} characters instead of {SsimRecord.Length}");
            var record = new SsimRecord(read, line);
            if (Misplaced(record) is { } reason) return Malformed(line, reason);
            _before = record;
        }
        if (_before is null) return Malformed(line, "there is no record in the file");
        if (_carriers.Count == 0) return Malformed(line, "there is no carrier record (type 2) in the file");
        if (withoutTrailer || (_open is null && _endCode != 'C')) return _carriers;
        report(new ImportProblem(line, _open is null ? "the trailer says that another carrier follows (C), and none does" : $"the schedule of {_open.Airline} has no trailer record (type 5)"));
        refusal = ImportRefusal.TrailerMissing;
        return null;
    }

    private IReadOnlyList<SsimCarrier>? Malformed(int line, string reason)
    {
        report(new ImportProblem(line, reason));
        return null;
    }

    private string? Misplaced(SsimRecord record)
    {
        if (WrongSerial(record) is { } wrong) return wrong;
        if ((_before is null) != (record.Type == SsimRecord.Header)) return _before is null ? "the first record is not a header (type 1)" : "a second header (type 1)";
        switch (record.Type)
        {
            case SsimRecord.Header:
                return null;
            case SsimRecord.Carrier:
                return Open(record);
            case SsimRecord.Leg:
                if (_open is null) return "a flight leg (type 3) stands outside of a carrier's schedule";
                _open.Legs.Add(record);
                _leg = record;
                return null;
            case SsimRecord.Segment:
                // What a segment adds (meals, codes of partners) is not sold here, but it must belong to the leg above it.
                if (_leg is not { } leg || !leg.Text.AsSpan(1, 10).SequenceEqual(record.Text.AsSpan(1, 10)))
                {
                    report(new ImportProblem(record.Line, "the segment (type 4) does not belong to the flight leg above it") { IsRemark = true });
                }
                return null;
            case SsimRecord.Trailer:
                return Close(record);
            default:
                return $"'{record.Type}' is not a type of record";
        }
    }

    private string? WrongSerial(SsimRecord record)
    {
        if (record.Serial is not { } serial) return $"the serial number '{record.Field(195, 200)}' is not a number";
        var expected = _before?.Serial is { } before ? before % SsimRecord.LastSerial + 1 : 1;
        // Each carrier's schedule may count from 2 again, as if it followed the header.
        if (serial == expected || (serial == 2 && record.Type == SsimRecord.Carrier)) return null;
        return string.Create(CultureInfo.InvariantCulture, $"the serial number is {serial:000000} instead of {expected:000000}");
    }

    private string? Open(SsimRecord record)
    {
        if (_open is not null && !withoutTrailer) return $"the schedule of {_open.Airline} has no trailer record (type 5) before the next carrier";
        var airline = record.Field(3, 5);
        if (airline.Length != Flight.CarrierLength || !airline.All(char.IsAsciiLetterOrDigit)) return $"'{airline}' is not a carrier of two letters or digits";
        if (record.At(2) is not ('L' or 'U')) return $"the time mode '{record.At(2)}' is neither L (local) nor U (UTC)";
        if (!SsimRecord.TryDate(record.Field(15, 21), out var from)) return $"the period begins on '{record.Field(15, 21)}', which is not a date like 29MAR26";
        if (!SsimRecord.TryEnd(record.Field(22, 28), out var to)) return $"the period ends on '{record.Field(22, 28)}', which is not a date like 24OCT26";
        if (to < from) return "the period ends before it begins";
        _open = new SsimCarrier(airline.ToUpperInvariant(), record.At(2) == 'U', from, to, record.Line);
        _carriers.Add(_open);
        _leg = null;
        return null;
    }

    private string? Close(SsimRecord record)
    {
        if (_open is null) return "a trailer (type 5) stands outside of a carrier's schedule";
        if (!record.Field(3, 5).Equals(_open.Airline, StringComparison.OrdinalIgnoreCase)) return $"the trailer is of '{record.Field(3, 5)}' and the schedule of {_open.Airline}";
        if (!SsimRecord.TryWhole(record.Field(188, 193), out var check) || check != _before?.Serial)
        {
            return string.Create(CultureInfo.InvariantCulture, $"the trailer counts to '{record.Field(188, 193)}' and the record before it is {_before?.Serial:000000}");
        }
        _endCode = record.At(194);
        if (_endCode is not ('C' or 'E' or ' ')) return $"the end code '{_endCode}' is neither C nor E";
        (_open, _leg) = (null, null);
        return null;
    }
}
