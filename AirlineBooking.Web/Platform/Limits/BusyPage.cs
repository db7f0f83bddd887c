using System.Globalization;

namespace AirlineBooking.Web.Platform.Limits;

/// <summary>What a person sees who asked for too many pages: words, and nothing to load or compute.</summary>
internal static class BusyPage
{
    public static Task WriteAsync(HttpContext context, long seconds)
    {
        var response = context.Response;
        response.StatusCode = StatusCodes.Status429TooManyRequests;
        response.ContentType = "text/html; charset=utf-8";
        response.Headers.CacheControl = "no-store";
        return response.WriteAsync(string.Create(CultureInfo.InvariantCulture,
            $"""
            <!DOCTYPE html>
            <html lang="en-GB">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>One moment, please</title></head>
            <body><main><h1>One moment, please</h1>
            <p>Your connection asked for very many pages in a short time. Nothing is lost: try again in {seconds} seconds.</p></main></body>
            </html>
            """), context.RequestAborted);
    }
}
