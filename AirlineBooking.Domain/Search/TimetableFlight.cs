using AirlineBooking.Domain.Flights;
using AirlineBooking.Domain.Kernel;

namespace AirlineBooking.Domain.Search;

/// <summary>One flight of a timetable, by its place in it. It is read from the columns, so it costs nothing to make.</summary>
public readonly struct TimetableFlight(Timetable timetable, int index)
{
    /// <summary>The flight's place in this timetable; another timetable counts anew.</summary>
    public int Index => index;
    public FlightId Id => new(timetable.Ids[index]);
    public FlightNumber FlightNumber => new(timetable.Names[timetable.Carriers[index]], timetable.Numbers[index], timetable.Names[timetable.Suffixes[index]]);
    public string OperatingCarrier => timetable.Names[timetable.OperatingCarriers[index]];
    public string Aircraft => timetable.Names[timetable.Aircraft[index]];
    public int Seats => timetable.Seats[index];

    /// <summary>Places in <see cref="Timetable.Airports"/>.</summary>
    public int OriginIndex => timetable.Origins[index];
    public int DestinationIndex => timetable.Destinations[index];
    public Airport Origin => timetable.Airports[OriginIndex];
    public Airport Destination => timetable.Airports[DestinationIndex];

    public DateTimeOffset DepartsAt => TimetableMinutes.ToInstant(timetable.Times[index].Departs);
    public DateTimeOffset ArrivesAt => TimetableMinutes.ToInstant(timetable.Times[index].Arrives);
    public DateTime DepartsLocal => TimetableMinutes.ToLocal(timetable.Times[index].Departs + timetable.DepartureOffsets[index]);
    public DateTime ArrivesLocal => TimetableMinutes.ToLocal(timetable.Times[index].Arrives + timetable.ArrivalOffsets[index]);

    /// <summary>The date of departure, local at the origin.</summary>
    public DateOnly Date => TimetableMinutes.ToDate(timetable.Days[index]);
    public TimeSpan Duration => TimeSpan.FromMinutes(timetable.Times[index].Arrives - timetable.Times[index].Departs);

    /// <summary>The leg on which its passengers stay on board, or none.</summary>
    public int? ContinuesAs => timetable.Next[index] is var next and >= 0 ? next : null;

    /// <summary>True when both ends are in one country.</summary>
    public bool IsDomestic => timetable.Countries[OriginIndex] == timetable.Countries[DestinationIndex];

    /// <summary>Which ladder of <see cref="Timetable.Limits"/> the cabin sells by.</summary>
    public int LadderOf(Cabin cabin) => timetable.Selling[(int)cabin][index].Ladder;

    public int SoldIn(Cabin cabin) => timetable.SoldIn(index, cabin);
}
