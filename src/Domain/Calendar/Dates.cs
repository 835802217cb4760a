namespace Openbook.Domain;

/// <summary>Dates as files and people write them, without culture.</summary>
public static class Dates
{
    internal static readonly string[] MonthNames =
    [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];

    /// <summary>Reads <c>2016-10-01</c>; impossible dates and years outside 1974 to 2199 are refused.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out DateOnly date)
    {
        date = default;
        if (text.Length != 10 || text[4] != '-' || text[7] != '-')
        {
            return false;
        }
        return TryMake(Digits.Read(text[..4]), Digits.Read(text[5..7]), Digits.Read(text[8..]), out date);
    }

    /// <summary>The same on UTF-8 text.</summary>
    public static bool TryParse(ReadOnlySpan<byte> text, out DateOnly date)
    {
        date = default;
        if (text.Length != 10 || text[4] != '-' || text[7] != '-')
        {
            return false;
        }
        return TryMake(Digits.Read(text[..4]), Digits.Read(text[5..7]), Digits.Read(text[8..]), out date);
    }

    /// <summary>As files write it: <c>2016-10-01</c>.</summary>
    public static string Iso(DateOnly date) => $"{Month.Of(date)}-{date.Day.ToString("D2", Text.Invariant)}";

    /// <summary>As people write it: <c>1 October 2016</c>.</summary>
    public static string Words(DateOnly date) => $"{Text.Of(date.Day)} {Month.Of(date).ToWords()}";

    /// <summary>A moment in UTC to the second: <c>2016-09-01T09:00:00Z</c>.</summary>
    public static string Moment(DateTime utc) =>
        $"{Iso(DateOnly.FromDateTime(utc))}T{utc.Hour.ToString("D2", Text.Invariant)}:"
        + $"{utc.Minute.ToString("D2", Text.Invariant)}:{utc.Second.ToString("D2", Text.Invariant)}Z";

    /// <summary>Reads what <see cref="Moment"/> writes, and nothing else.</summary>
    public static bool TryParseMoment(ReadOnlySpan<char> text, out DateTime utc)
    {
        utc = default;
        if (text.Length != 20 || text[10] != 'T' || text[13] != ':' || text[16] != ':' || text[19] != 'Z')
        {
            return false;
        }
        var hour = Digits.Read(text[11..13]);
        var minute = Digits.Read(text[14..16]);
        var second = Digits.Read(text[17..19]);
        if (
            !TryParse(text[..10], out var date)
            || hour is < 0 or > 23
            || minute is < 0 or > 59
            || second is < 0 or > 59
        )
        {
            return false;
        }
        utc = date.ToDateTime(new TimeOnly(hour, minute, second), DateTimeKind.Utc);
        return true;
    }

    private static bool TryMake(int year, int month, int day, out DateOnly date)
    {
        date = default;
        if (year < Month.Earliest.Year || year > Month.Latest.Year || month is < 1 or > 12 || day < 1)
        {
            return false;
        }
        if (day > DateTime.DaysInMonth(year, month))
        {
            return false;
        }
        date = new DateOnly(year, month, day);
        return true;
    }
}
