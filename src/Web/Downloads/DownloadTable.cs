using Openbook.Exchange;

namespace Openbook.Web.Downloads;

/// <summary>A table as a file: what it is called, its columns, and its rows, each cell as plain text.</summary>
/// <param name="Name">The file's name, without its ending.</param>
/// <param name="Columns">The columns. Pounds are written as files carry them; in JSON they are pence, in fields that say so.</param>
/// <param name="Count">How many rows.</param>
/// <param name="Rows">The rows, asked for once.</param>
public sealed record DownloadTable(
    string Name,
    IReadOnlyList<(string Heading, SheetColumn Kind)> Columns,
    int Count,
    IEnumerable<IReadOnlyList<string>> Rows
);
