using System.IO.Compression;
using Microsoft.AspNetCore.ResponseCompression;

namespace AirlineBooking.Web.Platform.Delivery;

/// <summary>How pages and answers travel: compressed, and made once for all who ask alike.</summary>
public static class PageDelivery
{
    /// <summary>The output cache policy of a page that is the same for everybody who asks alike.</summary>
    public const string SharedPage = "shared page";

    private const long MostBytesKept = 64 * 1024 * 1024;
    private const long LargestPageKept = 1024 * 1024;

    public static IServiceCollection AddPageDelivery(this IServiceCollection services) => services
        .AddResponseCompression(options =>
        {
            // No page holds a secret beside what its reader typed, so compressing under TLS gives nothing away.
            options.EnableForHttps = true;
            options.MimeTypes = ["text/html", "application/json", "application/problem+json", "application/xml", "text/plain", "text/calendar"];
        })
        // A page is compressed while its reader waits; the files of wwwroot were compressed when the program was published.
        .Configure<BrotliCompressionProviderOptions>(options => options.Level = CompressionLevel.Fastest)
        .Configure<GzipCompressionProviderOptions>(options => options.Level = CompressionLevel.Fastest)
        .AddOutputCache(options =>
        {
            options.SizeLimit = MostBytesKept;
            options.MaximumBodySize = LargestPageKept;
            options.AddPolicy(SharedPage, new SharedPagePolicy());
        });

    /// <summary>Stands after routing and limits: what is kept is the compressed page, and taking it costs next to nothing.</summary>
    public static IApplicationBuilder UsePageDelivery(this IApplicationBuilder app) => app.UseOutputCache().UseResponseCompression();
}
