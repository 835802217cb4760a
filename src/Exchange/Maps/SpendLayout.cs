using Openbook.Domain;

namespace Openbook.Exchange;

/// <summary>
/// The Spend layout in which English councils publish spending under the Local Government Transparency Code: by the names of its
/// columns or by their titles. It has no column for the service or the payer; a file that adds them is read without a map.
/// </summary>
internal static class SpendLayout
{
    private const int RowsTried = 20;
    private static readonly string[] date = ["PaymentDate", "Date"];
    private static readonly string[] amount = ["Amount", "Net Amount"];
    private static readonly string[] supplier = ["BeneficiaryName", "Supplier (beneficiary) name"];

    /// <summary>How the layout is read.</summary>
    public static CostMap Map { get; } =
        new()
        {
            Columns = new Dictionary<string, IReadOnlyList<string>>
            {
                ["date"] = date,
                ["service"] = ["service"],
                ["amount"] = amount,
                ["paid_by"] = ["paid_by"],
                ["supplier"] = supplier,
                ["description"] = ["Purpose", "Purpose of spend (summary)"],
                ["reference"] = ["TransactionNumber", "Transaction number"],
                ["irrecoverable_vat"] = ["IrrecoverableVATAmount", "Irrecoverable VAT"],
            },
            MayLack = ["service", "paid_by", "description", "reference", "irrecoverable_vat"],
            Dates = [DateForm.Iso, DateForm.Find("dd/mm/yyyy")!],
            Amounts = AmountForms.Commas | AmountForms.Pound,
        };

    /// <summary>Whether one of the first rows of a table has the layout's headings.</summary>
    public static bool IsIn(SourceTable table) =>
        table
            .Rows()
            .TakeWhile(row => row.Number <= RowsTried)
            .Select(row => row.Cells.Select(cell => CostMap.Plain(cell.Text)).ToHashSet())
            .Any(headings =>
                new[] { date, amount, supplier }.All(names => names.Any(name => headings.Contains(CostMap.Plain(name))))
            );

    /// <summary>Reads a file of the layout, or says what it lacks.</summary>
    public static CostSource Read(TableFile file, SourceTable table, RowsRead? watch)
    {
        var header = MapHeader.Find(table, Map);
        string[] lacking = header.IsDone ? [.. CostsFile.Required.Where(field => header.Value[field] < 0)] : [];
        if (lacking.Length == 0)
        {
            return MappedCosts.Read(file, Map, watch);
        }
        var what =
            $"The file has the Spend layout of the Transparency Code, and no column {Text.List(lacking).Replace(" and ", " or ", StringComparison.Ordinal)}.";
        return new CostSource(Refuse.MapNeeded.Because(what, new Place(table.Name, header.Value.Row!.Number)), []);
    }
}
