using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.FileProviders;

namespace Openbook.Web.Api;

/// <summary>The API's description (OpenAPI 3.1) and, beside it, the schemas that it refers to.</summary>
internal static class Description
{
    public static void Use(IApplicationBuilder app) =>
        app.UseStaticFiles(
            new StaticFileOptions
            {
                RequestPath = "/openapi",
                FileProvider = new EmbeddedFileProvider(typeof(Description).Assembly, "OpenApi"),
            }
        );
}
