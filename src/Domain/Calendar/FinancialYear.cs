namespace Openbook.Domain;

/// <summary>A local authority's financial year, 1 April to 31 March, both inside it (SI 1990/1553 reg. 2).</summary>
/// <param name="StartYear">The calendar year of its April.</param>
public readonly record struct FinancialYear(int StartYear)
{
    /// <summary>The year in which a month lies.</summary>
    public static FinancialYear Of(Month month) => new(month.Number >= 4 ? month.Year : month.Year - 1);

    /// <summary>Its April.</summary>
    public Month April => Month.Of(StartYear, 4);

    /// <summary>Its March.</summary>
    public Month March => Month.Of(StartYear + 1, 3);

    /// <summary>Its year-end period (P13).</summary>
    public Period YearEnd => new(March, true);

    /// <summary>Reads <c>2016/17</c>.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out FinancialYear year)
    {
        year = default;
        if (text.Length != 7 || text[4] != '/')
        {
            return false;
        }
        var start = Digits.Read(text[..4]);
        if (start < Month.Earliest.Year || start >= Month.Latest.Year || Digits.Read(text[5..]) != (start + 1) % 100)
        {
            return false;
        }
        year = new FinancialYear(start);
        return true;
    }

    /// <summary>As people and files write it: <c>2016/17</c>.</summary>
    public override string ToString() =>
        $"{StartYear.ToString("D4", Text.Invariant)}/{((StartYear + 1) % 100).ToString("D2", Text.Invariant)}";
}
