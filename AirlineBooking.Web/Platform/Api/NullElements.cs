using System.Collections;
using System.Globalization;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http.Metadata;

namespace AirlineBooking.Web.Platform.Api;

/// <summary>Refuses a null in a list or a map of a body, wherever it stands. The JSON reader knows which members may be null, and nothing of elements.</summary>
internal static class NullElements
{
    public static RouteGroupBuilder RefuseNullElements(this RouteGroupBuilder api)
    {
        ((IEndpointConventionBuilder)api).Add(endpoint => endpoint.FilterFactories.Add((context, next) => Filter(endpoint, context, next)));
        return api;
    }

    // An endpoint without a body runs as if there were no filter.
    private static EndpointFilterDelegate Filter(EndpointBuilder endpoint, EndpointFilterFactoryContext context, EndpointFilterDelegate next)
    {
        var body = endpoint.Metadata.OfType<IAcceptsMetadata>().FirstOrDefault()?.RequestType;
        var at = Array.FindIndex(context.MethodInfo.GetParameters(), parameter => parameter.ParameterType == body);
        if (at < 0) return next;
        return call => Find(call.Arguments[at]) is { } pointer ? ValueTask.FromResult<object?>(JsonProblem.IsNull(pointer)) : next(call);
    }

    /// <summary>Where the first null element is, or nothing.</summary>
    internal static string? Find(object? value)
    {
        if (value is null) return null;
        var type = ApiJson.Options.GetTypeInfo(value.GetType());
        return type.Kind switch
        {
            JsonTypeInfoKind.Object => type.Properties.Select(member => At(member.Name, Find(member.Get?.Invoke(value)))).FirstOrDefault(found => found is not null),
            JsonTypeInfoKind.Enumerable => ((IEnumerable)value).Cast<object?>().Select((element, i) => At(i.ToString(CultureInfo.InvariantCulture), FindOrBe(element))).FirstOrDefault(found => found is not null),
            JsonTypeInfoKind.Dictionary => FindIn((IDictionary)value),
            _ => null,
        };
    }

    private static string? FindIn(IDictionary map) => map.Keys.Cast<string>().Select(name => At(name, FindOrBe(map[name]))).FirstOrDefault(found => found is not null);

    private static string? FindOrBe(object? element) => element is null ? "" : Find(element);

    private static string? At(string name, string? below) => below is null ? null : $"/{JsonProblem.Escape(name)}{below}";
}
