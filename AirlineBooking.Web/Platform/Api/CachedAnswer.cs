using System.Buffers;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace AirlineBooking.Web.Platform.Api;

/// <summary>JSON that is already bytes, with its strong ETag. One object may answer any number of requests, and costs next to nothing.</summary>
public sealed class CachedAnswer : IResult, IStatusCodeHttpResult, IContentTypeHttpResult
{
    /// <summary>May be kept, but has to be asked about each time: the ETag makes that cheap.</summary>
    public const string Revalidate = "no-cache";

    private static readonly StringValues Json = "application/json; charset=utf-8";

    private readonly byte[] _json;
    private readonly StringValues _etag;
    private readonly StringValues _cacheControl;

    /// <param name="json">The canonical bytes: the same facts give the same bytes.</param>
    /// <param name="etag">With its quotes, as <see cref="ETagOf"/> makes it.</param>
    /// <param name="cacheControl">How long anyone may keep it.</param>
    public CachedAnswer(byte[] json, string etag, string cacheControl = Revalidate) =>
        (_json, _etag, _cacheControl) = (json, etag, cacheControl);

    public ReadOnlyMemory<byte> Bytes => _json;

    public string ETag => _etag.ToString();

    int? IStatusCodeHttpResult.StatusCode => StatusCodes.Status200OK;

    string IContentTypeHttpResult.ContentType => Json.ToString();

    /// <summary>Writes a value as our JSON.</summary>
    public static CachedAnswer Of<T>(T value, string cacheControl = Revalidate)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(value, ApiJson.Options);
        return new CachedAnswer(json, ETagOf(json), cacheControl);
    }

    /// <summary>A strong validator: 128 bits of the bytes' SHA-256.</summary>
    public static string ETagOf(ReadOnlySpan<byte> json)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(json, hash);
        return $"\"{System.Buffers.Text.Base64Url.EncodeToString(hash[..16])}\"";
    }

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var (asked, response) = (httpContext.Request.Headers, httpContext.Response);
        response.Headers.ETag = _etag;
        response.Headers.CacheControl = _cacheControl;
        if (FailedPrecondition(httpContext.Request) is { } failed) return failed.ExecuteAsync(httpContext);
        if (asked.IfNoneMatch is { Count: > 0 } known && Names(known, strong: false))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }
        response.Headers.ContentType = Json;
        response.ContentLength = _json.Length;
        // Not flushed here: the server sends headers and body together when the request ends.
        response.BodyWriter.Write(_json);
        return Task.CompletedTask;
    }

    /// <summary>The problem when If-Match names another version than this.</summary>
    public ApiProblem? FailedPrecondition(HttpRequest request) => request.Headers.IfMatch is { Count: > 0 } wanted && !Names(wanted, strong: true)
        ? Problems.Of(ProblemCode.PreconditionFailed, "If-Match names another version than the one that stands here now.")
        : null;

    private bool Names(StringValues header, bool strong)
    {
        if (header.Count == 1 && (header == _etag || header == "*")) return true;
        if (!EntityTagHeaderValue.TryParseList([.. header.OfType<string>()], out var tags)) return false;
        var own = new EntityTagHeaderValue(ETag);
        return tags.Any(tag => tag.Tag == "*" || own.Compare(tag, strong));
    }
}
