using Openbook.Domain;

namespace Openbook.Exchange;

/// <summary>A column of a file, as a person sees it who says what it is.</summary>
/// <param name="Place">Its place from 0.</param>
/// <param name="Name">As a map names it: by its heading, or as <c>column 3</c>.</param>
/// <param name="Cells">What stands in it in the first rows.</param>
public sealed record FileColumn(int Place, string Name, IReadOnlyList<string> Cells);

/// <summary>A word of a column, and in how many rows it stands.</summary>
/// <param name="Word">The word; nothing for empty cells.</param>
/// <param name="Rows">How many rows.</param>
public sealed record FileWord(string Word, int Rows);

/// <summary>
/// The columns of a file with its first rows, for who says what each of them is. Of a long file only the beginning is looked at.
/// </summary>
public sealed class FileColumns
{
    /// <summary>How many rows are shown.</summary>
    public const int RowsShown = 10;

    /// <summary>The most words of a column that are told.</summary>
    public const int MostWords = 300;

    private readonly TableFile file;
    private readonly SourceTable table;
    private readonly LeftOut? leftOut;

    private FileColumns(
        TableFile file,
        IReadOnlyList<string> sheets,
        SourceTable table,
        TableRow? header,
        LeftOut? leftOut
    )
    {
        this.file = file;
        this.table = table;
        this.leftOut = leftOut;
        Sheets = sheets;
        HeaderRow = header?.Number;
        var below = table.Rows().Where(row => row.Number > (HeaderRow ?? 0) && !row.IsBlank).Take(RowsShown).ToList();
        Above = [.. table.Rows().TakeWhile(row => row.Number < (HeaderRow ?? 0)).Where(row => !row.IsBlank)];
        Rows = [.. below.Select(row => row.Number)];
        var width = Math.Max(header?.Cells.Count ?? 0, below.Select(row => row.Cells.Count).DefaultIfEmpty(0).Max());
        Columns =
        [
            .. Enumerable
                .Range(0, width)
                .Select(place => new FileColumn(
                    place,
                    ColumnName.Of(header, place),
                    [.. below.Select(row => row[place].Text)]
                )),
        ];
    }

    /// <summary>Whether only the beginning of the file was looked at, as far as it was read.</summary>
    public bool IsCut => file.IsCut;

    /// <summary>The names of a workbook's sheets; none for a text.</summary>
    public IReadOnlyList<string> Sheets { get; }

    /// <summary>The sheet whose columns these are; null for a text.</summary>
    public string? Sheet => table.Sheet;

    /// <summary>The row of the headings, or null if there are none.</summary>
    public int? HeaderRow { get; }

    /// <summary>The columns from the left.</summary>
    public IReadOnlyList<FileColumn> Columns { get; }

    /// <summary>The numbers of the first rows below the headings.</summary>
    public IReadOnlyList<int> Rows { get; }

    /// <summary>The rows above the headings: each with its number and its words.</summary>
    public IReadOnlyList<(int Row, string Words)> RowsAbove =>
        [
            .. Above.Select(row =>
                (row.Number, string.Join(" | ", row.Cells.Where(cell => !cell.IsEmpty).Select(cell => cell.Text)))
            ),
        ];

    private IReadOnlyList<TableRow> Above { get; }

    /// <summary>The columns of a file as a map finds them, or as they seem to be; or why they cannot be seen.</summary>
    /// <param name="path">The file.</param>
    /// <param name="map">How it is written, and where its headings are. It need not name any column.</param>
    public static Outcome<FileColumns> Of(string path, CostMap map)
    {
        ArgumentNullException.ThrowIfNull(map);
        var start = FileStart.Read(path);
        if (!start.IsDone)
        {
            return Outcome<FileColumns>.Refused(start.Refusals);
        }
        var beginning = start.Value;
        var tables = beginning.Tables(map.Encoding, map.Delimiter);
        if (!tables.IsDone)
        {
            return Outcome<FileColumns>.Refused(tables.Refusals);
        }
        var chosen = Table(beginning.Name, tables.Value, map);
        var sheets = tables.Value.Select(item => item.Sheet).OfType<string>().ToList();
        return new FileColumns(beginning, sheets, chosen, Header(chosen, map), RowsLeftOut(chosen, map));
    }

