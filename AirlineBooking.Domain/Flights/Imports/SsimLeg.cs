using System.Globalization;
using AirlineBooking.Domain.Kernel;

namespace AirlineBooking.Domain.Flights;

/// <summary>What one flight leg record says: a leg over a period and its days, in the carrier's time mode. Day offsets count from the first leg's date.</summary>
internal sealed record SsimLeg(SsimRecord Record)
{
    // Cargo, mail, positioning, training and the like: nobody buys a seat on them.
    private const string TypesWithoutPassengers = "AFHMVPKTXDWI";

    public required int Number { get; init; }
    public required string Suffix { get; init; }
    public required int Sequence { get; init; }
    public required DateOnly From { get; init; }
    public required DateOnly? To { get; init; }
    public required OperatingDays Days { get; init; }
    public required int EveryWeeks { get; init; }
    public required AirportCode Origin { get; init; }
    public required AirportCode Destination { get; init; }
    public required SsimTime Departs { get; init; }
    public required SsimTime Arrives { get; init; }
    public required string AircraftIata { get; init; }

    /// <summary>The sum of the cabins of the configuration, C24Y138; 0 when it says nothing.</summary>
    public required int Seats { get; init; }
    public string? DepartureTerminal { get; init; }
    public string? ArrivalTerminal { get; init; }

    public int Line => Record.Line;

    public static SsimLeg? Read(SsimRecord record, SsimCarrier carrier, out string reason)
    {
        reason = "";
        if (!record.Field(3, 5).Equals(carrier.Airline, StringComparison.OrdinalIgnoreCase)) return No($"the leg is of '{record.Field(3, 5)}' and the schedule of {carrier.Airline}", out reason);
        if (!TryNumber(record, out var number)) return No($"'{record.Field(6, 9)}' is not a flight number", out reason);
        if (!SsimRecord.TryWhole(record.Field(12, 13), out var sequence) || sequence < 1) return No($"the leg sequence '{record.Field(12, 13)}' is not a number", out reason);
        if (TypesWithoutPassengers.Contains(record.At(14), StringComparison.OrdinalIgnoreCase)) return No($"service type {record.At(14)} carries no passengers", out reason);
        if (!SsimRecord.TryDate(record.Field(15, 21), out var from)) return No($"'{record.Field(15, 21)}' is not a date like 29MAR26", out reason);
        if (!SsimRecord.TryEnd(record.Field(22, 28), out var to)) return No($"'{record.Field(22, 28)}' is not a date like 24OCT26", out reason);
        if (to < from) return No("the period ends before it begins", out reason);
        if (!TryDays(record, out var days)) return No($"the days of operation '{record.Text.Substring(28, 7)}' are not like '1 3 5 7'", out reason);
        if (record.At(36) is not (' ' or '0' or '1' or '2')) return No($"the frequency rate '{record.At(36)}' is not 2", out reason);
        if (!AirportCode.TryParse(record.Field(37, 39), out var origin)) return No($"'{record.Field(37, 39)}' is not an airport", out reason);
        if (!AirportCode.TryParse(record.Field(55, 57), out var destination)) return No($"'{record.Field(55, 57)}' is not an airport", out reason);
        if (origin == destination) return No($"the leg goes from {origin} to {origin}", out reason);
        if (SsimTime.Read(record, passengers: 40, aircraft: 44, variation: 48, dateVariation: 193) is not { } departs) return No($"the departure time '{record.Field(40, 43)}' with UTC variation '{record.Field(48, 52)}' and date variation '{record.At(193)}' cannot be read", out reason);
        if (SsimTime.Read(record, passengers: 62, aircraft: 58, variation: 66, dateVariation: 194) is not { } arrives) return No($"the arrival time '{record.Field(62, 65)}' with UTC variation '{record.Field(66, 70)}' and date variation '{record.At(194)}' cannot be read", out reason);
        var seats = SeatsOf(record.Field(173, 192));
        if (seats > FlightsFile.MostSeats) return No($"the configuration '{record.Field(173, 192)}' has more than {FlightsFile.MostSeats} seats", out reason);
        return new SsimLeg(record)
        {
            Number = number, Suffix = record.Field(2, 2), Sequence = sequence, From = from, To = to, Days = days, EveryWeeks = record.At(36) == '2' ? 2 : 1,
            Origin = origin, Destination = destination, Departs = departs, Arrives = arrives, AircraftIata = record.Field(73, 75), Seats = seats,
            DepartureTerminal = Text(record.Field(53, 54)), ArrivalTerminal = Text(record.Field(71, 72)),
        };
    }

