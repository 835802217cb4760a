using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Openbook.Web;

/// <summary>The headers that every answer carries: nothing from elsewhere, no script in a page, no frame around it.</summary>
internal static class SecurityHeaders
{
    private static readonly (string Name, string Value)[] Always =
    [
        (
            "Content-Security-Policy",
            "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; "
                + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
        ),
        ("X-Content-Type-Options", "nosniff"),
        ("Referrer-Policy", "same-origin"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
        ("Permissions-Policy", "camera=(), geolocation=(), microphone=()"),
        // What a Book says is kept by nobody on the way; assets say otherwise for themselves.
        ("Cache-Control", "no-store"),
    ];

    public static void Use(IApplicationBuilder app) =>
        app.Use(
            (context, next) =>
            {
                foreach (var (name, value) in Always)
                {
                    context.Response.Headers[name] = value;
                }
                return next(context);
            }
        );
}
