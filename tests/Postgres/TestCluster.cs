using System.Diagnostics;
using System.Globalization;

namespace Openbook.Postgres;

/// <summary>
/// A PostgreSQL server for tests: the one that <c>./test</c> started and names in OPENBOOK_TEST_POSTGRES, else one that these
/// tests start by the same script and that ends with their process.
/// </summary>
public sealed class TestCluster : IDisposable
{
    private static readonly Lazy<TestCluster?> Found = new(() =>
        Environment.GetEnvironmentVariable("OPENBOOK_TEST_POSTGRES") is { Length: > 0 } named
            ? new TestCluster(named)
            : Start()
    );

    private TestCluster(string connection) => Connection = connection;

    /// <summary>The server that all tests of this process may use; null if there can be none.</summary>
    public static TestCluster? Shared => Found.Value;

    /// <summary>Why there can be no server here.</summary>
    public static string WhyNot { get; private set; } = "";

    /// <summary>The words that connect to its first database as its master.</summary>
    public string Connection { get; }

    /// <summary>A server of one's own, to be restarted at will; null if there can be none.</summary>
    public static TestCluster? Start()
    {
        var pid = Environment.ProcessId.ToString(CultureInfo.InvariantCulture);
        var (code, output, error) = Script("start", pid);
        WhyNot = code == 0 ? "" : $"There is no PostgreSQL to test on: {error.Trim()}";
        return code == 0 ? new TestCluster(output.Trim()) : null;
    }

    /// <summary>Ends it as a crash would, and starts it again.</summary>
    public void Restart() => MustRun("restart");

    /// <summary>Ends it and removes its folder.</summary>
    public void Dispose() => MustRun("stop");

    private void MustRun(string what)
    {
        var folder = Connection.Split("Host=")[1].Split(';')[0];
        var (code, _, error) = Script(what, folder);
        if (code != 0)
        {
            throw new InvalidOperationException($"The server could not be told to {what}: {error}");
        }
    }

    private static (int Code, string Output, string Error) Script(params string[] args)
    {
        var here = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(here.FullName, "Openbook.slnx")))
        {
            here = here.Parent!;
        }
        var script = Path.Combine(here.FullName, "tests", "Postgres", "cluster");
        var start = new ProcessStartInfo("bash", [script, .. args])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, error.GetAwaiter().GetResult());
    }
}
