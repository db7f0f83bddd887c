namespace AirlineBooking.Web.Platform.Api;

/// <summary>A file about somebody's own. Nobody keeps it but who asked.</summary>
public sealed class FileAnswer(byte[] bytes, string contentType, string? fileName = null) : IResult, IContentTypeHttpResult
{
    string IContentTypeHttpResult.ContentType => contentType;

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.ContentType = contentType;
        response.ContentLength = bytes.Length;
        response.Headers.CacheControl = "no-store";
        if (fileName is not null) response.Headers.ContentDisposition = $"attachment; filename=\"{fileName}\"";
        return response.Body.WriteAsync(bytes, httpContext.RequestAborted).AsTask();
    }
}
