namespace Openbook.Web.Components;

/// <summary>The fields of a cost line in the words of pages.</summary>
public static class FieldWords
{
    /// <summary>A field.</summary>
    public static string Of(string field) =>
        field switch
        {
            "date" => "Date",
            "service" => "Service",
            "amount" => "Amount",
            "debit" => "Debit (amount to pay)",
            "credit" => "Credit (amount taken off)",
            "paid_by" => "Council that paid",
            "supplier" => "Supplier",
            "description" => "Description",
            "reference" => "Reference",
            "line_id" => "Number of the line in the ledger",
            "month" => "Month it belongs to",
            "to_month" => "Last month it belongs to",
            "cost_centre" => "Cost centre",
            "account" => "Subjective code",
            "nature" => "Paid, accrued or taken back",
            "kind" => "Running costs, capital or income",
            "irrecoverable_vat" => "VAT that cannot be claimed back",
            "corrects" => "Line that it takes back",
            _ => field,
        };

    /// <summary>What a form of amounts means, with an example.</summary>
    public static string OfAmounts(string form) =>
        form switch
        {
            "commas" => "Commas between thousands: 1,234.50",
            "pound" => "A pound sign: £12.00",
            "brackets" => "Brackets for what is below zero: (12.00)",
            "trailing-minus" => "A minus behind what is below zero: 12.00-",
            "cr" => "CR behind what is below zero: 12.00 CR",
            _ => "A dash alone for nothing",
        };

    /// <summary>Which rows a rule leaves out.</summary>
    public static string OfRule(string rule) =>
        rule switch
        {
            "totals" => "Rows of totals",
            "nil-returns" => "Nil returns",
            _ => "Notes: rows with one text and nothing else",
        };

    /// <summary>An encoding.</summary>
    public static string OfCoding(string coding) =>
        coding switch
        {
            "utf-8" => "UTF-8 (most programs today)",
            "utf-16" => "UTF-16 (“Unicode text” of Excel)",
            _ => "Windows-1252 (plain CSV of Excel)",
        };
}
