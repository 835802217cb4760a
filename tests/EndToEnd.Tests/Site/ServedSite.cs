using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Openbook.EndToEnd.Tests.Site;

/// <summary>The site as the real program serves it, over a store of its own.</summary>
public sealed class ServedSite : IDisposable
{
    private static readonly Lazy<ServedSite> SharedSample = new(() => Demo());
    private readonly Process process;

    private ServedSite(Process process, string folder, Uri address)
    {
        this.process = process;
        Folder = folder;
        Address = address;
    }

    /// <summary>The samples, for tests that only read. It ends with these tests.</summary>
    public static ServedSite Sample => SharedSample.Value;

    public string Folder { get; }

    public Uri Address { get; }

    /// <summary>The demo: it makes the samples and serves them.</summary>
    public static ServedSite Demo()
    {
        var folder = TestFolders.New();
        var port = FreePort();
        var site = Start(folder, port, "demo", "--data", folder, "--port", $"{port}");
        AppDomain.CurrentDomain.ProcessExit += (_, _) => site.Dispose();
        return site;
    }

    /// <summary>The demo of one sample, of which nothing is to be kept.</summary>
    public static ServedSite DemoForNow(string temporary)
    {
        var port = FreePort();
        return Started(
            TheProgram.StartWithin(temporary, "demo", "--sample", "bl", "--port", $"{port}"),
            temporary,
            port
        );
    }

    /// <summary>The site over a folder.</summary>
    public static ServedSite Over(string folder)
    {
        var port = FreePort();
        return Start(folder, port, "serve", "--data", folder, "--urls", $"http://127.0.0.1:{port}");
    }

    /// <summary>The site over a copy of the samples, for tests that record.</summary>
    public static ServedSite OverCopyOfSample()
    {
        var copy = TestFolders.New();
        // The other files of the store come and go with those who read it, and hold nothing.
        foreach (var file in Directory.GetFiles(Sample.Folder, "*.db"))
        {
            File.Copy(file, Path.Combine(copy, Path.GetFileName(file)));
        }
        return Over(copy);
    }

    /// <summary>Ends it as Ctrl+C does; gives its exit code.</summary>
    public int Interrupt()
    {
        // What was started in the background by a shell never hears Ctrl+C; it is ended as the system ends it.
        using var kill = Process.Start("kill", [IgnoresInterrupt() ? "-TERM" : "-INT", $"{process.Id}"]);
        kill.WaitForExit();
        return process.WaitForExit(TimeSpan.FromSeconds(30)) ? process.ExitCode : -1;
    }

    private bool IgnoresInterrupt()
    {
        const int Interrupt = 0b10;
        var status = $"/proc/{process.Id}/status";
        return File.Exists(status)
            && File.ReadLines(status).FirstOrDefault(line => line.StartsWith("SigIgn:", StringComparison.Ordinal))
                is { } line
            && (Convert.ToUInt64(line["SigIgn:".Length..].Trim(), 16) & Interrupt) != 0;
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill();
        }
    }

    private static ServedSite Start(string folder, int port, params string[] args) =>
        Started(TheProgram.Start(args), folder, port);

    private static ServedSite Started(Process started, string folder, int port)
    {
        var said = new List<string>();
        while (started.StandardOutput.ReadLine() is { } line)
        {
            said.Add(line);
            if (line.StartsWith("The site is at ", StringComparison.Ordinal))
            {
                return new ServedSite(started, folder, new Uri(line["The site is at ".Length..].TrimEnd('/') + "/"));
            }
        }
        throw new InvalidOperationException(
            $"The site did not start on port {port}: {string.Join('\n', said)} {started.StandardError.ReadToEnd()}"
        );
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
