namespace Openbook.Web.Costs;

/// <summary>What a line is and how it came about, in the words of pages.</summary>
public static class LineWordsOnPage
{
    /// <summary>Both in a cell: how it came about only if it is no plain payment.</summary>
    public static string Of(CostKind kind, CostNature nature) =>
        nature == CostNature.Actual ? Of(kind) : $"{Of(kind)}, {Of(nature)}";

    /// <summary>What it is for the accounts.</summary>
    public static string Of(CostKind kind) =>
        kind switch
        {
            CostKind.Revenue => "Running costs",
            CostKind.Capital => "Capital",
            CostKind.Income => "Income",
        };

    /// <summary>How it came about.</summary>
    public static string Of(CostNature nature) =>
        nature switch
        {
            CostNature.Actual => "paid or received",
            CostNature.Accrual => "accrual",
            CostNature.Reversal => "reversal",
            CostNature.Journal => "journal",
        };
}
