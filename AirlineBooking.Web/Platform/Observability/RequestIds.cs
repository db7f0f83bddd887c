using System.Security.Cryptography;
using AirlineBooking.Web.Platform.Api;
using Microsoft.Extensions.Primitives;

namespace AirlineBooking.Web.Platform.Observability;

/// <summary>Gives every request an id: the caller's own if it is a decent one, else a new one. Answers, problems and logs carry it.</summary>
public sealed class RequestIds(RequestDelegate next, ILogger<RequestIds> log)
{
    public const string Header = "X-Request-Id";

    private const int RandomBytes = 12;

    public async Task InvokeAsync(HttpContext context)
    {
        var id = IsDecent(context.Request.Headers[Header]) ? context.Request.Headers[Header].ToString() : Make();
        context.TraceIdentifier = id;
        using var scope = log.BeginScope(new RequestScope(id));
        await next(context);
    }

    // Visible ASCII only and not long: it goes into headers, JSON and log lines.
    internal static bool IsDecent(StringValues header)
    {
        if (header.Count != 1 || header[0] is not { Length: > 0 and <= ApiLimits.LongestRequestId } id) return false;
        foreach (var character in id)
        {
            if (character is <= ' ' or > '~') return false;
        }
        return true;
    }

    private static string Make()
    {
        Span<byte> random = stackalloc byte[RandomBytes];
        RandomNumberGenerator.Fill(random);
        return Convert.ToHexStringLower(random);
    }

    private sealed class RequestScope(string id) : IReadOnlyList<KeyValuePair<string, object?>>
    {
        public int Count => 1;

        public KeyValuePair<string, object?> this[int index] => new("RequestId", id);

        public IEnumerator<KeyValuePair<string, object?>> GetEnumerator()
        {
            yield return this[0];
        }

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();

        public override string ToString() => $"RequestId:{id}";
    }
}

/// <summary>How Program.cs names it.</summary>
public static class RequestIdsSetup
{
    public static IApplicationBuilder UseRequestIds(this IApplicationBuilder app) => app.UseMiddleware<RequestIds>();
}
