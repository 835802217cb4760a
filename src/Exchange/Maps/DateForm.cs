using Openbook.Domain;

namespace Openbook.Exchange;

/// <summary>What a text is when a form of dates is held against it.</summary>
public enum DateMatch
{
    /// <summary>It has another form.</summary>
    No,

    /// <summary>It has the form, and there is no such day, or not in the years 1974 to 2199.</summary>
    NoSuchDay,

    /// <summary>It is a date.</summary>
    Yes,
}

/// <summary>
/// A form in which a file writes dates, such as <c>dd/mm/yyyy</c>, <c>dd-mon-yy</c> or <c>mon yyyy</c>. A form without a day
/// stands for the first of the month; a time of day after the date is passed over.
/// </summary>
public sealed class DateForm
{
    private const string Excel = "excel";
    private static readonly string[] Words = ["yyyy", "month", "mon", "yy", "mm", "dd"];
    private static readonly string[] Months =
    [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];

    private readonly IReadOnlyList<string> parts;

    private DateForm(string name, IReadOnlyList<string> parts)
    {
        Name = name;
        this.parts = parts;
    }

    /// <summary>The form of the canonical layout.</summary>
    public static DateForm Iso { get; } = Find("yyyy-mm-dd")!;

    /// <summary>The usual forms, in the order in which they are preferred where several read the same cells.</summary>
    public static IReadOnlyList<DateForm> Usual { get; } =
    [
        .. new[]
        {
            "yyyy-mm-dd",
            "dd/mm/yyyy",
            "dd/mm/yy",
            "dd-mon-yy",
            "dd-mon-yyyy",
            "dd.mm.yyyy",
            "dd.mm.yy",
            "dd-mm-yyyy",
            "dd-mm-yy",
            "dd mon yyyy",
            "dd mon yy",
            "dd month yyyy",
            "dd/mon/yyyy",
            "dd/mon/yy",
            "ddmonyyyy",
            "yyyy/mm/dd",
            "yyyymmdd",
            "ddmmyyyy",
            "mm/dd/yyyy",
            "mm/dd/yy",
            "mon-yy",
            "mon yy",
            "mon-yyyy",
            "mon yyyy",
            "month yyyy",
            "month-yy",
            "mm/yyyy",
            "yyyy-mm",
            "yyyymm",
            "excel",
        }.Select(name => Find(name)!),
    ];

    /// <summary>The form as a map writes it.</summary>
    public string Name { get; }

    /// <summary>The form of a name, or null if it is none: it needs a year and a month, each part once.</summary>
    public static DateForm? Find(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (name == Excel)
        {
            return new DateForm(name, [Excel]);
        }
        var found = new List<string>();
        for (var at = 0; at < name.Length; )
        {
            var word = Array.Find(Words, word => name.AsSpan(at).StartsWith(word, StringComparison.Ordinal));
            if (word is null && name[at] is not ('/' or '-' or '.' or ' ' or ','))
            {
                return null;
            }
            found.Add(word ?? name[at].ToString());
            at += word?.Length ?? 1;
        }
        var isWhole =
            found.Count(part => part is "yyyy" or "yy") == 1
            && found.Count(part => part is "mm" or "mon" or "month") == 1
            && found.Count(part => part == "dd") <= 1;
        return isWhole ? new DateForm(name, found) : null;
    }

    /// <summary>Holds the form against a text.</summary>
    public DateMatch Read(string text, out DateOnly date)
    {
        ArgumentNullException.ThrowIfNull(text);
        date = default;
        if (parts[0] == Excel)
        {
            return Serial(text, out date);
        }
        var (year, month, day, at) = (0, 0, 1, 0);
        for (var i = 0; i < parts.Count; i++)
        {
            var isRead = parts[i] switch
            {
                "yyyy" => Number(text, ref at, 4, 4, out year),
                "yy" => Number(text, ref at, 2, 2, out year),
                "mm" => Number(text, ref at, Least(i), 2, out month),
                "dd" => Number(text, ref at, Least(i), 2, out day),
                "mon" or "month" => Month(text, ref at, out month),
                _ => Separator(text, ref at, parts[i][0]),
            };
            if (!isRead)
            {
                return DateMatch.No;
            }
        }
        if (!IsTime(text.AsSpan(at)))
        {
            return DateMatch.No;
        }
        // The Code of practice for these files began long after 1974: two digits are 1974 to 2073.
        year += parts.Contains("yy")
            ? year >= 74
                ? 1900
                : 2000
            : 0;
        return Day(year, month, day, out date) ? DateMatch.Yes : DateMatch.NoSuchDay;
    }

