namespace AirlineBooking.Domain.Bookings;

/// <summary>A contact as a guest may see it: enough to know it again, too little to learn it.</summary>
public static class MaskedContact
{
    private const string Hidden = "•••";
    private const int ShownOfPhone = 3;
    private const int ShownAtTheEnd = 2;

    /// <summary>z•••@example.com.</summary>
    public static string Email(string email)
    {
        var at = email.LastIndexOf('@');
        return at < 1 ? Hidden : $"{email[..1]}{Hidden}{email[at..]}";
    }

    /// <summary>+44•••58.</summary>
    public static string? Phone(string? phone) => phone is null or { Length: <= ShownOfPhone + ShownAtTheEnd } ? phone is null ? null : Hidden : $"{phone[..ShownOfPhone]}{Hidden}{phone[^ShownAtTheEnd..]}";
}
