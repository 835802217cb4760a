using Openbook.Domain;

namespace Openbook.Exchange;

/// <summary>Guesses the forms of the dates in a column.</summary>
internal static class DraftDates
{
    private const int MostForms = 4;

    /// <summary>Whether a text is a date in some form; a bare number is one only where that is expected.</summary>
    public static bool IsDate(string text, bool evenNumber) =>
        (evenNumber || !text.All(char.IsAsciiDigit))
        && DateForm.Usual.Any(form => form.Read(text, out _) == DateMatch.Yes);

    /// <summary>The fewest forms, the most used first, that read what can be read, and what is unclear of them.</summary>
    public static IReadOnlyList<DateForm> Forms(IEnumerable<string> texts, List<string> unclear)
    {
        var left = texts.Distinct().ToList();
        var chosen = new List<DateForm>();
        while (left.Count > 0 && chosen.Count < MostForms)
        {
            var (form, count) = DateForm
                .Usual.Select(form => (Form: form, Count: left.Count(text => form.Read(text, out _) == DateMatch.Yes)))
                .MaxBy(item => item.Count);
            if (count == 0)
            {
                break;
            }
            chosen.Add(form);
            Order(form, left, unclear);
            left.RemoveAll(text => form.Read(text, out _) != DateMatch.No);
        }
        return chosen.Count > 0 ? chosen : [DateForm.Iso];
    }

    private static void Order(DateForm form, List<string> texts, List<string> unclear)
    {
        var other = form.Name switch
        {
            "dd/mm/yyyy" => "mm/dd/yyyy",
            "dd/mm/yy" => "mm/dd/yy",
            _ => null,
        };
        var read = texts.Where(text => form.Read(text, out _) == DateMatch.Yes).ToList();
        if (other is not null && read.All(text => DateForm.Find(other)!.Read(text, out _) == DateMatch.Yes))
        {
            unclear.Add($"Every date of the form {form.Name} could be {other} too; it is read with the day first.");
        }
        if (form.Name.StartsWith("mm/dd", StringComparison.Ordinal))
        {
            unclear.Add($"Dates seem to have the month first ({YamlFaults.Quote(read[0])}); look whether that is so.");
        }
        if (!form.Name.Contains("dd", StringComparison.Ordinal) && form.Name != "excel")
        {
            unclear.Add("Dates have no day; each stands for the first of its month.");
        }
    }
}
