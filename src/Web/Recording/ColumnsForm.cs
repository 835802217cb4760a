using Microsoft.AspNetCore.Http;
using Openbook.Exchange;
using Openbook.Web.Forms;

namespace Openbook.Web.Recording;

/// <summary>The form that says what each column of a file is, as it was filled in or as a map has it.</summary>
public sealed record ColumnsForm
{
    /// <summary>What the form says.</summary>
    public required MapChoices Choices { get; init; }

    /// <summary>The map that it makes.</summary>
    public required CostMap Map { get; init; }

    /// <summary>The file's columns; null if they cannot be seen.</summary>
    public FileColumns? File { get; init; }

    /// <summary>Why the columns cannot be seen.</summary>
    public IReadOnlyList<Refusal> Refusals { get; init; } = [];

    /// <summary>The row of the headings as it was entered.</summary>
    public string HeaderRow { get; init; } = "";

    /// <summary>The rows to leave out as they were entered.</summary>
    public string SkipRows { get; init; } = "";

    /// <summary>Which table the columns belong to: a form says with it which columns it showed.</summary>
    public string Shown => File is null ? "" : TableOf(Map, File);

    /// <summary>The map's text.</summary>
    public string Text => MapText.Of(Map);

    /// <summary>The name of a column's select.</summary>
    public static string ColumnName(int place) => $"Column-{Domain.Text.Of(place)}";

    /// <summary>The name of a word's select.</summary>
    public static string WordName(string field, string word) => $"Word-{field}-{word}";

    /// <summary>The form as a map fills it in.</summary>
    public static ColumnsForm Of(Upload upload, CostMap map)
    {
        ArgumentNullException.ThrowIfNull(upload);
        var seen = FileColumns.Of(upload.Path, map);
        return new ColumnsForm
        {
            Map = map,
            File = seen.IsDone ? seen.Value : null,
            Refusals = seen.Refusals,
            Choices = seen.IsDone ? MapChoices.Of(map, seen.Value) : Nothing(map),
            HeaderRow = seen is { IsDone: true, Value.HeaderRow: { } row } ? Domain.Text.Of(row) : "",
            SkipRows = string.Join(", ", map.SkipRows),
        };
    }

    /// <summary>The form as a person filled it in; faults are noted at its fields.</summary>
    /// <param name="upload">The file.</param>
    /// <param name="before">The map that was there before.</param>
    /// <param name="form">What was filled in.</param>
    /// <param name="faults">Takes what is wrong.</param>
    /// <param name="codesOf">The codes that the words of a field may be.</param>
    public static ColumnsForm Posted(
        Upload upload,
        CostMap before,
        IFormCollection form,
        FormFaults faults,
        Func<string, IReadOnlySet<string>> codesOf
    )
    {
        ArgumentNullException.ThrowIfNull(upload);
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(faults);
        var reader = new ColumnsFormReader(form, faults);
        var old = FileColumns.Of(upload.Path, before);
        var file = reader.File(before);
        var seen = FileColumns.Of(upload.Path, file);
        faults.Add(seen.Refusals);
        var choices = reader.Choices() with { Codes = CostMap.CodeFields.ToDictionary(field => field, codesOf) };
        if (seen.IsDone)
        {
            choices = choices with { Columns = ColumnsOn(file, seen.Value, choices, form[nameof(Shown)].ToString()) };
        }
        var isRowTold =
            before.HeaderRow is not null || (old.IsDone && seen.IsDone && old.Value.HeaderRow != seen.Value.HeaderRow);
        return new ColumnsForm
        {
            Choices = choices,
            File = seen.IsDone ? seen.Value : null,
            Map = seen.IsDone ? choices.On(file, seen.Value, isRowTold) : file,
            HeaderRow = form["HeaderRow"].ToString(),
            SkipRows = form["SkipRows"].ToString(),
        };
    }

    // Columns were chosen by their places in the table that was shown. In another table they are found by their names.
    private static Dictionary<int, string> ColumnsOn(CostMap map, FileColumns seen, MapChoices chosen, string shown) =>
        (shown == TableOf(map, seen) ? chosen : MapChoices.Of(map, seen))
            .Columns.Where(item => item.Key < seen.Columns.Count)
            .ToDictionary();

    private static string TableOf(CostMap map, FileColumns seen) =>
        seen.Sheet ?? MapText.Delimiters.First(item => item.Delimiter == map.Delimiter).Word;

    private static MapChoices Nothing(CostMap map) =>
        new()
        {
            Columns = new Dictionary<int, string>(),
            Given = map.Fixed,
            Words = map.Words,
            Otherwise = map.Otherwise,
            Dates = map.Dates,
            Amounts = map.Amounts,
            Skip = map.Skip,
            SkipRows = map.SkipRows,
            UnevenRows = map.UnevenRows,
        };
}
