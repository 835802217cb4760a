using System.Globalization;

namespace Openbook.Oracle;

/// <summary>Months counted as year * 12 + (month - 1).</summary>
public static class OracleMonth
{
    /// <summary>The month with this number (1 to 12) of the year.</summary>
    public static int Of(int year, int month) => (year * 12) + month - 1;

    /// <summary>The month in which the date lies.</summary>
    public static int Of(DateOnly date) => Of(date.Year, date.Month);

    /// <summary>The last day of the month.</summary>
    public static DateOnly LastDay(int month) => new DateOnly(month / 12, (month % 12) + 1, 1).AddMonths(1).AddDays(-1);

    /// <summary>The March that ends the financial year (April to March) of the month.</summary>
    public static int MarchOfYear(int month)
    {
        int march = Of(month / 12, 3);
        return month <= march ? march : march + 12;
    }

    /// <summary>Whether the month is a March.</summary>
    public static bool IsMarch(int month) => month == MarchOfYear(month);

    /// <summary>The text of the month: <c>2016-10</c>.</summary>
    public static string Text(int month) =>
        string.Create(CultureInfo.InvariantCulture, $"{month / 12:0000}-{(month % 12) + 1:00}");
}
