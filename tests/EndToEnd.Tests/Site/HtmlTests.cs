using System.Diagnostics;

namespace Openbook.EndToEnd.Tests.Site;

/// <summary>Every page is valid HTML, as the checker of the W3C sees it.</summary>
public sealed class HtmlTests
{
    [HtmlFact]
    public async Task Every_page_is_valid_html()
    {
        var folder = Directory.CreateTempSubdirectory("openbook-html-");
        using var client = new HttpClient { BaseAddress = ServedSite.Sample.Address };
        foreach (var (path, i) in SitePages.All.Select((path, i) => (path, i)))
        {
            using var answer = await client.GetAsync(new Uri(await HandedIn.Address(path), UriKind.Relative));
            await File.WriteAllTextAsync(
                Path.Combine(folder.FullName, $"{i}.html"),
                await answer.Content.ReadAsStringAsync()
            );
        }
        var faults = Check(folder.FullName);
        Assert.True(faults.Length == 0, faults);
        folder.Delete(recursive: true);
    }

    [HtmlFact]
    public void The_checker_can_find_a_fault()
    {
        var folder = Directory.CreateTempSubdirectory("openbook-html-");
        File.WriteAllText(
            Path.Combine(folder.FullName, "a.html"),
            "<!DOCTYPE html><html lang=en><title>a</title><p><h1>a</h1></p>"
        );
        Assert.Contains("No “p” element in scope", Check(folder.FullName), StringComparison.Ordinal);
        folder.Delete(recursive: true);
    }

    internal static string Check(string folder)
    {
        var start = new ProcessStartInfo(
            "java",
            // The framework writes the token of a form with a slash, which is allowed and does nothing.
            ["-jar", HtmlFactAttribute.Checker, "--skip-non-html", "--filterpattern", ".*Trailing slash.*", folder]
        )
        {
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        using var process = Process.Start(start)!;
        var said = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return said;
    }
}

/// <summary>A test that needs the checker of HTML and a Java runtime, and says so where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class HtmlFactAttribute : FactAttribute
{
    public HtmlFactAttribute()
    {
        if (!File.Exists("/usr/bin/java") || !File.Exists(Checker))
        {
            Skip = "A Java runtime or the checker of HTML (npm ci in tests/EndToEnd.Tests) is not installed.";
        }
    }

    /// <summary>The folder of the whole project.</summary>
    public static string Root { get; } = Find();

    public static string Checker { get; } =
        Path.Combine(Root, "tests", "EndToEnd.Tests", "node_modules", "vnu-jar", "build", "dist", "vnu.jar");

    private static string Find()
    {
        var here = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(here.FullName, "Openbook.slnx")))
        {
            here = here.Parent!;
        }
        return here.FullName;
    }
}
