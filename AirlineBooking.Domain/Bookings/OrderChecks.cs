using AirlineBooking.Domain.Fares;
using AirlineBooking.Domain.Kernel;

namespace AirlineBooking.Domain.Bookings;

/// <summary>All that can be wrong with the passengers and the contact of an order, each with its place and a sentence.</summary>
public static class OrderChecks
{
    private const int MostDaysOfADocument = 366 * 20;

    private static readonly string[] Titles = ["mr", "mrs", "ms", "miss", "mx", "dr"];
    private static readonly string[] Genders = ["f", "m", "x", "u"];
    private static readonly string[] Documents = ["passport", "identity_card"];

    /// <summary>Everything that is wrong, passengers first, in their order.</summary>
    public static IReadOnlyList<OrderProblem> Problems(BookingOrder order, Offer offer)
    {
        var problems = new List<OrderProblem>();
        var dates = offer.Slices.SelectMany(slice => slice.Segments).Select(segment => DateOnly.FromDateTime(segment.DepartingAt)).ToList();
        AddPartyProblems(problems, order, offer);
        for (var i = 0; i < order.Passengers.Count; i++) AddPassengerProblems(problems, $"/passengers/{i}", order.Passengers[i], dates[^1]);
        foreach (var wrong in PassengerChecks.Check(ToCheck(order), dates)) problems.Add(new(wrong.Place, CodeOf(wrong.Refusal), WordsOf(wrong, dates)));
        AddContactProblems(problems, order.Contact);
        return problems;
    }

    /// <summary>The ticket's spelling of a passenger's names, which were found to have one.</summary>
    internal static (string Given, string Family) TicketNamesOf(PassengerOrder passenger)
    {
        var name = TicketName.Of(passenger.FamilyName, passenger.GivenName, passenger.TicketFamilyName, passenger.TicketGivenName).Value
            ?? throw new InvalidOperationException("A name without a ticket spelling was not refused.");
        return (name.Given, name.Family);
    }

    /// <summary>What is wrong with an e-mail address, a telephone number and reminders.</summary>
    public static void AddContactProblems(List<OrderProblem> problems, ContactOrder contact)
    {
        if (!EmailAddress.TryParse(contact.Email, out _)) problems.Add(new("/contact/email", "email_invalid", contact.Email.Length == 0 ? "Give an e-mail address." : "This is not an e-mail address we can write to, such as name@example.com."));
        if (contact.Phone is { Length: > 0 } phone && !PhoneNumber.TryParse(phone, out _)) problems.Add(new("/contact/phone", "phone_invalid", "Give the number with its country, such as +44 20 7946 0958."));
        if (contact.RemindBySms && string.IsNullOrEmpty(contact.Phone)) problems.Add(new("/contact/phone", "phone_required", "A reminder by SMS needs a telephone number."));
        if (contact.Language.Length is 0 or > Contact.LanguageLength) problems.Add(new("/contact/language", "language_invalid", "Give a language such as en or en-GB."));
    }

