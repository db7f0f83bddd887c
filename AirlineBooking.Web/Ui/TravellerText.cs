using AirlineBooking.Domain.Bookings;

namespace AirlineBooking.Web.Ui;

/// <summary>How the people of a trip are called.</summary>
internal static class TravellerText
{
    /// <summary>As they typed it.</summary>
    public static string Shown(this Traveller traveller) => $"{traveller.GivenName} {traveller.FamilyName}".Trim();

    /// <summary>As the ticket spells it: MULLER / ZOE.</summary>
    public static string OnTicket(this Traveller traveller) => string.Join(" / ", new[] { traveller.TicketFamilyName, traveller.TicketGivenName }.Where(part => part.Length > 0));

    /// <summary>901 2400178312</summary>
    public static string Shown(this TicketNumber ticket) => $"{ticket.Prefix} {ticket.ToString()[ticket.Prefix.Length..].TrimStart('-', ' ')}";
}
