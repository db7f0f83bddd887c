using System.Text.Json.Nodes;
using AirlineBooking.Web.Ui;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace AirlineBooking.Web.Platform.Api.OpenApi;

/// <summary>What the document says as a whole.</summary>
internal static class DescribeDocument
{
    public const string ProblemSchema = "Problem";
    public const string Bearer = "bearer";

    private const string Words =
        """
        Search flights, read offers, flights and seat maps, hold seats, book and pay, and look after the trip. No token is needed to look,
        nor to hold seats and book as a guest: a hold's id is a secret, and whoever knows it owns it.

        **A guest's booking** is read and changed with its token: `POST /bookings` answers it in the header `Booking-Token`, and `POST
        /bookings/lookup` for a locator and a surname. Send it as `Authorization: Bearer …`. It is good for one booking and 30 minutes; any
        other booking is 404.

        **Paying.** `payment.token` is what the payment provider made of a card; card numbers never come here. A decline is 402 with `reason`,
        `locator` and `seatsKeptUntil`: send another token to `/bookings/{locator}/payment`. 202 with `pending_payment` means that the outcome
        is not known yet: read the booking again; with `nextAction` send the payer to its `url`. In the sandbox `tok_visa` pays,
        `tok_declined`, `tok_insufficient_funds` and `tok_expired_card` decline, `tok_challenge` asks the payer first, `tok_late_webhook`
        takes seconds, `tok_timeout_paid` and `tok_timeout_unpaid` do not answer, and `tok_gateway_error` is out of order.

        **Formats.** Fields are camelCase, choices snake_case. Money is `{ "amount": "123.45", "currency": "GBP" }` with exactly the
        currency's minor digits. Instants are RFC 3339 in UTC (`…Z`). Times at an airport are local without an offset
        (`2026-12-01T09:35`), beside the airport's IANA zone. Durations are ISO 8601; from 24 hours on days stand apart (`P1DT2H5M`).
        Ids are opaque. A field or a parameter that does not exist is refused by name.

        **Lists** answer `{ "data": […], "nextCursor": "…" | null }`; send `nextCursor` back as `cursor` with the same query. Pages neither
        repeat nor miss an item, also when data changes meanwhile.

        **Errors** are RFC 9457 problems with a stable `code` and the `requestId`; the codes are listed at [/docs/problems](/docs/problems).

        **Once.** What changes something takes an `Idempotency-Key` of 1 to 255 characters of your own. Sent again with the same key, the same
        request has no second effect and answers the same status and body with `Idempotency-Replayed: true` (a problem's `requestId` is that
        of the first request); another request with it is 422 `idempotency_key_reused`. Answers are kept for 24 hours: all that
        succeeded, and 402, 409, 410 and 422. Anything else can be sent again with its key.

        **Live seat maps.** `…/seat-map/stream` tells changes as server-sent events: `event: seats` with `id: {version}`; it resumes with
        `Last-Event-ID`. The SignalR hub `/hubs/seat-map` tells the same: call `Watch(flightId)`, which answers the version, and hear
        `SeatsChanged`. Changes that come together are told together, so versions may skip. `gap` (hub: `Gap`) means read the map again.

        **Caching.** Answers have a strong `ETag`: send it back as `If-None-Match` and get 304 while nothing changed.

        **Limits.** Every answer says in `RateLimit-Policy` and `RateLimit` what you may ask and what is left; 429 says in `Retry-After` when to
        come back. Searches count for the policy `search` besides `default`, holds and bookings for `booking`, lookups for `guest-lookup`, and both stand in the headers.

        **Request ids.** Send `X-Request-Id` (1 to 128 visible ASCII characters) or get one; name it when you ask us about a request.
        """;

    public static Task RunAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken _)
    {
        document.Info = new OpenApiInfo { Title = $"{context.ApplicationServices.GetRequiredService<Brand>().Name} for partners", Version = "1.0", Description = Words, License = new OpenApiLicense { Name = "MIT", Identifier = "MIT" } };
        document.Servers = [new OpenApiServer { Url = "/", Description = "This very program." }];
        foreach (var tag in document.Tags ?? new HashSet<OpenApiTag>()) tag.Description ??= TagWords.GetValueOrDefault(tag.Name ?? "");
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>();
        document.Components.SecuritySchemes[Bearer] = new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http,
            Scheme = "bearer",
            Description = "A token of an account, a partner or a guest's booking. Nothing that only looks needs one: `security` of those operations is empty.",
        };
        document.Security = [];
        return Task.CompletedTask;
    }

    private static readonly Dictionary<string, string> TagWords = new()
    {
        ["Airports"] = "Airports and cities, found as travellers name them.",
        ["Flights"] = "Dated flights with their times, status and cabins.",
        ["Offers"] = "Priced itineraries. An offer's id holds all of it, is signed, and expires.",
        ["Seats"] = "Seat maps as they are and as they change, and seats that are held for you.",
        ["Bookings"] = "Booking, paying, and what can be done with a trip afterwards.",
        ["Check-in"] = "Checking in, and boarding passes.",
        ["Fares"] = "What is lowest, day by day.",
    };

    /// <summary>What every failing answer is.</summary>
    public static OpenApiSchema MakeProblemSchema() => new()
    {
        Type = JsonSchemaType.Object,
        Description = "RFC 9457 problem details.",
        Required = new HashSet<string> { "type", "title", "status", "detail", "instance", "code", "requestId" },
        Properties = new Dictionary<string, IOpenApiSchema>
        {
            ["type"] = Text("Where the words about this code stand.", "uri-reference"),
            ["title"] = Text("What kind of problem it is."),
            ["status"] = new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int32" },
            ["detail"] = Text("What is wrong this time, in a sentence."),
            ["instance"] = Text("The path that was asked.", "uri-reference"),
            ["code"] = new OpenApiSchema { Type = JsonSchemaType.String, Description = "Stable: branch on it.", Enum = [.. ProblemCode.All.Select(code => (JsonNode)JsonValue.Create(code.Code))] },
            ["requestId"] = Text("Name it when you ask us."),
            ["errors"] = new OpenApiSchema
            {
                Type = JsonSchemaType.Array,
                Description = "Each field or parameter that is wrong.",
                Items = new OpenApiSchema
                {
                    Type = JsonSchemaType.Object,
                    Required = new HashSet<string> { "pointer", "code", "detail" },
                    Properties = new Dictionary<string, IOpenApiSchema>
                    {
                        ["pointer"] = Text("A JSON pointer into the body, or a slash and the parameter's name.", "json-pointer"),
                        ["code"] = Text("Stable."),
                        ["detail"] = Text("In a sentence."),
                    },
                },
            },
        },
    };

    private static OpenApiSchema Text(string description, string? format = null) => new() { Type = JsonSchemaType.String, Description = description, Format = format };
}
