using System.Text.Json.Nodes;

namespace Openbook.Journal;

/// <summary>Entries as JSON: each says what is stored.</summary>
public static class EntriesJson
{
    /// <summary>The entries in the order given.</summary>
    public static JsonArray Of(IEnumerable<StoredEntry> entries) =>
        new([.. entries.Select(stored => JsonNode.Parse(stored.Bytes))]);
}
