namespace Openbook.Exchange;

/// <summary>What the columns of a header of CSV hold: amounts are pounds, dates are dates, numbers are numbers, all else is text.</summary>
public static class SheetColumns
{
    private static readonly string[] pounds =
    [
        "amount",
        "amount_posted",
        "costs_shared",
        "irrecoverable_vat",
        "share",
        "paid",
        "balance",
        "brought_forward",
        "settled",
        "carried_forward",
    ];

    private static readonly string[] whole = ["agreement_version", "number"];

    /// <summary>The columns of a header, whose names stand between commas.</summary>
    public static IReadOnlyList<(string Heading, SheetColumn Kind)> Of(string header)
    {
        ArgumentNullException.ThrowIfNull(header);
        return [.. header.Split(',').Select(name => (name, KindOf(name)))];
    }

    private static SheetColumn KindOf(string name) =>
        pounds.Contains(name) ? SheetColumn.Pounds
        : name is "date" or "effective" ? SheetColumn.Day
        : whole.Contains(name) ? SheetColumn.Whole
        : SheetColumn.Words;
}
