using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using AirlineBooking.Domain.Platform;
using AirlineBooking.Web.Platform.Limits;

namespace AirlineBooking.Web.Platform.Api;

/// <summary>Metadata of an endpoint: a request that comes again with its key has one effect and one answer.</summary>
/// <param name="KeyRequired">False when it may come without one.</param>
/// <param name="KeepsWords">True when its answer is made of facts that change: it is kept as it was said, as every refusal is.</param>
public sealed record RunsOnce(bool KeyRequired, bool KeepsWords = false);

/// <summary>Reads the header Idempotency-Key, and answers what a request with a key came to.</summary>
/// <remarks>
/// A key belongs to its client: the token's subject, else the source address. The same request is the same method and path with
/// a body of the same fields and values; spaces and the order of fields do not matter.
/// </remarks>
public static class Idempotency
{
    public const string Header = "Idempotency-Key";
    public const string ReplayedHeader = "Idempotency-Replayed";

    /// <summary>Says that an endpoint takes a key, and needs one unless it is told otherwise.</summary>
    public static RouteHandlerBuilder RunsOnce(this RouteHandlerBuilder endpoint, bool keyRequired = true, bool keepsWords = false) =>
        endpoint.WithMetadata(new RunsOnce(keyRequired, keepsWords)).AddEndpointFilter(KeepAsync);

    /// <summary>The key of a request without a body. The problem, when there is one, is the answer.</summary>
    public static ApiProblem? ReadKey(HttpContext context, out RunOnceKey? key) => ReadKey<object?>(context, null, out key);

    /// <summary>The key of a request; none when it is absent and may be. The problem, when there is one, is the answer.</summary>
    public static ApiProblem? ReadKey<TBody>(HttpContext context, TBody body, out RunOnceKey? key)
    {
        key = null;
        var sent = context.Request.Headers[Header];
        if (sent.Count == 0)
        {
            return context.GetEndpoint()?.Metadata.GetMetadata<RunsOnce>() is { KeyRequired: false }
                ? null
                : Problems.Of(ProblemCode.IdempotencyKeyRequired, $"Send {Header} with a value of your own, 1 to {RunOnceKey.KeyLength} characters, and the same one when you try again.");
        }
        if (sent.Count > 1 || sent[0] is not { Length: >= 1 and <= RunOnceKey.KeyLength } text)
        {
            return Problems.Of(ProblemCode.IdempotencyKeyRequired, $"{Header} has 1 to {RunOnceKey.KeyLength} characters and stands there once.");
        }
        key = new RunOnceKey(ClientOf(context), text, DigestOf(context.Request, body));
        context.Features.Set(key);
        return null;
    }

    /// <summary>Answers what the request came to; one that was answered before says so and has the same status and body.</summary>
    /// <param name="context">The request.</param>
    /// <param name="once">What it came to.</param>
    /// <param name="accepted">The answer when it was done.</param>
    /// <param name="refused">The answer when it was refused, with what the refusal is about.</param>
    /// <param name="locator">The booking that a request which is still running makes, when it is known.</param>
    public static IResult Answer<T, TRefusal>(
        HttpContext context, Once<T, TRefusal> once, Func<T, IResult> accepted, Func<TRefusal, object?, IResult> refused, string? locator = null)
        where T : class where TRefusal : struct, Enum
    {
        if (once.Said is { } said) return Replay(context, said);
        if (once.Answer is not { } answer) return Refused(once.Refusal ?? RunOnceRefusal.InProgress, locator);
        if (once.Replayed) context.Response.Headers[ReplayedHeader] = "true";
        return answer.Accepted ? accepted(answer.Value) : refused(answer.Refusal.Value, answer.Detail);
    }

    // Whatever refused the request, its operation or the checks before it: what is said is kept, and said again.
    private static async ValueTask<object?> KeepAsync(EndpointFilterInvocationContext call, EndpointFilterDelegate next)
    {
        var answer = await next(call);
        var context = call.HttpContext;
        if (context.Features.Get<RunOnceKey>() is not { } key || context.Response.Headers.ContainsKey(ReplayedHeader)) return answer;
        if (context.RequestServices.GetRequiredService<SaidAnswers>().Write(answer, context) is not { } said) return answer;
        // What was done is done, whether or not somebody still listens.
        var before = await context.RequestServices.GetRequiredService<RunOnce>().SayAsync(key, said, CancellationToken.None);
        if (before.Said is { } first) return Replay(context, first);
        return before.Refusal is { } refusal ? Refused(refusal, null) : answer;
    }

    private static IResult Replay(HttpContext context, string said)
    {
        context.Response.Headers[ReplayedHeader] = "true";
        return context.RequestServices.GetRequiredService<SaidAnswers>().Read(said);
    }

    private static ApiProblem Refused(RunOnceRefusal refusal, string? locator) => refusal switch
    {
        RunOnceRefusal.KeyReused => Problems.Of(ProblemCode.IdempotencyKeyReused, "This key was sent with another request. Choose a new key for each request, and repeat it only with the same one."),
        _ => Problems.Of(ProblemCode.IdempotencyInProgress, "The first request with this key has not been answered yet. Ask again in a moment.", locator is null ? [] : [("locator", locator)]),
    };

    private static string ClientOf(HttpContext context) => Hash($"client of a key {ClientKey.Of(context)}");

    private static string DigestOf<TBody>(HttpRequest request, TBody body)
    {
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        digest.AppendData(Encoding.UTF8.GetBytes($"{request.Method} {request.Path}\n"));
        if (body is not null) digest.AppendData(JsonSerializer.SerializeToUtf8Bytes(body, ApiJson.Options));
        return Convert.ToHexStringLower(digest.GetHashAndReset());
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
