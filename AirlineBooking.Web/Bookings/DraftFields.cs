using System.Globalization;
using AirlineBooking.Domain.Bookings;
using AirlineBooking.Web.Ui;

namespace AirlineBooking.Web.Bookings;

/// <summary>The passengers' form: names of its fields, and what was typed into them. Nothing typed is ever lost.</summary>
internal static class DraftFields
{
    public const string Email = "email", Phone = "phone", RemindByEmail = "remind-email", RemindBySms = "remind-sms";
    public const string Given = "given", Family = "family", TicketGiven = "ticket-given", TicketFamily = "ticket-family", Day = "day", Month = "month", Year = "year", Gender = "gender";
    public const string FrequentFlyer = "frequent", Assistance = "assistance", Lap = "lap";

    private const int LongestText = 120;

    /// <summary>The name of a passenger's field: p0-given.</summary>
    public static string Of(int passenger, string field) => string.Create(CultureInfo.InvariantCulture, $"p{passenger}-{field}");

    /// <summary>The id of the field that a problem is about: passengers-0-bornOn, document-0-number.</summary>
    public static string IdOf(string place) => place.Split('/', StringSplitOptions.RemoveEmptyEntries) switch
    {
        ["passengers", var number, "document", var field] when int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var passenger) => DocumentFields.Field(passenger, field),
        var parts => string.Join('-', parts),
    };

    public static DraftForm Read(IFormCollection form, DraftForm known)
    {
        string Text(string name) => form[name].ToString() is var text && text.Length > LongestText ? text[..LongestText].Trim() : text.Trim();
        var passengers = known.Passengers.Select((passenger, i) => passenger with
        {
            GivenName = Text(Of(i, Given)),
            FamilyName = Text(Of(i, Family)),
            TicketGivenName = Text(Of(i, TicketGiven)),
            TicketFamilyName = Text(Of(i, TicketFamily)),
            Day = Text(Of(i, Day)),
            Month = Text(Of(i, Month)),
            Year = Text(Of(i, Year)),
            Gender = Text(Of(i, Gender)),
            FrequentFlyer = Text(Of(i, FrequentFlyer)),
            Assistance = [.. form[Of(i, Assistance)].OfType<string>().Where(code => AssistanceCode.TryParse(code, out _)).Distinct().Take(AssistanceCode.All.Count)],
            InfantOf = Text(Of(i, Lap)),
            Document = DocumentFields.Read(form, i),
        });
        return new DraftForm([.. passengers], new DraftContact
        {
            Email = Text(Email), Phone = Text(Phone), RemindByEmail = form.ContainsKey(RemindByEmail), RemindBySms = form.ContainsKey(RemindBySms),
        });
    }

    /// <summary>How a passenger's ticket will read, and whether the passport's own spelling is needed for it.</summary>
    public static TicketPreview PreviewOf(DraftPassenger passenger)
    {
        if (passenger.GivenName.Length + passenger.FamilyName.Length == 0) return new TicketPreview(null, false);
        var name = TicketName.Of(passenger.FamilyName, passenger.GivenName, passenger.TicketFamilyName, passenger.TicketGivenName);
        var needsSpelling = name.Refusal is NameRefusal.SpellingNeeded or NameRefusal.SpellingNotLatin || passenger.TicketGivenName.Length + passenger.TicketFamilyName.Length > 0;
        return new TicketPreview(name.Value is { } spelled ? string.Join(" / ", new[] { spelled.Family, spelled.Given }.Where(part => part.Length > 0)) : null, needsSpelling);
    }
}

/// <summary>How a ticket will read.</summary>
public sealed record TicketPreview(string? Ticket, bool NeedsSpelling);
