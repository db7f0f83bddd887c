using System.Collections;
using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Http.Features;

namespace AirlineBooking.Web.Platform.Security;

/// <summary>Over https every cookie of ours is Secure and named <c>__Host-…</c>, so that no other host and no plain connection can set one.</summary>
/// <remarks>Over plain http a browser would refuse such a cookie; there the bare name is used. The code that sets cookies need not know.</remarks>
public sealed class HostCookies(RequestDelegate next)
{
    public const string Prefix = "__Host-";

    public Task InvokeAsync(HttpContext context)
    {
        if (context.Request.IsHttps)
        {
            context.Request.Cookies = new Received(context.Request.Cookies);
            context.Features.Set<IResponseCookiesFeature>(new Sent(context.Response.Cookies));
        }
        return next(context);
    }

    private sealed class Sent(IResponseCookies inner) : IResponseCookiesFeature, IResponseCookies
    {
        public IResponseCookies Cookies => this;

        public void Append(string key, string value) => Append(key, value, new CookieOptions());

        public void Append(string key, string value, CookieOptions options) => inner.Append(Prefix + key, value, Bound(options));

        public void Delete(string key) => Delete(key, new CookieOptions());

        public void Delete(string key, CookieOptions options) => inner.Delete(Prefix + key, Bound(options));

        private static CookieOptions Bound(CookieOptions options) => new(options) { Secure = true, Path = "/", Domain = null };
    }

    // Cookies without the prefix are not ours over https: another host or a plain connection may have set them.
    private sealed class Received(IRequestCookieCollection inner) : IRequestCookieCollection
    {
        public int Count => Keys.Count;

        public ICollection<string> Keys => [.. inner.Keys.Where(IsOurs).Select(key => key[Prefix.Length..])];

        public string? this[string key] => inner[Prefix + key];

        public bool ContainsKey(string key) => inner.ContainsKey(Prefix + key);

        public bool TryGetValue(string key, [NotNullWhen(true)] out string? value) => inner.TryGetValue(Prefix + key, out value);

        public IEnumerator<KeyValuePair<string, string>> GetEnumerator() =>
            inner.Where(cookie => IsOurs(cookie.Key)).Select(cookie => KeyValuePair.Create(cookie.Key[Prefix.Length..], cookie.Value)).GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

        private static bool IsOurs(string key) => key.StartsWith(Prefix, StringComparison.Ordinal);
    }
}
