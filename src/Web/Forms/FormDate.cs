using System.Globalization;

namespace Openbook.Web.Forms;

/// <summary>
/// Reads days and months as people in Britain write them: <c>30 September 2016</c>, <c>30/9/2016</c>, and as files do,
/// <c>2016-09-30</c>. The day comes before the month; a year has four
/// digits and lies between 1974 and 2199, as everywhere in the Book.
/// </summary>
public static class FormDate
{
    private static readonly string[] dayForms =
    [
        "d/M/yyyy",
        "d-M-yyyy",
        "d.M.yyyy",
        "d M yyyy",
        "d MMMM yyyy",
        "d MMM yyyy",
        "yyyy-M-d",
    ];

    private static readonly string[] monthForms = ["M/yyyy", "M-yyyy", "MMMM yyyy", "MMM yyyy", "yyyy-M"];

    /// <summary>The day that somebody wrote, or null.</summary>
    public static DateOnly? Day(string? text) => Read(text, dayForms);

    /// <summary>The month that somebody wrote, or null.</summary>
    public static Month? Month(string? text) => Read(text, monthForms) is { } first ? Domain.Month.Of(first) : null;

    private static DateOnly? Read(string? text, string[] forms) =>
        DateOnly.TryParseExact(text, forms, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out var day)
        && day.Year is >= 1974 and <= 2199
            ? day
            : null;
}
