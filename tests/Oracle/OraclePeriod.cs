using System.Globalization;

namespace Openbook.Oracle;

/// <summary>A period that is closed as one: a month, or the year-end period of a financial year.</summary>
/// <param name="Month">The month, as year * 12 + (month - 1); of a year-end period, the year's March.</param>
/// <param name="YearEnd">Whether this is the year-end period.</param>
public sealed record OraclePeriod(int Month, bool YearEnd)
{
    /// <summary>The month as a period.</summary>
    public static OraclePeriod OfMonth(int month) => new(month, false);

    /// <summary>The year-end period of the financial year (April to March) in which the month lies.</summary>
    public static OraclePeriod YearEndOf(int month) => new(OracleMonth.MarchOfYear(month), true);

    /// <summary>The text of the period: <c>2016-10</c> or <c>2016/17-13</c>.</summary>
    public override string ToString()
    {
        if (!YearEnd)
        {
            return OracleMonth.Text(Month);
        }

        int year = Month / 12;
        return string.Create(CultureInfo.InvariantCulture, $"{year - 1:0000}/{year % 100:00}-13");
    }
}
