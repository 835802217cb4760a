using Openbook.Domain;

namespace Openbook.Exchange;

/// <summary>Makes a map of the columns that were guessed, and says what is unclear of them.</summary>
internal sealed class DraftWork(SourceTable table, DraftColumns columns, DraftCodes codes, List<string> unclear)
{
    private const int MostWords = 6;
    private static readonly string[] fields =
    [
        "date",
        "amount",
        "debit",
        "credit",
        "service",
        "supplier",
        "description",
        "reference",
        "kind",
        "irrecoverable_vat",
    ];

    private readonly List<TableRow> rows =
    [
        .. table.Rows().Where(row => row.Fault is null && !row.IsBlank && row.Number > (columns.Header?.Number ?? 0)),
    ];

    /// <summary>The map, without what belongs to the file as a whole.</summary>
    public CostMap Map()
    {
        var chosen = Chosen();
        var given = new Dictionary<string, string> { ["paid_by"] = codes.PaidBy };
        unclear.Add(
            $"The file does not say who paid: put the code of your council in place of {codes.PaidBy}, if it is another."
        );
        var words = new Dictionary<string, IReadOnlyDictionary<string, string>>();
        var otherwise = new Dictionary<string, string>();
        if (chosen.TryGetValue("service", out var service))
        {
            var all = DraftWords.MostUsed(
                rows.Where(row => !row[chosen["date"]].IsEmpty).Select(row => row[service].Text),
                int.MaxValue
            );
            var used = all.Take(MostWords);
            words["service"] = used.ToDictionary(word => word, _ => codes.Service);
            otherwise["service"] = codes.Service;
            unclear.Add(
                $"Which service each word of {YamlFaults.Quote(columns.NameOf(service))} belongs to: put codes of your agreement in place of {codes.Service}."
                    + (
                        all.Count > MostWords
                            ? $" It has {Text.Grouped(all.Count)} words, and the draft names {Text.Of(MostWords)}."
                            : ""
                    )
            );
        }
        else
        {
            given["service"] = codes.Service;
            unclear.Add(
                $"The file does not say for which service: put a code of your agreement in place of {codes.Service}."
            );
        }
        if (chosen.TryGetValue("kind", out var kind))
        {
            words["kind"] = DraftWords
                .MostUsed(rows.Select(row => row[kind].Text), MostWords)
                .ToDictionary(word => word, word => DraftWords.Kind(word)!);
        }
        var needsRow = chosen.Values.All(place => CostMap.Place(columns.NameOf(place)) is not null);
        return new CostMap
        {
            HasHeader = columns.Header is not null,
            HeaderRow = columns.Header is { } header && needsRow ? header.Number : null,
            Columns = chosen.ToDictionary(
                item => item.Key,
                item => (IReadOnlyList<string>)[columns.NameOf(item.Value)]
            ),
            Fixed = given,
            Words = words,
            Otherwise = otherwise,
            Dates = DraftDates.Forms(Texts(chosen["date"]), unclear),
            Amounts = Amounts(chosen),
        };
    }

    private Dictionary<string, int> Chosen()
    {
        var chosen = new Dictionary<string, int>();
        foreach (var field in fields)
        {
            var free = columns[field].Where(place => !chosen.ContainsValue(place)).ToList();
            var isInstead = field is "debit" or "credit" && (chosen.ContainsKey("amount") || !columns.HasPair);
            if (free.Count == 0 || isInstead)
            {
                continue;
            }
            chosen[field] = free[0];
            var others = free.Skip(1).Take(4).Select(place => YamlFaults.Quote(columns.NameOf(place))).ToList();
            if (others.Count > 0 && field is "date" or "amount" or "service" && others.Count > 0)
            {
                unclear.Add(
                    $"{YamlFaults.Quote(columns.NameOf(free[0]))} is taken for {field}; {Text.List(others)} could be meant too."
                );
            }
        }
        if (columns.Header is null)
        {
            unclear.Add("The file has no headings; look whether the columns are the right ones.");
        }
        return chosen;
    }

    private IEnumerable<string> Texts(int place) =>
        rows.Select(row => row[place])
            .Where(cell => cell.Kind != CellKind.Date && !cell.IsEmpty)
            .Select(cell => cell.Text);

    private AmountForms Amounts(Dictionary<string, int> chosen)
    {
        var needed = AmountForms.None;
        foreach (
            var field in chosen.Keys.Where(field => field is "amount" or "debit" or "credit" or "irrecoverable_vat")
        )
        {
            foreach (var cell in rows.Select(row => row[chosen[field]]).Where(cell => cell.Kind == CellKind.Text))
            {
                needed |= AmountText.TryRead(cell.Text, out _, out var forms) ? forms : AmountForms.None;
            }
        }
        return needed;
    }
}
