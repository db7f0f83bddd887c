using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace AirlineBooking.Domain.Kernel;

/// <summary>An address that mail can be sent to. It says nothing about whether anybody reads it.</summary>
public readonly record struct EmailAddress : IStoredAs
{
    public const int LongestText = 254;

    private const int LongestLocal = 64;
    private const int LongestLabel = 63;
    private const string SignsInLocal = "!#$%&'*+-/=?^_`{|}~.";

    private readonly string? _text;

    private EmailAddress(string text) => _text = text;

    object IStoredAs.Stored => ToString();

    public static EmailAddress Parse(string text) => TryParse(text, out var address) ? address : throw new FormatException("That is not an e-mail address.");

    /// <summary>Reads an address; spaces around it are ignored and its domain becomes lower case.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out EmailAddress address)
    {
        address = default;
        var trimmed = text?.Trim() ?? "";
        var at = trimmed.LastIndexOf('@');
        if (trimmed.Length > LongestText || at < 1 || !IsLocal(trimmed.AsSpan(0, at)) || !IsDomain(trimmed.AsSpan(at + 1))) return false;
        address = new EmailAddress(string.Concat(trimmed.AsSpan(0, at + 1), trimmed[(at + 1)..].ToLowerInvariant()));
        return true;
    }

    public override string ToString() => _text ?? "";

    private static bool IsLocal(ReadOnlySpan<char> local)
    {
        if (local.Length > LongestLocal || local[0] == '.' || local[^1] == '.' || local.Contains("..", StringComparison.Ordinal)) return false;
        foreach (var letter in local)
        {
            if (!IsLetterOrDigit(letter) && !SignsInLocal.Contains(letter, StringComparison.Ordinal)) return false;
        }
        return true;
    }

    private static bool IsDomain(ReadOnlySpan<char> domain)
    {
        var labels = 0;
        var last = default(ReadOnlySpan<char>);
        foreach (var range in domain.Split('.'))
        {
            last = domain[range];
            labels++;
            if (last.Length is 0 or > LongestLabel || last[0] == '-' || last[^1] == '-') return false;
            foreach (var letter in last)
            {
                if (!IsLetterOrDigit(letter) && letter != '-') return false;
            }
        }
        return labels >= 2 && last.Length >= 2 && last.ContainsAnyExceptInRange('0', '9');
    }

    // Letters of every script: addresses have been international for a while.
    private static bool IsLetterOrDigit(char letter) =>
        char.IsAscii(letter) ? char.IsAsciiLetterOrDigit(letter) : char.IsLetterOrDigit(letter) || CharUnicodeInfo.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
