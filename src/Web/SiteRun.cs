using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Hosting;

namespace Openbook.Web;

/// <summary>Runs the site for a person at a terminal.</summary>
public static class SiteRun
{
    /// <summary>Serves until the process is told to end; gives the exit code.</summary>
    /// <exception cref="IOException">An address is in use.</exception>
    public static int Run(SiteOptions options, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var app = Site.Build(options);
        try
        {
            app.StartAsync().GetAwaiter().GetResult();
            output.WriteLine($"The site is at {string.Join(" and ", app.Urls)}");
            output.WriteLine("It speaks to this machine alone. Press Ctrl+C to end it.");
            output.Flush();
            app.WaitForShutdownAsync().GetAwaiter().GetResult();
            return 0;
        }
        finally
        {
            ((IAsyncDisposable)app).DisposeAsync().AsTask().GetAwaiter().GetResult();
        }
    }
}