    /// <summary>
    /// Whether to look at a file is heavy however little of it is wanted: a workbook must be unpacked to be measured, and may be large
    /// then. False where it cannot be opened.
    /// </summary>
    public static bool AreHeavy(string path)
    {
        try
        {
            using var bytes = File.OpenRead(path);
            var start = new byte[4];
            return bytes.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) == start.Length
                && TableFile.StartsAsZip(start);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>A map that says nothing but how a file seems to be written.</summary>
    public static CostMap Blank(string path)
    {
        var start = FileStart.Read(path);
        var map = new CostMap { Columns = new Dictionary<string, IReadOnlyList<string>>() };
        if (!start.IsDone || start.Value.IsWorkbook)
        {
            return map;
        }
        var coding = Decoding.Guess(start.Value.Bytes);
        var text = start.Value.Text(coding);
        return map with { Encoding = coding, Delimiter = text.IsDone ? DelimitedText.Guess(text.Value) : ',' };
    }

    /// <summary>
    /// The words of a column in the rows that are lines, the most frequent first; nothing stands for empty cells.
    /// </summary>
    public IReadOnlyList<FileWord> WordsOf(int place) =>
        [
            .. table
                .Rows()
                .Where(row => row.Number > (HeaderRow ?? 0) && row.Fault is null && !row.IsBlank)
                .Where(row => (leftOut?.Why(row) ?? WhyLeftOut.No) == WhyLeftOut.No)
                .Select(row => row[place].Text)
                .Where(word => word.Length <= 200 && !YamlCharacters.AnyBad(word))
                .GroupBy(CostMap.Plain)
                .Select(group => new FileWord(
                    string.Join(' ', group.First().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)),
                    group.Count()
                ))
                .OrderByDescending(word => word.Rows)
                .ThenBy(word => word.Word, StringComparer.Ordinal)
                .Take(MostWords),
        ];

    /// <summary>The rows as a map reads them.</summary>
    public CostSource Read(CostMap map) => MappedCosts.Read(file, map, null);

    /// <summary>The place of a field's column as a map finds it, or -1.</summary>
    public int PlaceOf(CostMap map, string field)
    {
        ArgumentNullException.ThrowIfNull(map);
        var names = map.Columns.GetValueOrDefault(field, []);
        var name = names.FirstOrDefault(name => Find(name) >= 0);
        return name is null ? -1 : Find(name);
    }

    /// <summary>Whether a map finds the headings where they are without being told their row.</summary>
    internal bool IsFound(CostMap map) =>
        MapHeader.Find(table, map with { HeaderRow = null }) is { IsDone: true } found
        && found.Value.Row?.Number == HeaderRow;

    private int Find(string name)
    {
        var plain = CostMap.Plain(name);
        var found = Columns.FirstOrDefault(column => CostMap.Plain(column.Name) == plain);
        return found?.Place ?? (CostMap.Place(name) is { } place && place <= Columns.Count ? place - 1 : -1);
    }

    private static SourceTable Table(string name, IReadOnlyList<SourceTable> tables, CostMap map)
    {
        if (tables.Count == 1)
        {
            return tables[0];
        }
        var plain = CostMap.Plain(map.Sheet ?? "");
        return tables.FirstOrDefault(table => CostMap.Plain(table.Sheet ?? "") == plain)
            ?? (SheetChoice.Of(name, tables, map) is { IsDone: true } choice ? choice.Value.Table : null)
            ?? tables.MaxBy(table => new DraftColumns(table).Found)!;
    }

    private static LeftOut? RowsLeftOut(SourceTable table, CostMap map) =>
        map.Columns.Count > 0
        && MapHeader.Find(table, map) is { IsDone: true } header
        && header.Value.Skipping(table, map) is { IsDone: true } skipping
            ? new LeftOut(map, header.Value, skipping.Value)
            : null;

    private static TableRow? Header(SourceTable table, CostMap map)
    {
        if (!map.HasHeader)
        {
            return null;
        }
        if (map.HeaderRow is { } number)
        {
            return table.Rows().TakeWhile(row => row.Number <= number).FirstOrDefault(row => row.Number == number);
        }
        return map.Columns.Count > 0 && MapHeader.Find(table, map) is { IsDone: true } found
            ? found.Value.Row
            : new DraftColumns(table).Header;
    }
}
