namespace Openbook.Domain;

/// <summary>
/// A calendar month. Months are ordered and can be counted; <see cref="First"/> and <see cref="Last"/> are both inside it.
/// <c>default</c> is no month and is never valid.
/// </summary>
/// <param name="Index">Months since January of the year 0: year × 12 + (month - 1).</param>
public readonly record struct Month(int Index) : IComparable<Month>
{
    /// <summary>The earliest month that any file may name (January 1974, when today's councils began).</summary>
    public static readonly Month Earliest = Of(1974, 1);

    /// <summary>The latest month that any file may name.</summary>
    public static readonly Month Latest = Of(2199, 12);

    /// <summary>The month of a year (1 to 12).</summary>
    public static Month Of(int year, int month) => new(year * 12 + month - 1);

    /// <summary>The month in which a date lies.</summary>
    public static Month Of(DateOnly date) => Of(date.Year, date.Month);

    /// <summary>The calendar year.</summary>
    public int Year => Index / 12;

    /// <summary>1 for January to 12 for December.</summary>
    public int Number => Index % 12 + 1;

    /// <summary>The first day.</summary>
    public DateOnly First => new(Year, Number, 1);

    /// <summary>The last day.</summary>
    public DateOnly Last => new(Year, Number, DateTime.DaysInMonth(Year, Number));

    /// <summary>The month after this one.</summary>
    public Month Next => new(Index + 1);

    /// <summary>The month before this one.</summary>
    public Month Previous => new(Index - 1);

    /// <summary>Whether it is March, the last month of a financial year.</summary>
    public bool IsMarch => Number == 3;

    /// <summary>Before.</summary>
    public static bool operator <(Month a, Month b) => a.Index < b.Index;

    /// <summary>After.</summary>
    public static bool operator >(Month a, Month b) => a.Index > b.Index;

    /// <summary>Before or the same.</summary>
    public static bool operator <=(Month a, Month b) => a.Index <= b.Index;

    /// <summary>After or the same.</summary>
    public static bool operator >=(Month a, Month b) => a.Index >= b.Index;

    /// <inheritdoc/>
    public int CompareTo(Month other) => Index.CompareTo(other.Index);

    /// <summary>The later of two months.</summary>
    public static Month Later(Month a, Month b) => a >= b ? a : b;

    /// <summary>Reads <c>2016-10</c>, from <see cref="Earliest"/> to <see cref="Latest"/>.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out Month month)
    {
        month = default;
        if (text.Length != 7 || text[4] != '-')
        {
            return false;
        }
        var year = Digits.Read(text[..4]);
        var number = Digits.Read(text[5..]);
        if (year < 0 || number is < 1 or > 12)
        {
            return false;
        }
        month = Of(year, number);
        return month >= Earliest && month <= Latest;
    }

    /// <summary>The same on UTF-8 text.</summary>
    public static bool TryParse(ReadOnlySpan<byte> text, out Month month)
    {
        month = default;
        if (text.Length != 7 || text[4] != '-')
        {
            return false;
        }
        var year = Digits.Read(text[..4]);
        var number = Digits.Read(text[5..]);
        if (year < 0 || number is < 1 or > 12)
        {
            return false;
        }
        month = Of(year, number);
        return month >= Earliest && month <= Latest;
    }

    /// <summary>As files write it: <c>2016-10</c>.</summary>
    public override string ToString() =>
        $"{Year.ToString("D4", Text.Invariant)}-{Number.ToString("D2", Text.Invariant)}";

    /// <summary>As people write it: <c>October 2016</c>.</summary>
    public string ToWords() => $"{Dates.MonthNames[Number - 1]} {Text.Of(Year)}";
}