    private static void AddPartyProblems(List<OrderProblem> problems, BookingOrder order, Offer offer)
    {
        foreach (var type in Enum.GetValues<PassengerType>())
        {
            var (asked, priced) = (order.Passengers.Count(one => one.Type == type), offer.Passengers.Count(one => one.Type == type));
            if (asked != priced) problems.Add(new("/passengers", "passengers_differ", $"The offer is for {priced} of type {type.ToString().ToLowerInvariant()}, and {asked} are given."));
        }
        var references = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < order.Passengers.Count; i++)
        {
            if (order.Passengers[i].Reference is { } reference && !references.Add(reference)) problems.Add(new($"/passengers/{i}/id", "reference_repeated", "Another passenger has the same id."));
        }
    }

    private static void AddPassengerProblems(List<OrderProblem> problems, string place, PassengerOrder passenger, DateOnly lastFlight)
    {
        if (passenger.Reference is { } reference && reference.Length is 0 or > BookingPassenger.ReferenceLength) problems.Add(new($"{place}/id", "reference_invalid", $"An id has 1 to {BookingPassenger.ReferenceLength} characters."));
        if (passenger.Title is { } title && !Titles.Contains(title)) problems.Add(new($"{place}/title", "title_invalid", $"A title is one of {string.Join(", ", Titles)}, or none."));
        if (passenger.Gender is { } gender && !Genders.Contains(gender)) problems.Add(new($"{place}/gender", "gender_invalid", $"A gender is one of {string.Join(", ", Genders)}, or none."));
        if (passenger.FrequentFlyer is { Length: > Traveller.FrequentFlyerLength }) problems.Add(new($"{place}/frequentFlyer", "frequent_flyer_invalid", $"A frequent flyer number has at most {Traveller.FrequentFlyerLength} characters."));
        var name = TicketName.Of(passenger.FamilyName, passenger.GivenName, passenger.TicketFamilyName, passenger.TicketGivenName);
        if (!name.Accepted)
        {
            var part = name.Detail is NamePart.Given ? "givenName" : "familyName";
            problems.Add(new($"{place}/{part}", "name_invalid", NameWords.Of(name.Refusal.Value)));
        }
        if (passenger.Assistance.Count > AssistanceCode.MostPerPassenger) problems.Add(new($"{place}/assistance", "assistance_invalid", $"Up to {AssistanceCode.MostPerPassenger} kinds of assistance can be asked for."));
        foreach (var code in passenger.Assistance)
        {
            if (!AssistanceCode.TryParse(code, out _)) problems.Add(new($"{place}/assistance", "assistance_unknown", "One of the kinds of assistance is not one that we know."));
        }
        if (passenger.Document is { } document) AddDocumentProblems(problems, $"{place}/document", document, lastFlight);
    }

    /// <summary>What is wrong with a travel document that is to be shown on a day.</summary>
    public static void AddDocumentProblems(List<OrderProblem> problems, string place, DocumentOrder document, DateOnly day)
    {
        if (!Documents.Contains(document.Kind)) problems.Add(new($"{place}/type", "document_invalid", $"A document is one of {string.Join(", ", Documents)}."));
        if (document.Number.Length is < 3 or > 20 || !document.Number.All(char.IsAsciiLetterOrDigit)) problems.Add(new($"{place}/number", "document_invalid", "A document's number has 3 to 20 letters and digits."));
        if (!IsCountry(document.Nationality)) problems.Add(new($"{place}/nationality", "country_invalid", "Give the country's two letters, such as GB."));
        if (!IsCountry(document.IssuingCountry)) problems.Add(new($"{place}/issuingCountry", "country_invalid", "Give the country's two letters, such as GB."));
        if (document.ExpiresOn is { } expires && (expires < day || expires.DayNumber - day.DayNumber > MostDaysOfADocument)) problems.Add(new($"{place}/expiresOn", "document_expired", $"The document must be valid on the day of the flight, {day.ToString("d MMMM yyyy", System.Globalization.CultureInfo.InvariantCulture)}."));
    }

    private static bool IsCountry(string text) => text.Length == 2 && text.All(char.IsAsciiLetterUpper);

    private static List<PassengerToCheck> ToCheck(BookingOrder order) =>
    [
        .. order.Passengers.Select(passenger => new PassengerToCheck(
            passenger.Type,
            passenger.BornOn,
            passenger.InfantOf is { } lap ? order.Passengers.ToList().FindIndex(other => other.Reference == lap) : null)),
    ];

    private static string CodeOf(PassengerRefusal refusal) => refusal switch
    {
        PassengerRefusal.NotYetBorn => "not_yet_born",
        PassengerRefusal.NotPlausible => "born_on_implausible",
        PassengerRefusal.TooYoungForAnAdult => "too_young_for_adult",
        PassengerRefusal.TooOldForAChild => "too_old_for_child",
        PassengerRefusal.TooOldForAnInfant => "too_old_for_infant",
        PassengerRefusal.NobodyOldEnough => "companion_required",
        PassengerRefusal.TooManyInfants => "too_many_infants",
        PassengerRefusal.NotAnInfant => "not_an_infant",
        PassengerRefusal.LapUnknown => "infant_of_unknown",
        PassengerRefusal.LapTooYoung => "infant_of_too_young",
        PassengerRefusal.LapTaken => "infant_of_taken",
    };

    private static string WordsOf(PassengerProblem problem, List<DateOnly> dates) => problem.Refusal switch
    {
        PassengerRefusal.NotYetBorn => "This date of birth lies after the first flight.",
        PassengerRefusal.NotPlausible => "Please check the year of birth.",
        PassengerRefusal.TooYoungForAnAdult => $"An adult is {PassengerAges.AdultFrom} or older on the first flight. Book a child's seat.",
        PassengerRefusal.TooOldForAChild => $"From {PassengerAges.AdultFrom} on the first flight's date the fare is an adult's. Check the year of birth, or search again with an adult in the child's place.",
        PassengerRefusal.TooOldForAnInfant => $"An infant on a lap is under two on every flight. From the flight on {dates[problem.FlightIndex].ToString("d MMMM yyyy", System.Globalization.CultureInfo.InvariantCulture)} book a child's seat.",
        PassengerRefusal.NobodyOldEnough => $"Children fly with somebody of {PassengerChecks.CompanionFrom} or older.",
        PassengerRefusal.TooManyInfants => $"Each infant needs the lap of a passenger of {PassengerChecks.CompanionFrom} or older.",
        PassengerRefusal.NotAnInfant => "Only an infant sits on somebody's lap.",
        PassengerRefusal.LapUnknown => "Nobody of this booking has that id.",
        PassengerRefusal.LapTooYoung => $"An infant sits on the lap of somebody of {PassengerChecks.CompanionFrom} or older.",
        PassengerRefusal.LapTaken => "Another infant sits on that lap.",
    };
}