    private static SsimLeg? No(string because, out string reason)
    {
        reason = because;
        return null;
    }

    private static string? Text(string field) => field.Length == 0 ? null : field;

    private static bool TryNumber(SsimRecord record, out int number) =>
        SsimRecord.TryWhole(record.Field(6, 9), out number) && number > 0 && (record.At(2) == ' ' || char.IsAsciiLetterUpper(record.At(2)));

    // Each day stands on its own position, Monday first.
    private static bool TryDays(SsimRecord record, out OperatingDays days)
    {
        days = OperatingDays.None;
        for (var day = 1; day <= 7; day++)
        {
            var at = record.At(28 + day);
            if (at == ' ') continue;
            if (at - '0' != day) return false;
            days |= (OperatingDays)(1 << (day - 1));
        }
        return days != OperatingDays.None;
    }

    // C24Y138 are 162 seats; LL and PP with a number are containers and pallets.
    private static int SeatsOf(string configuration)
    {
        var seats = 0;
        for (var at = 0; at < configuration.Length;)
        {
            var letters = at;
            while (at < configuration.Length && char.IsAsciiLetter(configuration[at])) at++;
            var digits = at;
            while (at < configuration.Length && char.IsAsciiDigit(configuration[at])) at++;
            if (digits - letters == 1 && at > digits) seats += int.Parse(configuration.AsSpan(digits, Math.Min(at - digits, 4)), CultureInfo.InvariantCulture);
            if (at == letters) at++;
        }
        return seats;
    }
}

/// <summary>A time of a leg in the file's mode, days after the first leg's date, and how far the file says the wall is ahead of UTC.</summary>
internal readonly record struct SsimTime(TimeOnly Time, int DayOffset, TimeSpan? Variation)
{
    private const string DayBefore = "A";

    /// <summary>The passengers' time counts; where it is blank, the aircraft's.</summary>
    public static SsimTime? Read(SsimRecord record, int passengers, int aircraft, int variation, int dateVariation)
    {
        var text = record.Field(passengers, passengers + 3) is { Length: > 0 } told ? told : record.Field(aircraft, aircraft + 3);
        if (text.Length != 4 || !SsimRecord.TryWhole(text, out var clock) || clock % 100 > 59 || clock > 2400) return null;
        if (!TryDayOffset(record.Field(dateVariation, dateVariation), out var days)) return null;
        if (!TryVariation(record.Field(variation, variation + 4), out var ahead)) return null;
        // Midnight may be told as the end of a day.
        return clock == 2400 ? new SsimTime(TimeOnly.MinValue, days + 1, ahead) : new SsimTime(new TimeOnly(clock / 100, clock % 100), days, ahead);
    }

    private static bool TryDayOffset(string text, out int days)
    {
        days = text == DayBefore ? -1 : 0;
        return text is "" or DayBefore || (SsimRecord.TryWhole(text, out days) && days <= 7);
    }

    private static bool TryVariation(string text, out TimeSpan? ahead)
    {
        ahead = null;
        if (text.Length == 0) return true;
        if (text.Length != 5 || text[0] is not ('+' or '-') || !SsimRecord.TryWhole(text.AsSpan(1), out var clock) || clock % 100 > 59) return false;
        var value = new TimeSpan(clock / 100, clock % 100, 0);
        ahead = text[0] == '-' ? -value : value;
        return true;
    }
}
