using Microsoft.AspNetCore.Http;
using Openbook.Exchange;
using Openbook.Web.Components;
using Openbook.Web.Forms;

namespace Openbook.Web.Recording;

/// <summary>Reads the form that says what each column of a file is. What is wrong is noted at its field.</summary>
internal sealed class ColumnsFormReader(IFormCollection form, FormFaults faults)
{
    /// <summary>How the file is written, on top of a map.</summary>
    public CostMap File(CostMap before)
    {
        var header = form["HeaderRow"].ToString().Trim();
        var isRow =
            int.TryParse(header, System.Globalization.NumberStyles.None, Text.Invariant, out var row)
            && row is > 0 and <= 1_048_576;
        if (header.Length > 0 && !isRow)
        {
            faults.Add(
                "HeaderRow",
                "The row of the headings must be a number, such as 1. Leave it empty if there are none"
            );
        }
        return before with
        {
            Encoding = form.ContainsKey("Encoding")
                ? MapText.Codings.FirstOrDefault(item => item.Word == form["Encoding"]).Coding
                : before.Encoding,
            Delimiter = MapText.Delimiters.FirstOrDefault(item => item.Word == form["Delimiter"])
                is { Word: not null } found
                ? found.Delimiter
                : before.Delimiter,
            Sheet = form["Sheet"].ToString() is { Length: > 0 } sheet ? sheet : before.Sheet,
            HasHeader = header.Length > 0,
            HeaderRow = isRow ? row : null,
        };
    }

    /// <summary>Everything else.</summary>
    public MapChoices Choices() =>
        new()
        {
            Columns = Columns(),
            Given = MapChoices.GivenFields.ToDictionary(field => field, field => form[$"Given-{field}"].ToString()),
            Words = CostMap.CodeFields.ToDictionary(field => field, Words),
            Otherwise = CostMap.CodeFields.ToDictionary(field => field, field => form[$"Otherwise-{field}"].ToString()),
            Dates = Dates(),
            Amounts = AmountWords
                .All.Where(item => form["Amounts"].Contains(item.Word))
                .Aggregate(AmountForms.None, (all, item) => all | item.Form),
            Skip = MapText
                .Rules.Where(item => form["Skip"].Contains(item.Word))
                .Aggregate(RowRules.None, (all, item) => all | item.Rule),
            SkipRows = SkipRows(),
            UnevenRows = form["Uneven"].Contains("allow"),
        };

    private Dictionary<int, string> Columns()
    {
        var columns = new Dictionary<int, string>();
        for (var place = 0; form.ContainsKey(ColumnsForm.ColumnName(place)); place++)
        {
            var field = form[ColumnsForm.ColumnName(place)].ToString();
            if (!CostMap.ColumnFields.Contains(field))
            {
                continue;
            }
            if (columns.ContainsValue(field))
            {
                faults.Add(
                    ColumnsForm.ColumnName(place),
                    $"Two columns are said to be “{FieldWords.Of(field)}”. Choose one of them"
                );
            }
            columns[place] = field;
        }
        return columns;
    }

    private IReadOnlyDictionary<string, string> Words(string field)
    {
        var start = ColumnsForm.WordName(field, "");
        return form.Where(item => item.Key.StartsWith(start, StringComparison.Ordinal))
            .ToDictionary(item => item.Key[start.Length..], item => item.Value.ToString());
    }

    private List<DateForm> Dates()
    {
        var forms = form["Dates"]
            .Select(name => DateForm.Find(name ?? ""))
            .OfType<DateForm>()
            .DistinctBy(found => found.Name)
            .ToList();
        return forms.Count > 0 ? forms : [DateForm.Iso];
    }

    private List<RowRange> SkipRows()
    {
        var rows = new List<RowRange>();
        foreach (var text in form["SkipRows"].ToString().Split(',', StringSplitOptions.TrimEntries))
        {
            if (RowRange.TryParse(text, out var range))
            {
                rows.Add(range);
            }
            else if (text.Length > 0 && faults.Of("SkipRows") is null)
            {
                faults.Add("SkipRows", "The rows to leave out must be numbers, such as 4, 4-9 or 900- to the end");
            }
        }
        return rows;
    }
}
