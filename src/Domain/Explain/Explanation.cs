using System.Text.Json.Nodes;

namespace Openbook.Domain;

/// <summary>
/// One step of the working behind a figure: what it is, how much, and the steps below it. The command, the page and the
/// spreadsheet print this same tree.
/// </summary>
/// <param name="Title">What the figure is, in plain English.</param>
/// <param name="Pence">How much in pence; null if the step is no amount.</param>
/// <param name="Detail">How it comes about; null if the title says all.</param>
/// <param name="Parts">The steps below.</param>
/// <param name="Line">Of a cost line, its name.</param>
/// <param name="Source">Of a cost line, the file it came from.</param>
/// <param name="Entry">The entry that recorded it.</param>
public sealed record Explanation(
    string Title,
    long? Pence,
    string? Detail,
    IReadOnlyList<Explanation> Parts,
    LineRef? Line = null,
    string? Source = null,
    int? Entry = null
)
{
    /// <summary>Whether the amounts of the steps below add up to this one's.</summary>
    public bool IsSum { get; init; }

    /// <summary>The figure that this step is, if it can be opened by itself.</summary>
    public FigureRef? Opens { get; init; }

    /// <summary>A step without steps below.</summary>
    public static Explanation Leaf(string title, long? pence = null, string? detail = null, int? entry = null) =>
        new(title, pence, detail, [], Entry: entry);

    /// <summary>The tree as JSON; the row is that of the source file.</summary>
    public JsonObject ToJson() =>
        new()
        {
            ["title"] = Title,
            ["pence"] = Pence,
            ["detail"] = Detail,
            ["entry"] = Entry ?? Line?.Entry,
            ["line"] = Line?.ToString(),
            ["source"] = Source,
            ["row"] = Line?.Row,
            ["parts"] = new JsonArray([.. Parts.Select(part => part.ToJson())]),
        };
}
