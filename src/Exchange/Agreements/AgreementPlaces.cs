using Openbook.Domain;

namespace Openbook.Exchange;

/// <summary>Where each term stands in the text, by its path, such as <c>services[2].share</c>.</summary>
internal sealed class AgreementPlaces(YamlFaults faults)
{
    private readonly Dictionary<string, Place> places = [];

    public void Set(string path, YamlNode? node)
    {
        if (node is not null)
        {
            places[path] = faults.At(node.Line, node.Column);
        }
    }

    /// <summary>The place of a path, or of the nearest term around it; the agreement's own path is empty.</summary>
    public Place? Find(string path)
    {
        for (var known = path; ; known = Around(known))
        {
            if (places.TryGetValue(known, out var place))
            {
                return place;
            }
            if (known.Length == 0)
            {
                return null;
            }
        }
    }

    private static string Around(string path)
    {
        var end = path.LastIndexOfAny(['.', '[']);
        return end < 0 ? "" : path[..end];
    }
}
