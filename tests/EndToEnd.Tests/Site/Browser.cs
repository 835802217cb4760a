using Microsoft.Playwright;

namespace Openbook.EndToEnd.Tests.Site;

/// <summary>The system's Chromium, started once for all tests.</summary>
public static class Browser
{
    private static readonly Lazy<Task<IBrowser>> Shared = new(Launch);

    /// <summary>Where Chromium is; null if it is not installed.</summary>
    public static string? Program { get; } =
        new[] { "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome" }.FirstOrDefault(
            File.Exists
        );

    /// <summary>A window of its own: its size, and whether scripts run.</summary>
    public static async Task<IPage> Open(int width = 1200, bool script = true)
    {
        var browser = await Shared.Value;
        var context = await browser.NewContextAsync(
            new()
            {
                ViewportSize = new() { Width = width, Height = 900 },
                JavaScriptEnabled = script,
                Locale = "en-GB",
                TimezoneId = "Europe/London",
            }
        );
        context.SetDefaultTimeout(20_000);
        return await context.NewPageAsync();
    }

    /// <summary>Opens a page of a site, which must answer.</summary>
    public static async Task To(this IPage page, ServedSite site, string path)
    {
        ArgumentNullException.ThrowIfNull(site);
        var answer = await page.GotoAsync(new Uri(site.Address, path).ToString());
        Assert.True(answer!.Status < 500, $"{path} answered {answer.Status}");
    }

    /// <summary>The link of a name.</summary>
    public static ILocator Link(this IPage page, string name)
    {
        ArgumentNullException.ThrowIfNull(page);
        return page.GetByRole(AriaRole.Link, new() { Name = name });
    }

    /// <summary>The button of a name.</summary>
    public static ILocator Button(this IPage page, string name)
    {
        ArgumentNullException.ThrowIfNull(page);
        return page.GetByRole(AriaRole.Button, new() { Name = name });
    }

    private static async Task<IBrowser> Launch()
    {
        var playwright = await Playwright.CreateAsync();
        return await playwright.Chromium.LaunchAsync(
            new()
            {
                ExecutablePath = Program,
                Headless = true,
                // The master of a machine cannot have the sandbox; everybody else keeps it.
                ChromiumSandbox = Environment.UserName != "root",
            }
        );
    }
}

/// <summary>A test that needs a browser, and says so where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute()
    {
        if (Browser.Program is null)
        {
            Skip = "Chromium is not installed.";
        }
    }
}

/// <summary>A theory that needs a browser, and says so where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserTheoryAttribute : TheoryAttribute
{
    public BrowserTheoryAttribute()
    {
        if (Browser.Program is null)
        {
            Skip = "Chromium is not installed.";
        }
    }
}
