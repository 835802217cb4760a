using Openbook.Domain;

namespace Openbook.Exchange;

/// <summary>Reads the cells of a row as what they must be, and notes each fault with its place.</summary>
internal sealed class RowReader(CsvTable table)
{
    public List<Refusal> Refusals { get; } = [];

    /// <summary>Those and the faults in the shape of rows, in the order of the rows.</summary>
    public IReadOnlyList<Refusal> All => [.. table.Faults.Concat(Refusals).OrderBy(fault => fault.Place?.Row)];

    private int before;

    /// <summary>The row that is read.</summary>
    public CsvRow Row { get; private set; } = new(0, []);

    /// <summary>Whether the row has a fault.</summary>
    public bool Faulted => Refusals.Count > before;

    public void Begin(CsvRow row)
    {
        Row = row;
        before = Refusals.Count;
    }

    public string Text(string field, bool required = true)
    {
        var text = Row.Texts[IndexOf(field)];
        if (required && text.Length == 0)
        {
            Refusals.Add(Refuse.CellEmpty.Because($"The cell {field} is empty.", At(field)));
        }
        if (text.Length > 0 && TextRule.Fault(text, $"The cell {field}") is { } fault)
        {
            Refusals.Add(fault with { Place = At(field) });
        }
        return text;
    }

    public string Code(string field)
    {
        var text = Text(field);
        if (text.Length > 0 && !Domain.Code.IsValid(text))
        {
            Refusals.Add(Refuse.BadCode.Because($"\"{text}\" is not a code.", At(field)));
        }
        return text;
    }

    public DateOnly Date(string field)
    {
        var text = Text(field);
        if (!Dates.TryParse(text, out var date) && text.Length > 0)
        {
            Refusals.Add(Refuse.BadDate.Because($"\"{text}\" is not a date.", At(field)));
        }
        return date;
    }

    public Weight Count(string field)
    {
        var text = Text(field);
        if (!Weight.TryParse(text, out var count) && text.Length > 0)
        {
            Refusals.Add(Refuse.BadCount.Because($"\"{text}\" is not a count.", At(field)));
        }
        return count;
    }

    public Money Amount(string field)
    {
        var text = Text(field);
        if (!Money.TryParse(text, out var amount) && text.Length > 0)
        {
            Refusals.Add(Refuse.BadAmount.Because($"\"{text}\" is not an amount.", At(field)));
        }
        return amount;
    }

    public Money? OptionalAmount(string field) => Text(field, required: false).Length == 0 ? null : Amount(field);

    public FinancialYear Year(string field)
    {
        var text = Text(field);
        if (!FinancialYear.TryParse(text, out var year) && text.Length > 0)
        {
            Refusals.Add(Refuse.BadYear.Because($"\"{text}\" is not a financial year.", At(field)));
        }
        return year;
    }

    public Month? OptionalMonth(string field)
    {
        var text = Text(field, required: false);
        if (text.Length == 0)
        {
            return null;
        }
        if (!Month.TryParse(text, out var month))
        {
            Refusals.Add(Refuse.BadMonth.Because($"\"{text}\" is not a month.", At(field)));
        }
        return month;
    }

    public int Word(string field, IReadOnlyList<string> words, bool required = true)
    {
        var text = Text(field, required);
        for (var i = 0; i < words.Count; i++)
        {
            if (words[i] == text)
            {
                return i;
            }
        }
        if (text.Length > 0)
        {
            Refusals.Add(
                Refuse.WordUnknown.Because($"\"{text}\" is not one of {string.Join(", ", words)}.", At(field))
            );
        }
        return 0;
    }

    private int IndexOf(string field)
    {
        for (var i = 0; i < table.Header.Fields.Count; i++)
        {
            if (table.Header.Fields[i] == field)
            {
                return i;
            }
        }
        throw new ArgumentException($"No field {field}.", nameof(field));
    }

    private Place At(string field) => new(table.File.Name, Row.Number, field);
}
