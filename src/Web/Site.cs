using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Openbook.Web.Api;
using Openbook.Web.Books;
using Openbook.Web.Costs;
using Openbook.Web.Recording;
using Openbook.Web.Searching;

namespace Openbook.Web;

/// <summary>The site: pages over the Books of one store, and an API that reads them.</summary>
public static class Site
{
    /// <summary>The largest upload, in bytes.</summary>
    public const long LargestUpload = 256L << 20;

    /// <summary>Builds the site; the caller starts and ends it.</summary>
    /// <exception cref="ArgumentException">An address is not on loopback.</exception>
    public static WebApplication Build(SiteOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        foreach (var address in options.Addresses)
        {
            if (Loopback.Fault(address.OriginalString) is { } fault)
            {
                throw new ArgumentException(fault, nameof(options));
            }
        }
        // Nothing is taken from files or variables that happen to lie around.
        var builder = WebApplication.CreateEmptyBuilder(
            new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory }
        );
        builder.WebHost.UseKestrelCore().UseUrls([.. options.Addresses.Select(address => address.OriginalString)]);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestUpload;
        });
        AddServices(builder.Services, options);
        var app = builder.Build();
        Use(app, options);
        return app;
    }

    /// <summary>What the site's pages need.</summary>
    public static void AddServices(IServiceCollection services, SiteOptions options)
    {
        services.AddSingleton(options);
        services.AddSingleton(options.Clock);
        services.AddSingleton<BookShelf>();
        services.AddScoped<BookOnPage>();
        services.AddScoped<BookLedger>();
        services.AddScoped<BookRecorder>();
        services.AddScoped<Consequences>();
        services.AddSingleton<Uploads>();
        services.AddSingleton<UploadWorks>();
        services.AddSingleton<FileChecker>();
        services.AddSingleton<LineShelf>();
        services.AddScoped<FirstLines>();
        services.AddScoped<LineReader>();
        services.AddScoped<BookSearch>();
        services.AddHostFiltering(hosts => hosts.AllowedHosts = ["localhost", "127.0.0.1", "[::1]"]);
        // Forms live as long as the site: nothing is written to the machine for them.
        services.AddDataProtection().UseEphemeralDataProtectionProvider();
        services.Configure<AntiforgeryOptions>(forms =>
        {
            forms.Cookie.Name = "openbook-form";
            forms.Cookie.SameSite = SameSiteMode.Strict;
            forms.Cookie.HttpOnly = true;
        });
        services.Configure<FormOptions>(forms =>
        {
            forms.MultipartBodyLengthLimit = LargestUpload;
            // A form that says what every column and word of a file is has many fields.
            forms.ValueCountLimit = 4_096;
        });
        services.AddRouting(routes => routes.LowercaseUrls = true);
        services
            .AddRazorPages(pages =>
                pages.Conventions.AddFolderApplicationModelConvention(
                    "/Book",
                    page => page.Filters.Add(new BookFolder())
                )
            )
            // The program that starts the site is another assembly.
            .AddApplicationPart(typeof(Site).Assembly);
    }

    private static void Use(WebApplication app, SiteOptions options)
    {
        app.UseHostFiltering();
        SecurityHeaders.Use(app);
        app.UseExceptionHandler("/problem/500");
        app.UseStatusCodePagesWithReExecute("/problem/{0}");
        // Within the two above, which would answer with pages.
        ApiFaults.Use(app, options);
        app.UseStaticFiles(
            new StaticFileOptions
            {
                RequestPath = "/assets",
                FileProvider = new EmbeddedFileProvider(typeof(Site).Assembly, "Assets"),
                OnPrepareResponse = answer =>
                    answer.Context.Response.Headers.CacheControl = "public, max-age=31536000, immutable",
            }
        );
        Description.Use(app);
        app.UseRouting();
        app.MapRazorPages();
        ReadingApi.Map(app);
    }
}