    private static bool Day(int year, int month, int day, out DateOnly date)
    {
        date = default;
        if (
            year < Domain.Month.Earliest.Year
            || year > Domain.Month.Latest.Year
            || month is < 1 or > 12
            || day < 1
            || day > DateTime.DaysInMonth(year, month)
        )
        {
            return false;
        }
        date = new DateOnly(year, month, day);
        return true;
    }

    // Between separators one digit will do; digits that run into others have their full number.
    private int Least(int part)
    {
        var runsOn =
            (
                part > 0
                && char.IsAsciiLetter(parts[part - 1][0])
                && !parts[part - 1].StartsWith("mon", StringComparison.Ordinal)
            )
            || (
                part + 1 < parts.Count
                && char.IsAsciiLetter(parts[part + 1][0])
                && !parts[part + 1].StartsWith("mon", StringComparison.Ordinal)
            );
        return runsOn ? 2 : 1;
    }

    private static bool Number(string text, ref int at, int least, int most, out int number)
    {
        number = 0;
        var from = at;
        while (at < text.Length && at - from < most && char.IsAsciiDigit(text[at]))
        {
            number = number * 10 + (text[at++] - '0');
        }
        return at - from >= least;
    }

    private static bool Month(string text, ref int at, out int month)
    {
        var end = at;
        while (end < text.Length && char.IsAsciiLetter(text[end]))
        {
            end++;
        }
        var word = text[at..end].ToLowerInvariant();
        at = end;
        month =
            1
            + Array.FindIndex(
                Months,
                name => word == name || word == name[..3] || (word == "sept" && name == "september")
            );
        return month > 0;
    }

    private static bool Separator(string text, ref int at, char separator)
    {
        if (at >= text.Length || text[at] != separator)
        {
            return false;
        }
        at++;
        return true;
    }

    // Nothing, or a time of day that does not belong to another zone.
    private static bool IsTime(ReadOnlySpan<char> rest)
    {
        if (rest.IsEmpty)
        {
            return true;
        }
        if (rest[0] is not (' ' or 'T'))
        {
            return false;
        }
        rest = rest[1..].TrimStart();
        if (rest is "00:00:00Z" or "00:00:00.000Z" or "00:00Z")
        {
            return true;
        }
        var half =
            rest.EndsWith("AM", StringComparison.OrdinalIgnoreCase)
            || rest.EndsWith("PM", StringComparison.OrdinalIgnoreCase);
        return TimeOnly.TryParseExact(
            (half ? rest[..^2] : rest).TrimEnd(),
            ["H:mm", "H:mm:ss", "H:mm:ss.f", "H:mm:ss.fff", "H:mm:ss.fffffff"],
            System.Globalization.CultureInfo.InvariantCulture,
            System.Globalization.DateTimeStyles.None,
            out _
        );
    }

    // The number by which a spreadsheet counts days, from 1974 on.
    private static DateMatch Serial(string text, out DateOnly date)
    {
        date = default;
        var point = text.IndexOf('.', StringComparison.Ordinal);
        var whole = point < 0 ? text : text[..point];
        if (whole.Length != 5 || !text.Where((_, i) => i != point).All(char.IsAsciiDigit))
        {
            return DateMatch.No;
        }
        date = new DateOnly(1899, 12, 30).AddDays(int.Parse(whole, System.Globalization.CultureInfo.InvariantCulture));
        return date.Year >= Domain.Month.Earliest.Year && date.Year <= Domain.Month.Latest.Year
            ? DateMatch.Yes
            : DateMatch.NoSuchDay;
    }

    /// <summary>A date in this form.</summary>
    public string Write(DateOnly date) =>
        string.Concat(
            parts.Select(part =>
                part switch
                {
                    Excel => Text.Of(date.DayNumber - new DateOnly(1899, 12, 30).DayNumber),
                    "yyyy" => date.Year.ToString("D4", Text.Invariant),
                    "yy" => (date.Year % 100).ToString("D2", Text.Invariant),
                    "mm" => date.Month.ToString("D2", Text.Invariant),
                    "dd" => date.Day.ToString("D2", Text.Invariant),
                    "mon" or "month" => Named(Months[date.Month - 1], part.Length == 3),
                    _ => part,
                }
            )
        );

    private static string Named(string month, bool isShort) =>
        char.ToUpperInvariant(month[0]) + (isShort ? month[1..3] : month[1..]);

    /// <inheritdoc/>
    public override string ToString() => Name;
}
