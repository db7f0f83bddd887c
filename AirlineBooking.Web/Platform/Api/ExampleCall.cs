namespace AirlineBooking.Web.Platform.Api;

/// <summary>A call that the document shows. It is really made when the document is, so its answer is always true.</summary>
/// <param name="Parameters">By name, in the path or in the query.</param>
/// <param name="Body">The JSON that is sent, if any.</param>
/// <param name="Status">What it answers.</param>
public sealed record ExampleCall(IReadOnlyDictionary<string, string> Parameters, string? Body = null, int Status = StatusCodes.Status200OK)
{
    public static ExampleCall With(params (string Name, string Value)[] parameters) =>
        new(parameters.ToDictionary(parameter => parameter.Name, parameter => parameter.Value));
}

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
    /// <summary>Says which parameters an endpoint takes; any other is refused by name.</summary>
    public static RouteHandlerBuilder Asks(this RouteHandlerBuilder endpoint, params QueryParameter[] parameters) =>
        endpoint.WithMetadata(new AskedParameters(parameters));

    public static RouteHandlerBuilder AsksInPath(this RouteHandlerBuilder endpoint, string name, string description) =>
        endpoint.WithMetadata(new PathParameter(name, description));

    /// <summary>Says what an endpoint answers when all goes well.</summary>
    public static RouteHandlerBuilder Answers<T>(this RouteHandlerBuilder endpoint, int status = StatusCodes.Status200OK) =>
        endpoint.WithMetadata(new AnswersWith(typeof(T), status)).Produces<T>(status, "application/json");

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
