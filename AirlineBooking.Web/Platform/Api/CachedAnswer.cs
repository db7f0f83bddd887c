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

    // Compressed bytes are other bytes, so their validator says how they are coded.
    private static readonly string[] Codings = ["br", "gzip"];

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
            if (Codings.FirstOrDefault(coding => known == Coded(ETag, coding)) is { } kept) response.Headers.ETag = Coded(ETag, kept);
            response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }
        // Whether it is compressed shows when it is sent.
        if (asked.AcceptEncoding.Count > 0) response.OnStarting(NameCodingAsync, response);
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
        return tags.Any(tag => tag.Tag == "*" || own.Compare(tag, strong) || Codings.Any(coding => new EntityTagHeaderValue(Coded(ETag, coding)).Compare(tag, strong)));
    }

    private static Task NameCodingAsync(object response)
    {
        var headers = ((HttpResponse)response).Headers;
        if (headers.ContentEncoding is [{ Length: > 0 } coding] && headers.ETag is [{ } tag]) headers.ETag = Coded(tag, coding);
        return Task.CompletedTask;
    }

    private static string Coded(string tag, string coding) => $"{tag[..^1]}.{coding}\"";
}
