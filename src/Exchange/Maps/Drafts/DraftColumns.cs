using Openbook.Domain;

namespace Openbook.Exchange;

/// <summary>Guesses which column holds which field, by the headings that councils use and by what stands below them.</summary>
internal sealed class DraftColumns
{
    private const int RowsTried = 50;
    private const int RowsLookedAt = 2_000;

    // The surest headings first; a heading that holds one of the words counts after those that are one.
    private static readonly (string Field, string[] Headings)[] known =
    [
        (
            "date",
            [
                "date paid",
                "payment date",
                "paymentdate",
                "paid date",
                "date of payment",
                "invoice payment date",
                "date",
                "pay date",
                "posting date",
                "transaction date",
                "invoice date",
                "clearing date",
                "month",
                "period",
            ]
        ),
        ("debit", ["debit", "debit amount", "debits", "dr"]),
        ("credit", ["credit", "credit amount", "credits", "cr"]),
        (
            "amount",
            [
                "net amount",
                "amount",
                "netamount",
                "amount (£)",
                "amount £",
                "amount paid",
                "net value",
                "net",
                "line amount",
                "payment amount",
                "invoice amount",
                "value",
                "gross amount",
                "spend",
                "total",
                "cost",
                "£",
            ]
        ),
        (
            "supplier",
            [
                "supplier name",
                "beneficiary name",
                "beneficiaryname",
                "supplier",
                "vendor name",
                "vendor",
                "payee name",
                "payee",
                "beneficiary",
                "creditor name",
                "creditor",
                "merchant name",
                "merchant",
                "paid to",
            ]
        ),
        ("irrecoverable_vat", ["irrecoverable vat", "irrecoverablevatamount"]),
        (
            "reference",
            [
                "transaction number",
                "transactionnumber",
                "transaction no",
                "document number",
                "invoice number",
                "invoice reference",
                "document no",
                "voucher number",
                "reference",
                "transaction reference",
                "payment reference",
            ]
        ),
        ("kind", ["capital or revenue", "capital/revenue", "revenue or capital", "revenue/capital"]),
        (
            "service",
            [
                "service",
                "service label",
                "service area",
                "department",
                "directorate",
                "organisational unit",
                "organisationalunit",
                "business unit",
                "service division label",
                "division",
                "expense area",
                "portfolio",
                "section",
                "team",
                "cost centre description",
                "cost centre name",
            ]
        ),
        (
            "description",
            [
                "purpose of spend",
                "purpose",
                "description",
                "detailed expenditure type",
                "expenses type",
                "expense type",
                "expenditure type",
                "expenditure category",
                "purpose of expenditure",
                "narrative",
                "account description",
                "subjective description",
                "summary of purpose",
                "category",
            ]
        ),
    ];

    private readonly List<TableRow> rows;
    private readonly Dictionary<string, IReadOnlyList<int>> candidates = [];

    public DraftColumns(SourceTable table)
    {
        var first = table.Rows().Where(row => row.Fault is null && !row.IsBlank).Take(RowsLookedAt).ToList();
        Header = first
            .TakeWhile(row => row.Number <= RowsTried)
            .Select(row => (Row: row, Score: Score(row)))
            .Where(item => item.Score >= 2)
            .OrderByDescending(item => item.Score)
            .ThenBy(item => item.Row.Number)
            .Select(item => item.Row)
            .FirstOrDefault();
        rows = [.. first.Where(row => row.Number > (Header?.Number ?? 0))];
        Width = Header?.Cells.Count ?? (rows.Count == 0 ? 0 : rows.Max(row => row.Cells.Count));
        foreach (var (field, headings) in known)
        {
            candidates[field] = [.. Candidates(field, headings)];
        }
    }

    /// <summary>The row of headings, or null.</summary>
    public TableRow? Header { get; }

    /// <summary>How many columns there are.</summary>
    public int Width { get; }

    /// <summary>How much of a cost line is recognised: to choose between the sheets of a workbook.</summary>
    public int Found => candidates.Count(item => item.Value.Count > 0) + (IsTable ? 10 : 0);

    /// <summary>Whether there are a date and an amount.</summary>
    public bool IsTable => candidates["date"].Count > 0 && (candidates["amount"].Count > 0 || HasPair);

    /// <summary>Whether amounts stand in a column of debits and one of credits.</summary>
    public bool HasPair => this["debit"].Count > 0 && this["credit"].Count > 0;

    /// <summary>The columns that may hold a field, the likeliest first.</summary>
    public IReadOnlyList<int> this[string field] => candidates.GetValueOrDefault(field, []);

    /// <summary>A column as a map names it.</summary>
    public string NameOf(int place) => ColumnName.Of(Header, place);

    private static int Score(TableRow row)
    {
        var headings = row.Cells.Select(cell => CostMap.Plain(cell.Text)).ToList();
        return known.Count(item => headings.Any(heading => Rank(heading, item.Headings) < int.MaxValue));
    }

    private static int Rank(string heading, string[] headings)
    {
        if (heading.Length is 0 or > 60)
        {
            return int.MaxValue;
        }
        var exact = Array.IndexOf(headings, heading);
        if (exact >= 0)
        {
            return exact;
        }
        var part = Array.FindIndex(headings, known => $" {heading} ".Contains($" {known} ", StringComparison.Ordinal));
        return part < 0 ? int.MaxValue : headings.Length + part;
    }

    private IEnumerable<int> Candidates(string field, string[] headings)
    {
        var places = Enumerable.Range(0, Math.Min(Width, 256)).ToList();
        var byName = places
            .Select(place => (Place: place, Rank: Rank(CostMap.Plain(Header?[place].Text ?? ""), headings)))
            .Where(item => item.Rank < int.MaxValue)
            .OrderBy(item => item.Rank)
            .Select(item => item.Place)
            .Where(place => Fits(field, place) && !(field == "amount" && IsOfPair(place)))
            .ToList();
        return byName.Count > 0 || field is not ("date" or "amount") || (field == "amount" && HasPair)
            ? byName
            : places.Where(place => Fits(field, place));
    }

    private bool IsOfPair(int place) => HasPair && (this["debit"].Contains(place) || this["credit"].Contains(place));

    private bool Fits(string field, int place)
    {
        var cells = rows.Select(row => row[place]).Where(cell => !cell.IsEmpty).ToList();
        return field switch
        {
            "date" => Most(
                cells,
                cell => cell.Kind == CellKind.Date || DraftDates.IsDate(cell.Text, Header is not null)
            ),
            "amount" or "debit" or "credit" or "irrecoverable_vat" => Most(
                cells,
                cell => cell.Kind != CellKind.Date && AmountText.TryRead(cell.Text, out _, out _)
            ) && (Header is not null || !Most(cells, cell => DraftDates.IsDate(cell.Text, false))),
            "kind" => cells.Count > 0 && cells.All(cell => DraftWords.Kind(cell.Text) is not null),
            _ => cells.Count > 0,
        };
    }

    private static bool Most(List<TableCell> cells, Func<TableCell, bool> holds) =>
        cells.Count > 0 && cells.Count(holds) * 5 >= cells.Count * 3;
}
