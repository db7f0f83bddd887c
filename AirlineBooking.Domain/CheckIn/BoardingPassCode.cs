using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using AirlineBooking.Domain.Bookings;

namespace AirlineBooking.Domain.CheckIn;

/// <summary>What the bar code of a boarding pass says: IATA Resolution 792, format M, version 6. Its text is upper-case ASCII.</summary>
/// <param name="PassengerName">FAMILY/GIVEN, at most twenty characters.</param>
/// <param name="Legs">One to four flights.</param>
/// <param name="Issue">By whom and when it was issued, when that is told.</param>
/// <param name="IsElectronicTicket">Whether there is an electronic ticket.</param>
/// <param name="HasVersion">Whether version and optional fields follow at all; old codes end without them.</param>
/// <param name="Version">Version of the standard; nothing but 6 is made here.</param>
/// <param name="SecurityType">Kind of the security data.</param>
/// <param name="Security">A signature of the code, or nothing.</param>
public sealed record BoardingPassCode(
    string PassengerName, IReadOnlyList<BoardingPassLeg> Legs, BoardingPassIssue? Issue = null, bool IsElectronicTicket = true,
    bool HasVersion = true, char Version = '6', char SecurityType = '1', string Security = "")
{
    public const int LongestName = 20;
    public const int MostLegs = 4;
    public const int MostSecurity = 100;

    /// <summary>Longer than any code that keeps to the standard.</summary>
    public const int LongestText = 2000;

    internal const int MostVariable = 0xFF;
    private const int MostBagTags = 3;
    private const int BagTagLength = 13;
    private const int IssueLength = 11;

    /// <summary>A ticket's name in twenty characters: the given names are cut first and keep a letter, then the family name.</summary>
    public static string NameOf(TicketName name)
    {
        var full = name.ToString();
        if (full.Length <= LongestName) return full;
        if (name.Given.Length == 0) return full[..LongestName].TrimEnd();
        var family = name.Family.Length > LongestName - 2 ? name.Family[..(LongestName - 2)].TrimEnd() : name.Family;
        return $"{family}/{name.Given[..Math.Min(name.Given.Length, LongestName - 1 - family.Length)].TrimEnd()}";
    }

    /// <summary>The text that the bar code holds.</summary>
    public override string ToString()
    {
        if (Legs.Count is < 1 or > MostLegs) throw new InvalidOperationException($"A boarding pass has 1 to {MostLegs} flights.");
        var text = new StringBuilder(160);
        text.Append('M').Append((char)('0' + Legs.Count)).Append(Field(PassengerName, LongestName)).Append(IsElectronicTicket ? 'E' : ' ');
        for (var leg = 0; leg < Legs.Count; leg++)
        {
            Legs[leg].AppendMandatory(text);
            var variable = VariableOf(leg);
            if (variable.Length > MostVariable) throw new InvalidOperationException("The optional fields of a boarding pass are too long.");
            text.Append(Hex(variable.Length)).Append(variable);
        }
        if (Security.Length > 0) text.Append('^').Append(SecurityType).Append(Hex(Security.Length)).Append(Security);
        return text.ToString();
    }

    /// <summary>Reads what a scanner read; false when it is no boarding pass, or does not keep to its own lengths.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out BoardingPassCode? code)
    {
        code = null;
        if (text is null || text.Length > LongestText || !System.Text.Ascii.IsValid(text)) return false;
        var reader = new BoardingPassReader(text);
        if (reader.Take(1) is not "M" || !int.TryParse(reader.Take(1), NumberStyles.None, CultureInfo.InvariantCulture, out var count) || count is < 1 or > MostLegs) return false;
        var (name, electronic) = (reader.Take(LongestName).TrimEnd(), reader.Take(1));
        var legs = new List<BoardingPassLeg>(count);
        var head = new BoardingPassHead(false, '6', null);
        for (var leg = 0; leg < count; leg++)
        {
            if (BoardingPassLeg.Read(reader) is not { } mandatory) return false;
            var variable = new BoardingPassReader(reader.TakeSized());
            if (leg == 0) head = ReadHead(variable);
            legs.Add(mandatory with { Details = BoardingPassDetails.Read(variable), AirlineData = variable.Rest });
            if (variable.Failed) return false;
        }
        var (type, security) = ('1', "");
        if (!reader.AtEnd) (type, security) = reader.Take(1) is "^" ? (reader.Take(1) is [var one] ? one : ' ', reader.TakeSized()) : (' ', "");
        if (reader.Failed || !reader.AtEnd || type == ' ' || name.Length == 0) return false;
        code = new BoardingPassCode(name, legs, head.Issue, electronic == "E", head.HasVersion, head.Version, type, security);
        return true;
    }

    internal static string Field(string text, int length) =>
        text.Length <= length ? text.PadRight(length) : throw new InvalidOperationException($"'{text}' is longer than {length} characters.");

    internal static string Hex(int number) => number.ToString("X2", CultureInfo.InvariantCulture);

    private string VariableOf(int leg)
    {
        var text = new StringBuilder(80);
        if (leg == 0 && HasVersion)
        {
            var issue = Issue is null ? "" : IssueText(Issue);
            text.Append('>').Append(Version).Append(Hex(issue.Length)).Append(issue);
        }
        var details = Legs[leg].Details?.ToString() ?? "";
        // Without the version there is nothing that the sizes could follow.
        if (leg > 0 && (details.Length > 0 || Legs[leg].AirlineData.Length > 0) || leg == 0 && HasVersion) text.Append(Hex(details.Length)).Append(details);
        return text.Append(Legs[leg].AirlineData).ToString();
    }

    private static string IssueText(BoardingPassIssue issue) => string.Concat(
        $"{issue.PassengerDescription}{issue.CheckInSource}{issue.IssuanceSource}{Field(issue.IssuedOn, 4)}{issue.DocumentType}{Field(issue.Issuer, 3)}",
        string.Concat(issue.BagTags.Take(MostBagTags).Select(tag => Field(tag, BagTagLength))));

    private static BoardingPassHead ReadHead(BoardingPassReader variable)
    {
        if (variable.AtEnd || !variable.Skip('>')) return new BoardingPassHead(false, '6', null);
        var version = variable.Take(1) is [var one] ? one : '6';
        var issue = new BoardingPassReader(variable.TakeSized());
        if (issue.AtEnd) return new BoardingPassHead(true, version, null);
        var fixedPart = new BoardingPassReader(issue.Take(Math.Min(IssueLength, issue.Left)).PadRight(IssueLength));
        var (description, source, issuance, on, type, issuer) =
            (fixedPart.Take(1)[0], fixedPart.Take(1)[0], fixedPart.Take(1)[0], fixedPart.Take(4).TrimEnd(), fixedPart.Take(1)[0], fixedPart.Take(3).TrimEnd());
        var tags = new List<string>();
        while (!issue.AtEnd && tags.Count < MostBagTags) tags.Add(issue.Take(Math.Min(BagTagLength, issue.Left)).TrimEnd());
        return new BoardingPassHead(true, version, new BoardingPassIssue(description, source, issuance, on, type, issuer, tags));
    }

    private readonly record struct BoardingPassHead(bool HasVersion, char Version, BoardingPassIssue? Issue);
}

/// <summary>By whom and when a boarding pass was issued.</summary>
/// <param name="PassengerDescription">0 adult, 1 male, 2 female, 3 child, 4 infant.</param>
/// <param name="CheckInSource">W web, K kiosk, M mobile, O counter.</param>
/// <param name="IssuanceSource">Where the pass was made, by the same letters.</param>
/// <param name="IssuedOn">Last digit of the year and three of the day in it: 6225.</param>
/// <param name="DocumentType">B for a boarding pass.</param>
/// <param name="Issuer">Designator of the airline that issued it.</param>
/// <param name="BagTags">Up to three licence plates of thirteen digits.</param>
public sealed record BoardingPassIssue(
    char PassengerDescription, char CheckInSource, char IssuanceSource, string IssuedOn, char DocumentType, string Issuer, IReadOnlyList<string> BagTags)
{
    /// <summary>A day as boarding passes say when they were issued.</summary>
    public static string DayOf(DateOnly date) => string.Create(CultureInfo.InvariantCulture, $"{date.Year % 10}{date.DayOfYear:D3}");
}
