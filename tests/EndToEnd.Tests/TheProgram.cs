using System.Diagnostics;

namespace Openbook.EndToEnd.Tests;

/// <summary>The real program as a process of its own.</summary>
internal static class TheProgram
{
    public static Process Start(params string[] args) => StartWithin(null, args);

    /// <summary>Starts it with a folder for what is temporary.</summary>
    public static Process StartWithin(string? temporary, params string[] args)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        if (temporary is not null)
        {
            start.Environment["TMPDIR"] = temporary;
        }
        start.ArgumentList.Add(Assembly);
        foreach (var arg in args)
        {
            start.ArgumentList.Add(arg);
        }
        return Process.Start(start)!;
    }

    // The program as it was built beside these tests, with the native library of its own folder.
    private static string Assembly { get; } = Built("src/Cli", "openbook.dll");

    /// <summary>A program of this repository as it was built beside these tests.</summary>
    /// <param name="project">The folder of its project.</param>
    /// <param name="name">The name of its file.</param>
    public static string Built(string project, string name)
    {
        var here = new DirectoryInfo(AppContext.BaseDirectory);
        var configuration = here.Parent!.Name;
        while (!File.Exists(Path.Combine(here.FullName, "Openbook.slnx")))
        {
            here = here.Parent!;
        }
        var built = Path.Combine(here.FullName, project, "bin", configuration);
        return Directory.EnumerateFiles(built, name, SearchOption.AllDirectories).Order().First();
    }

    /// <summary>Runs to the end; gives the exit code and what was said on standard error.</summary>
    public static (int Code, string Error) Run(params string[] args)
    {
        using var process = Start(args);
        var error = process.StandardError.ReadToEndAsync();
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, error.GetAwaiter().GetResult());
    }

    /// <summary>Runs what must succeed.</summary>
    public static void Do(params string[] args)
    {
        var (code, error) = Run(args);
        Assert.True(code == 0, $"openbook {string.Join(' ', args)} ended with {code}: {error}");
    }
}
