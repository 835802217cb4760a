using System.CommandLine;
using Openbook.Web;

namespace Openbook.Cli.Commands;

/// <summary>Serves the site over the store until it is told to end.</summary>
internal static class ServeCommand
{
    private const string Default = "http://127.0.0.1:5080";

    public static Command Make(CommonOptions common, Shell shell)
    {
        var urls = CommonOptions.Text(
            "--urls",
            "URLS",
            $"Where to listen on this machine (default {Default}); several with ; between."
        );
        var command = new Command(
            "serve",
            "Serves the site over the store, for this machine alone, until you press Ctrl+C.\n\n"
                + "Example: openbook serve --urls http://127.0.0.1:5080"
        )
        {
            urls,
        };
        command.SetAction(parsed =>
            Serve(StorePlace.Of(common, parsed, shell), parsed.GetValue(urls) ?? Default, shell)
        );
        return command;
    }

    /// <summary>Serves the site until it is told to end.</summary>
    public static int Serve(StorePlace place, string urls, Shell shell)
    {
        var addresses = urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (addresses.Length == 0)
        {
            throw new UsageException($"--urls names no address. Write one such as {Default}.");
        }
        foreach (var fault in addresses.Select(Loopback.Fault).OfType<string>())
        {
            throw new UsageException(fault);
        }
        var options = new SiteOptions
        {
            OpenStore = place.OpenIfThere,
            StoreInWords = place.ToString()!,
            Clock = shell.Clock,
            Addresses = [.. addresses.Select(address => new Uri(address))],
            Log = shell.Error,
        };
        return SiteRun.Run(options, shell.Out);
    }
}
