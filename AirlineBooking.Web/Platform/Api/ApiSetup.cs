using Microsoft.AspNetCore.Http.Json;

namespace AirlineBooking.Web.Platform.Api;

/// <summary>Sets the API up: its JSON, its errors, its address.</summary>
public static class ApiSetup
{
    public const string Root = "/api/v1";

    private static readonly string[] OtherMethods = [HttpMethods.Get, HttpMethods.Put, HttpMethods.Patch, HttpMethods.Delete, HttpMethods.Options];

    public static IServiceCollection AddApi(this IServiceCollection services) => services
        .AddSingleton<SaidAnswers>()
        .Configure<JsonOptions>(options => ApiJson.Apply(options.SerializerOptions))
        // Development and production fail alike: the last handler finds the words.
        .Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);

    public static IApplicationBuilder UseApiErrors(this IApplicationBuilder app) => app.UseMiddleware<ApiErrors>();

    /// <summary>Answers HEAD as GET: the server itself leaves the body out. Stands before routing.</summary>
    public static IApplicationBuilder UseHeadAsGet(this IApplicationBuilder app) => app.Use(static (context, next) =>
    {
        if (HttpMethods.IsHead(context.Request.Method)) context.Request.Method = HttpMethods.Get;
        return next(context);
    });

    /// <summary>Says that an address takes POST alone. Beside an address with an id in its place, GET would take its name for an id.</summary>
    public static void MapOnlyPosted(this IEndpointRouteBuilder endpoints, string pattern) => endpoints.MapMethods(
        pattern, OtherMethods,
        static context =>
        {
            context.Response.Headers.Allow = HttpMethods.Post;
            return Problems.OfStatus(StatusCodes.Status405MethodNotAllowed).ExecuteAsync(context);
        }).ExcludeFromDescription();

    /// <summary>Where the features map what they answer.</summary>
    public static RouteGroupBuilder MapApi(this IEndpointRouteBuilder endpoints) => endpoints.MapGroup(Root).RefuseNullElements();
}
