using System.Globalization;
using System.Text;
using Openbook.Domain;

namespace Openbook.Exchange;

/// <summary>How the letters of a text file are coded.</summary>
public enum TextCoding
{
    /// <summary>UTF-8.</summary>
    Utf8,

    /// <summary>UTF-16 of either order.</summary>
    Utf16,

    /// <summary>Windows-1252, as Excel saves plain CSV in this country.</summary>
    Windows1252,
}

/// <summary>Kinds of rows that are left out because they are no lines.</summary>
[Flags]
public enum RowRules
{
    /// <summary>None but blank rows and headers that stand again.</summary>
    None = 0,

    /// <summary>Rows that add others up.</summary>
    Totals = 1,

    /// <summary>Rows that say there was nothing.</summary>
    NilReturns = 2,

    /// <summary>Rows with one text and nothing else.</summary>
    Notes = 4,
}

/// <summary>Rows of a file from one to another, both inside.</summary>
/// <param name="First">The first.</param>
/// <param name="Last">The last.</param>
public readonly record struct RowRange(int First, int Last)
{
    /// <summary>Reads <c>4</c>, <c>4-9</c>, or <c>900-</c> for all rows from there on.</summary>
    public static bool TryParse(string text, out RowRange range)
    {
        ArgumentNullException.ThrowIfNull(text);
        var dash = text.IndexOf('-', StringComparison.Ordinal);
        var first = Row(dash < 0 ? text : text[..dash]);
        var last =
            dash < 0 ? first
            : dash == text.Length - 1 ? int.MaxValue
            : Row(text[(dash + 1)..]);
        range = first is { } from && last is { } to && from <= to ? new RowRange(from, to) : default;
        return range.First > 0;
    }

    /// <summary>As a map writes it.</summary>
    public override string ToString() =>
        First == Last ? Text.Of(First)
        : Last == int.MaxValue ? $"{Text.Of(First)}-"
        : $"{Text.Of(First)}-{Text.Of(Last)}";

    private static int? Row(string text) =>
        text.Length is > 0 and < 8
        && text.All(char.IsAsciiDigit)
        && int.Parse(text, System.Globalization.CultureInfo.InvariantCulture) is > 0 and var row
            ? row
            : null;
}

/// <summary>Rows left out for the words in one of their columns.</summary>
/// <param name="Column">The column's heading, or its place as <c>column 3</c>.</param>
/// <param name="Words">The words, as <see cref="CostMap.Plain"/> makes them.</param>
public sealed record SkipWhere(string Column, IReadOnlySet<string> Words);

/// <summary>
/// Says how cost lines are read from a file of any layout: where each field stands, in which form, and what the file's own words
/// mean. Fields are named as in <see cref="CostsFile"/>.
/// </summary>
public sealed record CostMap
{
    /// <summary>The fields whose cells hold one of a few codes, so that each word of theirs must be known.</summary>
    public static IReadOnlyList<string> CodeFields { get; } = ["service", "paid_by", "nature", "kind"];

    /// <summary>What a column may hold: a field, or one of the two from which an amount is made.</summary>
    public static IReadOnlyList<string> ColumnFields { get; } =
    ["date", "service", "amount", "debit", "credit", .. CostsFile.Required.Skip(3), .. CostsFile.Optional];

    /// <summary>The columns that may hold a field, by its heading or as <c>column 3</c>; the first that is there counts.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> Columns { get; init; }

    /// <summary>Fields that have one value for all lines.</summary>
    public IReadOnlyDictionary<string, string> Fixed { get; init; } = new Dictionary<string, string>();

    /// <summary>For a field what the file's words mean; words are as <see cref="Plain"/> makes them.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Words { get; init; } =
        new Dictionary<string, IReadOnlyDictionary<string, string>>();

    /// <summary>What stands in where a field's cell is empty, or its word is not among those listed.</summary>
    public IReadOnlyDictionary<string, string> Otherwise { get; init; } = new Dictionary<string, string>();

    /// <summary>The forms of dates.</summary>
    public IReadOnlyList<DateForm> Dates { get; init; } = [DateForm.Iso];

    /// <summary>The forms of amounts.</summary>
    public AmountForms Amounts { get; init; }

    /// <summary>The coding; null for UTF-8, or what the mark at the file's start says.</summary>
    public TextCoding? Encoding { get; init; }

    /// <summary>What stands between cells.</summary>
    public char Delimiter { get; init; } = ',';

    /// <summary>The sheet of a workbook; null for the one that has the columns.</summary>
    public string? Sheet { get; init; }

    /// <summary>Whether the file has a row of headings.</summary>
    public bool HasHeader { get; init; } = true;

    /// <summary>The row of the headings; null for the first that has the columns.</summary>
    public int? HeaderRow { get; init; }

    /// <summary>Kinds of rows that are left out.</summary>
    public RowRules Skip { get; init; }

    /// <summary>Rows that are left out by number.</summary>
    public IReadOnlyList<RowRange> SkipRows { get; init; } = [];

    /// <summary>Rows that are left out for a word in them.</summary>
    public IReadOnlyList<SkipWhere> SkipWhere { get; init; } = [];

    /// <summary>Whether rows may have more or fewer cells than the header, as long as none that counts is lost.</summary>
    public bool UnevenRows { get; init; }

    /// <summary>Whether a column that no field uses is refused.</summary>
    internal bool IsCanonical { get; init; }

    /// <summary>Fields whose column a file may lack.</summary>
    internal IReadOnlyList<string> MayLack { get; init; } = [];

    /// <summary>
    /// A heading or word without what does not tell it from others: capitals, blanks more than one, and characters that nobody
    /// sees.
    /// </summary>
    public static string Plain(string text) => Seen(text).ToLowerInvariant();

    /// <summary>A heading or word on one line, with single blanks, without the marks and joiners that programs leave in files.</summary>
    internal static string Seen(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var shown = Ascii.IsValid(text) ? text : string.Concat(text.Where(c => !IsUnseen(c)));
        return string.Join(' ', shown.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    private static bool IsUnseen(char c) => char.GetUnicodeCategory(c) == UnicodeCategory.Format;

    /// <summary>The number in <c>column 3</c>, or null.</summary>
    internal static int? Place(string column) =>
        column.StartsWith("column ", StringComparison.Ordinal)
        && column.Length is > 7 and < 12
        && column.AsSpan(7).IndexOfAnyExceptInRange('0', '9') < 0
        && int.Parse(column.AsSpan(7), System.Globalization.CultureInfo.InvariantCulture) is > 0 and var place
            ? place
            : null;
}
