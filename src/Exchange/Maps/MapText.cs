using Openbook.Domain;

namespace Openbook.Exchange;

/// <summary>Reads a map as people write it, in YAML, as strictly as an agreement.</summary>
public static class MapText
{
    /// <summary>The longest text that is read, in bytes of UTF-8.</summary>
    public const int MaxBytes = 256 * 1024;

    /// <summary>Each coding with its word.</summary>
    public static IReadOnlyList<(string Word, TextCoding Coding)> Codings => MapReader.Codings;

    /// <summary>Each character that may stand between cells, with its word.</summary>
    public static IReadOnlyList<(string Word, char Delimiter)> Delimiters => MapReader.Delimiters;

    /// <summary>Each rule about rows with its word.</summary>
    public static IReadOnlyList<(string Word, RowRules Rule)> Rules => MapReader.Rules;

    /// <summary>The text of a map: read again, it says the same.</summary>
    public static string Of(CostMap map)
    {
        ArgumentNullException.ThrowIfNull(map);
        return MapWriter.Of(map);
    }

    /// <summary>Whether two maps say the same, in whatever order and capitals.</summary>
    public static bool AreSame(CostMap one, CostMap other)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        return MapWriter.Of(Ordered(one)) == MapWriter.Of(Ordered(other));
    }

    private static CostMap Ordered(CostMap map) =>
        map with
        {
            Columns = Ordered(map.Columns),
            Fixed = Ordered(map.Fixed),
            Words = Ordered(
                map.Words.ToDictionary(
                    item => item.Key,
                    item =>
                        (IReadOnlyDictionary<string, string>)
                            Ordered(item.Value.ToDictionary(word => CostMap.Plain(word.Key), word => word.Value))
                )
            ),
            Otherwise = Ordered(map.Otherwise),
        };

    private static Dictionary<string, T> Ordered<T>(IReadOnlyDictionary<string, T> values) =>
        values.OrderBy(item => item.Key, StringComparer.Ordinal).ToDictionary();

    /// <summary>The map that a file on disk says, or every fault of it.</summary>
    public static Outcome<CostMap> ReadFile(string path)
    {
        var name = Path.GetFileName(path);
        try
        {
            if (new FileInfo(path) is { Exists: true, Length: > MaxBytes })
            {
                return Refuse.FileTooLarge.Because("A map has at most 256 KB.", new Place(name));
            }
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            return SourceFile.Unreadable(path);
        }
        var file = SourceFile.Read(path);
        return file.IsDone ? Read(file.Value.ToText(), name) : Outcome<CostMap>.Refused(file.Refusals);
    }

    /// <summary>The map that a text says, or every fault of it with line and column.</summary>
    /// <param name="text">The text, with or without a byte order mark.</param>
    /// <param name="fileName">The name by which refusals call the text.</param>
    public static Outcome<CostMap> Read(string text, string fileName)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(fileName);
        var faults = new YamlFaults(fileName);
        var map = Map(text, faults);
        return faults.Any ? Outcome<CostMap>.Refused(faults.InOrder()) : map!;
    }

    private static CostMap? Map(string text, YamlFaults faults) =>
        YamlComposer.Root(text, MaxBytes, faults) is { } root ? new MapReader(faults).Read(root) : null;
}
