namespace Openbook.Domain;

/// <summary>
/// What is closed: a month, or the year-end period (P13) of a financial year, which opens when the year's March closes.
/// </summary>
/// <param name="Month">The month; of a year-end period the March that ends its year.</param>
/// <param name="IsYearEnd">Whether it is a year-end period.</param>
public readonly record struct Period(Month Month, bool IsYearEnd)
{
    // Written out: what the compiler would make asks for a comparer of a type of ours, which is compiled at each start.

    /// <inheritdoc/>
    public bool Equals(Period other) => Month.Index == other.Month.Index && IsYearEnd == other.IsYearEnd;

    /// <inheritdoc/>
    public override int GetHashCode() => Month.Index * 2 + (IsYearEnd ? 1 : 0);

    /// <summary>The period of a month.</summary>
    public static Period Of(Month month) => new(month, false);

    /// <summary>The financial year in which it lies.</summary>
    public FinancialYear Year => FinancialYear.Of(Month);

    /// <summary>Its last day; of a year-end period 31 March.</summary>
    public DateOnly LastDay => Month.Last;

    /// <summary>Reads <c>2016-10</c> or <c>2016/17-13</c>.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out Period period)
    {
        period = default;
        if (Month.TryParse(text, out var month))
        {
            period = Of(month);
            return true;
        }
        if (text.Length == 10 && text[7..] is "-13" && FinancialYear.TryParse(text[..7], out var year))
        {
            period = year.YearEnd;
            return true;
        }
        return false;
    }

    /// <summary>As files write it: <c>2016-10</c> or <c>2016/17-13</c>.</summary>
    public override string ToString() => IsYearEnd ? $"{Year}-13" : Month.ToString();

    /// <summary>As people write it: <c>October 2016</c> or <c>year-end 2016/17</c>.</summary>
    public string ToWords() => IsYearEnd ? $"year-end {Year}" : Month.ToWords();
}
