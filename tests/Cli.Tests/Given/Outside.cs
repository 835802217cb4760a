using System.Diagnostics;

namespace Openbook.Cli.Tests.Given;

/// <summary>Programs of others. Where one is missing a test passes by it, but never where CI=true.</summary>
public static class Outside
{
    public static bool IsThere(string program)
    {
        var found = (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator)
            .Any(folder => File.Exists(Path.Combine(folder, program)));
        Assert.True(found || Environment.GetEnvironmentVariable("CI") != "true", $"{program} is not installed.");
        return found;
    }

    /// <summary>Runs a program that must succeed; gives what it printed.</summary>
    public static string Run(string folder, string program, params string[] args)
    {
        var start = new ProcessStartInfo(program, args)
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["LANG"] = "C.UTF-8";
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"{program} {string.Join(' ', args)}: {error.Result}{output}");
        return output;
    }
}
