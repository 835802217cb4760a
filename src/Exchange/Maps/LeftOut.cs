using Openbook.Domain;

namespace Openbook.Exchange;

/// <summary>Why a row is no line.</summary>
internal enum WhyLeftOut
{
    /// <summary>It is a line.</summary>
    No,

    /// <summary>There is nothing in it.</summary>
    Blank,

    /// <summary>It stands above the headings, or is the row of headings.</summary>
    Header,

    /// <summary>The headings again.</summary>
    HeaderAgain,

    /// <summary>The map names its number.</summary>
    Named,

    /// <summary>The map names a word in it.</summary>
    Word,

    /// <summary>It adds others up.</summary>
    Total,

    /// <summary>It says there was nothing.</summary>
    NilReturn,

    /// <summary>One text and nothing else.</summary>
    Note,
}

/// <summary>Tells the rows that are no lines from those that are, by the rules of a map, and counts them.</summary>
internal sealed class LeftOut(
    CostMap map,
    MapHeader header,
    IReadOnlyList<(int Place, IReadOnlySet<string> Words)> skipping
)
{
    private const int MostNamed = 5;

    private readonly List<int> amounts =
    [
        .. new[] { "amount", "debit", "credit" }.Select(field => header[field]).Where(place => place >= 0),
    ];

    private static readonly string[] totals =
    [
        "total",
        "totals",
        "grand total",
        "sub total",
        "subtotal",
        "sub-total",
        "overall total",
    ];
    private static readonly string[] totalStarts =
    [
        "total for ",
        "total of ",
        "total spend",
        "total amount",
        "total payments",
        "total value",
        "total expenditure",
        "grand total ",
        "sub total ",
        "sub-total ",
        "subtotal ",
    ];
    private static readonly string[] nils =
    [
        "nil",
        "nil return",
        "none",
        "no payments",
        "no expenditure",
        "no transactions",
        "no spend",
    ];

    private readonly Dictionary<WhyLeftOut, List<int>> rows = [];

    /// <summary>Why a row is no line; <see cref="WhyLeftOut.No"/> if it is one.</summary>
    public WhyLeftOut Why(TableRow row)
    {
        var why = Find(row);
        if (why is not (WhyLeftOut.No or WhyLeftOut.Header))
        {
            rows.TryAdd(why, []);
            rows[why].Add(row.Number);
        }
        return why;
    }

    /// <summary>What was left out, in sentences.</summary>
    public IEnumerable<string> Notes() =>
        rows.OrderBy(item => item.Key).Select(item => $"Left out: {Words(item.Key, item.Value)}.");

    private static string Words(WhyLeftOut why, List<int> found)
    {
        var count = found.Count;
        var what = why switch
        {
            WhyLeftOut.Blank => Text.Count(count, "blank row"),
            WhyLeftOut.HeaderAgain => Text.Count(
                count,
                "row that repeats the headings",
                "rows that repeat the headings"
            ),
            WhyLeftOut.Named => Text.Count(count, "row that skip_rows names", "rows that skip_rows names"),
            WhyLeftOut.Word => Text.Count(count, "row that skip_where names", "rows that skip_where names"),
            WhyLeftOut.Total => Text.Count(count, "row of totals", "rows of totals"),
            WhyLeftOut.NilReturn => Text.Count(count, "nil return"),
            _ => Text.Count(count, "note"),
        };
        if (why == WhyLeftOut.Blank)
        {
            return what;
        }
        var numbers = string.Join(", ", found.Take(MostNamed).Select(row => Text.Of(row)));
        return $"{what} (row {numbers}{(count > MostNamed ? " and more" : "")})";
    }

    private WhyLeftOut Find(TableRow row)
    {
        if (row.Number <= (header.Row?.Number ?? 0))
        {
            return WhyLeftOut.Header;
        }
        if (map.SkipRows.Any(range => row.Number >= range.First && row.Number <= range.Last))
        {
            return WhyLeftOut.Named;
        }
        if (row.Fault is not null)
        {
            return WhyLeftOut.No;
        }
        if (row.IsBlank)
        {
            return WhyLeftOut.Blank;
        }
        if (IsHeader(row))
        {
            return WhyLeftOut.HeaderAgain;
        }
        return skipping.Any(rule => rule.Words.Contains(CostMap.Plain(row[rule.Place].Text))) ? WhyLeftOut.Word
            : map.Skip.HasFlag(RowRules.Totals) && IsTotal(row) ? WhyLeftOut.Total
            : map.Skip.HasFlag(RowRules.NilReturns) && IsNil(row) ? WhyLeftOut.NilReturn
            : map.Skip.HasFlag(RowRules.Notes) && IsNote(row) ? WhyLeftOut.Note
            : WhyLeftOut.No;
    }

    private bool IsHeader(TableRow row) =>
        header.Headings.Count > 0
        && header.Headings.Select((heading, i) => CostMap.Plain(row[i].Text) == heading).All(same => same);

    // No date and no supplier but the word itself: a firm may be called Total.
    private bool IsTotal(TableRow row)
    {
        if (amounts.All(place => row[place].IsEmpty))
        {
            return false;
        }
        if (!IsEmptyOr(row, header["date"], IsTotal) || !IsEmptyOr(row, header["supplier"], IsTotal))
        {
            return false;
        }
        var others = row.Cells.Where((cell, i) => !amounts.Contains(i) && !cell.IsEmpty && !IsFigure(cell)).ToList();
        return others.Count == 0 ? header["date"] >= 0 : others.Any(cell => IsTotal(CostMap.Plain(cell.Text)));
    }

    private static bool IsFigure(TableCell cell) => AmountText.TryRead(cell.Text, out _, out _);

    private static bool IsTotal(string plain)
    {
        var word = plain.TrimEnd(':', '=', '£', ' ');
        return totals.Contains(word) || totalStarts.Any(start => plain.StartsWith(start, StringComparison.Ordinal));
    }

    private bool IsNil(TableRow row) =>
        amounts.All(place => IsEmptyOr(row, place, text => IsNil(text) || text is "0" or "0.00" or "-"))
        && row.Cells.Any(cell => IsNil(CostMap.Plain(cell.Text)));

    private static bool IsNil(string plain) =>
        nils.Contains(plain.TrimEnd('.', '!')) || plain.StartsWith("nil return", StringComparison.Ordinal);

    private bool IsNote(TableRow row) =>
        amounts.All(place => row[place].IsEmpty)
        && row.Cells.Count(cell => !cell.IsEmpty) == 1
        && !IsDate(row[header["date"] < 0 ? 0 : header["date"]]);

    private bool IsDate(TableCell cell) =>
        cell.Kind == CellKind.Date || map.Dates.Any(form => form.Read(cell.Text, out _) != DateMatch.No);

    private static bool IsEmptyOr(TableRow row, int place, Func<string, bool> isAllowed) =>
        place < 0 || row[place].IsEmpty || isAllowed(CostMap.Plain(row[place].Text));
}
