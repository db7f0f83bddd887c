using System.Net;
using System.Text;
using AirlineBooking.Web.Platform.Api;
using AirlineBooking.Web.Platform.Api.OpenApi;
using AirlineBooking.Web.Ui;

namespace AirlineBooking.Web.Platform.Docs;

/// <summary>Shows the API's document to people at /docs, with calls that run. Everything is served by this program.</summary>
public static class DocsSetup
{
    public const string Address = "/docs";
    public const string ProblemsAddress = "/docs/problems";

    private const string Html = "text/html; charset=utf-8";

    private static byte[] Page(Brand brand) => Encoding.UTF8.GetBytes(Frame(brand, "API for partners", "<script src=\"/docs/ui/swagger-ui-bundle.js\" defer></script><script src=\"/docs/docs.js\" defer></script>",
        $"""<div id="docs" data-document="{OpenApiSetup.Address}"></div><noscript><p>This page needs JavaScript. The document itself is at <a href="{OpenApiSetup.Address}">{OpenApiSetup.Address}</a>.</p></noscript>"""));

    private static byte[] ProblemsPage(Brand brand) => Encoding.UTF8.GetBytes(Frame(brand, "Problems of the API", "", ProblemTable()));

    /// <summary>The viewer's own files, from the package that carries them. Stands before routing.</summary>
    public static IApplicationBuilder UseDocs(this IApplicationBuilder app)
    {
        var page = Page(app.ApplicationServices.GetRequiredService<Brand>());
        // It matches every path that it meets with regular expressions, so it meets only its own.
        return app.UseWhen(static context => context.Request.Path.StartsWithSegments(Address), docs => docs.UseSwaggerUI(options =>
        {
            options.RoutePrefix = "docs/ui";
            options.IndexStream = () => new MemoryStream(page);
        }));
    }

    public static void MapDocs(this IEndpointRouteBuilder endpoints)
    {
        // The pages never change while the program runs.
        var brand = endpoints.ServiceProvider.GetRequiredService<Brand>();
        var (page, problems) = (Page(brand), ProblemsPage(brand));
        endpoints.MapGet(Address, () => Results.Bytes(page, Html)).ExcludeFromDescription();
        endpoints.MapGet(ProblemsAddress, () => Results.Bytes(problems, Html)).ExcludeFromDescription();
    }

    private static string Frame(Brand brand, string title, string scripts, string main) =>
        $"""
        <!DOCTYPE html>
        <html lang="en-GB">
        <head>
          <meta charset="utf-8">
          <meta name="viewport" content="width=device-width, initial-scale=1">
          <title>{title} · {WebUtility.HtmlEncode(brand.Name)}</title>
          <meta name="description" content="The partner API of {WebUtility.HtmlEncode(brand.Name)}: search, offers and flights, with examples that run.">
          <link rel="icon" href="/favicon.svg" type="image/svg+xml">
          <link rel="stylesheet" href="/tokens.css">
          <link rel="stylesheet" href="/docs/ui/swagger-ui.css">
          <link rel="stylesheet" href="/docs/docs.css">
          {scripts}
        </head>
        <body>
          <header class="docs-bar"><a href="/">{WebUtility.HtmlEncode(brand.Name)}</a><nav aria-label="API"><a href="{Address}">Operations</a><a href="{ProblemsAddress}">Problems</a><a href="{OpenApiSetup.Address}">OpenAPI 3.1</a></nav></header>
          <main>{main}</main>
          {(brand.Notice is null ? "" : $"<footer class=\"docs-foot\"><p>{brand.Notice}</p></footer>")}
        </body>
        </html>
        """;

    private static string ProblemTable()
    {
        var rows = new StringBuilder("<div class=\"docs-text\"><h1>Problems</h1><p>Every failing answer is <code>application/problem+json</code> (RFC 9457). Branch on <code>code</code>: it never changes. ");
        rows.Append("<code>errors</code> names each field that is wrong. Name the <code>requestId</code> when you ask us.</p><table><thead><tr><th scope=\"col\">code</th><th scope=\"col\">status</th><th scope=\"col\">what it means</th></tr></thead><tbody>");
        foreach (var code in ProblemCode.All) rows.Append(System.Globalization.CultureInfo.InvariantCulture, $"<tr id=\"{code.Code}\"><td><code>{code.Code}</code></td><td>{code.Status}</td><td>{WebUtility.HtmlEncode(code.Title)}</td></tr>");
        return rows.Append("</tbody></table></div>").ToString();
    }
}
