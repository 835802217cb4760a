using System.Net;

namespace Openbook.Web;

/// <summary>
/// The site knows no sign-in yet, so it speaks to this machine alone: who could reach it from elsewhere could record for any
/// council.
/// </summary>
public static class Loopback
{
    /// <summary>Why the site may not listen there, in plain English; null if it may.</summary>
    public static string? Fault(string address)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme != Uri.UriSchemeHttp)
        {
            return $"\"{address}\" is no address such as http://127.0.0.1:5080.";
        }
        if (uri.PathAndQuery != "/" || uri.UserInfo.Length > 0)
        {
            return $"\"{address}\" names more than a machine and a port. Write it such as http://127.0.0.1:5080.";
        }
        return IsLoopback(uri)
            ? null
            : $"The site does not listen on {uri.Host}. It has no sign-in yet, so it speaks to this machine alone: "
                + "use an address such as http://127.0.0.1:5080.";
    }

    private static bool IsLoopback(Uri uri) =>
        uri.Host == "localhost"
        || (IPAddress.TryParse(uri.Host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip));
}
