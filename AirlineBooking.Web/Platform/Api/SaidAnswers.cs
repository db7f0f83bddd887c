using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.DataProtection;

namespace AirlineBooking.Web.Platform.Api;

/// <summary>Answers as they were said, status and bytes: refusals, and what is made of facts that change. They may name people, so they are kept encrypted.</summary>
internal sealed class SaidAnswers(IDataProtectionProvider provider)
{
    private readonly IDataProtector _protector = provider.CreateProtector("answers of keys");

    /// <summary>An answer as it is kept, or nothing when a request that comes again is answered anew.</summary>
    public string? Write(object? answer, HttpContext context) => answer switch
    {
        ApiProblem { Code: var code } problem when IsKept(code) => Write(code.Status, problem.Bytes(context)),
        JsonAnswer done when context.GetEndpoint()?.Metadata.GetMetadata<RunsOnce>() is { KeepsWords: true } => Write(done.Status, done.Bytes),
        _ => null,
    };

    public IResult Read(string said)
    {
        var text = _protector.Unprotect(said);
        var (status, body) = (int.Parse(text.AsSpan(0, 3), NumberStyles.None, CultureInfo.InvariantCulture), Encoding.UTF8.GetBytes(text[3..]));
        return status < StatusCodes.Status400BadRequest ? new JsonAnswer(body, status) : new JsonAnswer(body, status, ApiProblem.ContentType);
    }

    private string Write(int status, ReadOnlyMemory<byte> body) =>
        _protector.Protect(string.Create(CultureInfo.InvariantCulture, $"{status}{Encoding.UTF8.GetString(body.Span)}"));

    // What a key itself is refused with says nothing about its request.
    private static bool IsKept(ProblemCode code) =>
        code.Status is StatusCodes.Status402PaymentRequired or StatusCodes.Status409Conflict or StatusCodes.Status410Gone or StatusCodes.Status422UnprocessableEntity
        && code != ProblemCode.IdempotencyInProgress && code != ProblemCode.IdempotencyKeyReused;
}
