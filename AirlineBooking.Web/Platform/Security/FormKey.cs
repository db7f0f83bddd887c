using System.Security.Cryptography;
using System.Text;
using AirlineBooking.Domain.Platform;

namespace AirlineBooking.Web.Platform.Security;

/// <summary>The hidden key of a form that may be sent only once: a second click and a reload send it again and change nothing.</summary>
public static class FormKey
{
    public const string Field = "once";

    private const int Bytes = 16;

    public static string New() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>The key under which a form about a booking runs. It is the booking's, so that a phone which changes its network meanwhile is no stranger.</summary>
    /// <param name="form">What was sent.</param>
    /// <param name="booking">The id of the booking, or of the draft, that it is about.</param>
    /// <param name="asked">Everything it asks for.</param>
    public static RunOnceKey? Read(IFormCollection form, string booking, string asked) => form[Field].ToString() is { Length: Bytes * 2 } key && key.All(char.IsAsciiHexDigitLower)
        ? new RunOnceKey(Digest($"form of {booking}"), key, Digest(asked))
        : null;

    private static string Digest(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
