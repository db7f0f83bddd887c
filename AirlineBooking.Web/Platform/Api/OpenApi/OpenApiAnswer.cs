using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace AirlineBooking.Web.Platform.Api.OpenApi;

/// <summary>The document as bytes, made anew when its examples may have aged.</summary>
internal sealed class OpenApiAnswer([FromKeyedServices(OpenApiSetup.Name)] IOpenApiDocumentProvider documents, TimeProvider clock) : IDisposable
{
    // Offers among the examples live for minutes.
    private static readonly TimeSpan StaysFresh = TimeSpan.FromMinutes(5);

    private readonly SemaphoreSlim _making = new(1);
    private (CachedAnswer Answer, DateTimeOffset MadeAt)? _made;

    public async Task<CachedAnswer> GetAsync(CancellationToken cancel)
    {
        await _making.WaitAsync(cancel);
        try
        {
            var now = clock.GetUtcNow();
            if (_made is { } made && now - made.MadeAt < StaysFresh) return made.Answer;
            var document = await documents.GetOpenApiDocumentAsync(cancel);
            using var json = new MemoryStream();
            await document.SerializeAsJsonAsync(json, OpenApiSpecVersion.OpenApi3_1, cancel);
            var bytes = json.ToArray();
            _made = (new CachedAnswer(bytes, CachedAnswer.ETagOf(bytes)), now);
            return _made.Value.Answer;
        }
        finally
        {
            _making.Release();
        }
    }

    public void Dispose() => _making.Dispose();
}
