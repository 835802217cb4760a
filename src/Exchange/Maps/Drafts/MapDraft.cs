using Openbook.Domain;

namespace Openbook.Exchange;

/// <summary>What a draft puts where the file says nothing.</summary>
/// <param name="PaidBy">Who paid.</param>
/// <param name="Service">The service of words that are not listed.</param>
public sealed record DraftCodes(string PaidBy = "council", string Service = "general");

/// <summary>A draft of a map for a file, with how the file would be read through it and what is unclear.</summary>
/// <param name="Text">The map, in YAML.</param>
/// <param name="Source">The file read through it.</param>
/// <param name="Unclear">What a person must look at, in sentences.</param>
public sealed record MapDraft(string Text, CostSource Source, IReadOnlyList<string> Unclear)
{
    private const int MostFaults = 5;

    /// <summary>Drafts a map for a file on disk.</summary>
    public static Outcome<MapDraft> Of(string path, DraftCodes codes)
    {
        var file = TableFile.Read(path);
        return file.IsDone ? Of(file.Value, codes) : Outcome<MapDraft>.Refused(file.Refusals);
    }

    /// <summary>
    /// Drafts a map from the beginning of a file on disk, which is all of it unless it is long; what is read is of the beginning, too.
    /// </summary>
    public static Outcome<MapDraft> OfStart(string path, DraftCodes codes)
    {
        var start = FileStart.Read(path);
        if (!start.IsDone)
        {
            return Outcome<MapDraft>.Refused(start.Refusals);
        }
        var draft = Of(start.Value, codes);
        return draft.IsDone && start.Value.IsCut
            ? draft.Value with
            {
                Unclear =
                [
                    .. draft.Value.Unclear,
                    "The file is long, and the draft was made from its beginning: later rows may have other forms and words.",
                ],
            }
            : draft;
    }

    /// <summary>Drafts a map for bytes that are at hand.</summary>
    public static Outcome<MapDraft> Of(string name, byte[] bytes, DraftCodes codes)
    {
        var file = TableFile.Of(name, bytes);
        return file.IsDone ? Of(file.Value, codes) : Outcome<MapDraft>.Refused(file.Refusals);
    }

    private static Outcome<MapDraft> Of(TableFile file, DraftCodes codes)
    {
        TextCoding? coding = file.IsWorkbook ? null : Decoding.Guess(file.Bytes);
        var delimiter = ',';
        if (!file.IsWorkbook)
        {
            var text = file.Text(coding);
            if (!text.IsDone)
            {
                return Outcome<MapDraft>.Refused(text.Refusals);
            }
            delimiter = DelimitedText.Guess(text.Value);
        }
        var tables = file.Tables(coding, delimiter);
        if (!tables.IsDone)
        {
            return Outcome<MapDraft>.Refused(tables.Refusals);
        }
        var sheets = tables.Value.Select(table => (Table: table, Columns: new DraftColumns(table))).ToList();
        var best = sheets.MaxBy(sheet => sheet.Columns.Found);
        if (!best.Columns.IsTable)
        {
            var what = "No column with dates and no column with amounts could be told in the file.";
            return Refuse.HeaderNotFound.Because(what, new Place(best.Table.Name));
        }
        var unclear = new List<string>();
        var others = sheets
            .Where(sheet => sheet.Columns.IsTable && sheet.Table != best.Table)
            .Select(sheet => sheet.Table.Sheet!)
            .ToList();
        if (others.Count > 0)
        {
            unclear.Add($"Other sheets could be meant too: {Domain.Text.List(others)}.");
        }
        var map = new DraftWork(best.Table, best.Columns, codes, unclear).Map() with
        {
            Encoding = coding,
            Delimiter = delimiter,
            Sheet = others.Count > 0 ? best.Table.Sheet : null,
        };
        return Read(file, map, unclear);
    }

    // Rules for rows stay in the draft only where they leave something out.
    private static MapDraft Read(TableFile file, CostMap map, List<string> unclear)
    {
        foreach (var rule in new[] { RowRules.Totals, RowRules.NilReturns, RowRules.Notes })
        {
            var notes = Through(file, map with { Skip = rule }).Notes;
            if (
                notes.Any(note =>
                    note.Contains(
                        rule == RowRules.Totals ? "of totals"
                            : rule == RowRules.Notes ? " note"
                            : "nil return",
                        StringComparison.Ordinal
                    )
                )
            )
            {
                map = map with { Skip = map.Skip | rule };
            }
        }
        var source = Through(file, map);
        var uneven = source.Lines.Refusals.Where(fault => fault.Code == Refuse.RowUneven).ToList();
        if (uneven.Count > 0)
        {
            var allowed = Through(file, map with { UnevenRows = true });
            if (!allowed.Lines.Refusals.Any(fault => uneven.Any(row => row.Place?.Row == fault.Place?.Row)))
            {
                unclear.Add(
                    $"{Domain.Text.Count(uneven.Count, "row")} (row {Domain.Text.Of(uneven[0].Place!.Row!.Value)} first) with more or fewer cells than the headings; look whether a comma is lost."
                );
                (map, source) = (map with { UnevenRows = true }, allowed);
            }
        }
        unclear.AddRange(source.Lines.Refusals.Take(MostFaults).Select(fault => fault.ToString()));
        if (source.Lines.Refusals.Count > MostFaults)
        {
            unclear.Add(
                $"{Domain.Text.Grouped(source.Lines.Refusals.Count - MostFaults)} more cells or rows cannot be read so."
            );
        }
        return new MapDraft(MapWriter.Of(map), source, unclear);
    }

    // Read as its text says, so that what is shown is what the text gives.
    private static CostSource Through(TableFile file, CostMap map) =>
        MappedCosts.Read(file, MapText.Read(MapWriter.Of(map), "the draft").Value, null);
}
