using System.Text.Json;

namespace AirlineBooking.Web.Platform.Api;

/// <summary>JSON that answers something that was done. Nobody may keep it but who asked.</summary>
public sealed class JsonAnswer(byte[] json, int status, string contentType = "application/json; charset=utf-8") : IResult, IStatusCodeHttpResult
{
    public int Status => status;

    public ReadOnlyMemory<byte> Bytes => json;

    int? IStatusCodeHttpResult.StatusCode => status;

    public static JsonAnswer Of<T>(T value, int status = StatusCodes.Status200OK) => new(JsonSerializer.SerializeToUtf8Bytes(value, ApiJson.Options), status);

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = status;
        response.ContentType = contentType;
        response.ContentLength = json.Length;
        response.Headers.CacheControl = "no-store";
        return response.Body.WriteAsync(json, httpContext.RequestAborted).AsTask();
    }
}
