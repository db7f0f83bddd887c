using Microsoft.OpenApi;

namespace AirlineBooking.Web.Platform.Api.OpenApi;

/// <summary>Describes the API at /openapi/v1.json.</summary>
public static class OpenApiSetup
{
    public const string Name = "v1";
    public const string Address = "/openapi/v1.json";

    public static IServiceCollection AddApiDocument(this IServiceCollection services) => services
        .AddSingleton<ExampleRunner>()
        .AddSingleton<OpenApiAnswer>()
        .AddOpenApi(Name, options =>
        {
            options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
            options.ShouldInclude = static description => description.RelativePath?.StartsWith("api/v1/", StringComparison.Ordinal) is true;
            options.AddSchemaTransformer(DescribeSchemas.RunAsync);
            options.AddOperationTransformer(DescribeOperations.RunAsync);
            options.AddDocumentTransformer(DescribeDocument.RunAsync);
        });

    public static void MapApiDocument(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet(Address, static (OpenApiAnswer document, CancellationToken cancel) => document.GetAsync(cancel)).ExcludeFromDescription();
}
