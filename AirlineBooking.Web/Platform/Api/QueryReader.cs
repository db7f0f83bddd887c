using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Primitives;

namespace AirlineBooking.Web.Platform.Api;

/// <summary>Which parameters an endpoint takes: metadata that the reader and the document share.</summary>
public sealed class AskedParameters(IReadOnlyList<QueryParameter> parameters)
{
    public IReadOnlyList<QueryParameter> All { get; } = parameters;

    public bool Has(string name) => All.Any(parameter => parameter.Name == name);
}

/// <summary>Reads a request's query and collects all that is wrong with it, so that one answer says everything.</summary>
public sealed class QueryReader
{
    private readonly IQueryCollection _query;
    private List<FieldError>? _errors;

    public QueryReader(HttpContext context)
    {
        _query = context.Request.Query;
        var asked = context.GetEndpoint()?.Metadata.GetMetadata<AskedParameters>();
        foreach (var (name, values) in _query)
        {
            if (asked?.Has(name) is not true) Refuse(name, "unknown_parameter", $"There is no parameter '{Shown(name)}' here.");
            else if (values.Count > 1) Refuse(name, "parameter_repeated", $"Send '{name}' once.");
        }
    }

    /// <summary>What is wrong, or nothing. Ask after reading everything.</summary>
    public ApiProblem? Problem => _errors is null ? null : Problems.OfFields(ProblemCode.RequestInvalid, _errors);

    public bool Has(QueryParameter parameter) => _query.ContainsKey(parameter.Name);

    /// <summary>False when it is absent, or wrong (which is then noted).</summary>
    public bool TryGet<T>(QueryParameter<T> parameter, [MaybeNullWhen(false)] out T value)
    {
        value = default;
        if (!_query.TryGetValue(parameter.Name, out var values) || StringValues.IsNullOrEmpty(values)) return false;
        if (parameter.Read(values[0] ?? "", out value)) return true;
        Refuse(parameter.Name, "parameter_invalid", $"'{parameter.Name}' must be {parameter.Expected}.");
        return false;
    }

    public T Optional<T>(QueryParameter<T> parameter, T fallback) => TryGet(parameter, out var value) ? value : fallback;

    public T? Maybe<T>(QueryParameter<T> parameter) where T : struct => TryGet(parameter, out var value) ? value : null;

    /// <summary>The default of its type when it is absent or wrong; then <see cref="Problem"/> says so.</summary>
    public T? Required<T>(QueryParameter<T> parameter)
    {
        if (TryGet(parameter, out var value)) return value;
        if (!_query.TryGetValue(parameter.Name, out var values) || StringValues.IsNullOrEmpty(values))
        {
            Refuse(parameter.Name, "parameter_required", $"'{parameter.Name}' is needed: {parameter.Expected}.");
        }
        return default;
    }

    public void Refuse(string name, string code, string detail) => (_errors ??= []).Add(new FieldError($"/{Shown(name)}", code, detail));

    // An unknown name comes from the caller and goes back to him; it need not be long.
    private static string Shown(string name) => name.Length <= QueryParameters.LongestText ? name : name[..QueryParameters.LongestText];
}
