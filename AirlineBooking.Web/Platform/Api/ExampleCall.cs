namespace AirlineBooking.Web.Platform.Api;

/// <summary>A call that the document shows. One that only looks is really made when the document is, so its answer is always true.</summary>
/// <param name="Parameters">By name, in the path or in the query.</param>
/// <param name="Body">The JSON that is sent, if any.</param>
/// <param name="Status">What it answers.</param>
public sealed record ExampleCall(IReadOnlyDictionary<string, string> Parameters, string? Body = null, int Status = StatusCodes.Status200OK)
{
    /// <summary>False for a call that would change something or never ends: it is shown as it would go, and runs for whoever makes it.</summary>
    public bool IsMade { get; init; } = true;

    /// <summary>What a call that is not made answers.</summary>
    public object? Shown { get; init; }

    /// <summary>A call that has to be made before.</summary>
    public ExampleStep? After { get; init; }

    public static ExampleCall With(params (string Name, string Value)[] parameters) =>
        new(parameters.ToDictionary(parameter => parameter.Name, parameter => parameter.Value));
}

/// <summary>A call that another one needs: its operation and example, and what is taken from its answer. What that call took itself is known too.</summary>
/// <param name="OperationId">Which operation.</param>
/// <param name="Example">Which of its examples.</param>
/// <param name="Take">By the parameter that it fills, or by the text "$name" that it replaces in the body and in the headers: a JSON pointer into the answer, or a header of it.</param>
public sealed record ExampleStep(string OperationId, string Example, IReadOnlyDictionary<string, string> Take);

/// <summary>Makes an example from what the program holds now: a flight that exists, a date that lies ahead. Null when there is nothing to show.</summary>
public delegate ValueTask<ExampleCall?> MakeExample(IServiceProvider services, CancellationToken cancel);

/// <summary>Metadata of an endpoint: an example by name. The first one is the call that the parameters' examples make up.</summary>
public sealed record NamedExample(string Name, MakeExample Make);

/// <summary>Metadata of an endpoint: what a part of its path means.</summary>
public sealed record PathParameter(string Name, string Description);

/// <summary>Metadata of an endpoint: what its JSON is when all goes well.</summary>
public sealed record AnswersWith(Type Type, int Status);

/// <summary>How endpoints say what the document has to tell.</summary>
public static class ApiDescriptions
{
    public const string EventStream = "text/event-stream";

    /// <summary>Says which parameters an endpoint takes; any other is refused by name.</summary>
    public static RouteHandlerBuilder Asks(this RouteHandlerBuilder endpoint, params QueryParameter[] parameters) =>
        endpoint.WithMetadata(new AskedParameters(parameters));

    public static RouteHandlerBuilder AsksInPath(this RouteHandlerBuilder endpoint, string name, string description) =>
        endpoint.WithMetadata(new PathParameter(name, description));

    /// <summary>Says what an endpoint answers when all goes well.</summary>
    public static RouteHandlerBuilder Answers<T>(this RouteHandlerBuilder endpoint, int status = StatusCodes.Status200OK) =>
        endpoint.WithMetadata(new AnswersWith(typeof(T), status)).Produces<T>(status, "application/json");

    /// <summary>Says that an endpoint answers without a body when all goes well.</summary>
    public static RouteHandlerBuilder AnswersNothing(this RouteHandlerBuilder endpoint) => endpoint.Produces(StatusCodes.Status204NoContent);

    /// <summary>Says that an endpoint answers with a file of a kind.</summary>
    public static RouteHandlerBuilder AnswersFile(this RouteHandlerBuilder endpoint, string contentType) =>
        endpoint.WithMetadata(new AnswersWith(typeof(string), StatusCodes.Status200OK)).Produces<string>(StatusCodes.Status200OK, contentType);

    /// <summary>Says that an endpoint goes on answering with events as they happen.</summary>
    public static RouteHandlerBuilder Streams<T>(this RouteHandlerBuilder endpoint) =>
        endpoint.WithMetadata(new AnswersWith(typeof(T), StatusCodes.Status200OK)).Produces<T>(StatusCodes.Status200OK, EventStream);

    /// <summary>Says which problems of its own an endpoint may answer.</summary>
    public static RouteHandlerBuilder Refuses(this RouteHandlerBuilder endpoint, params ProblemCode[] codes) =>
        endpoint.WithMetadata(new RefusedWith(codes));

    /// <summary>Shows a call in the document. The first example of an endpoint is one that succeeds.</summary>
    public static RouteHandlerBuilder WithExample(this RouteHandlerBuilder endpoint, string name, MakeExample make) =>
        endpoint.WithMetadata(new NamedExample(name, make));

    /// <inheritdoc cref="WithExample(RouteHandlerBuilder, string, MakeExample)"/>
    public static RouteHandlerBuilder WithExample(this RouteHandlerBuilder endpoint, string name, ExampleCall call) =>
        endpoint.WithExample(name, (_, _) => ValueTask.FromResult<ExampleCall?>(call));
}

/// <summary>The problems an endpoint may answer besides those that any may.</summary>
public sealed record RefusedWith(IReadOnlyList<ProblemCode> Codes);
