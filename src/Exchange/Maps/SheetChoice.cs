using Openbook.Domain;

namespace Openbook.Exchange;

/// <summary>Which table of a file a map reads: the one that it names, else the only one that has its columns.</summary>
internal sealed record SheetChoice(SourceTable Table, MapHeader Header)
{
    /// <summary>The table, or why there is none or more than one.</summary>
    public static Outcome<SheetChoice> Of(string file, IReadOnlyList<SourceTable> tables, CostMap map)
    {
        if (map.Sheet is { } name && tables[0].Sheet is not null)
        {
            var named = tables.FirstOrDefault(table => CostMap.Plain(table.Sheet!) == CostMap.Plain(name));
            if (named is null)
            {
                var what = $"There is no sheet {YamlFaults.Quote(name)}; there are {Names(tables)}.";
                return Refuse.SheetUnclear.Because(what, new Place(file));
            }
            tables = [named];
        }
        var found = new List<SheetChoice>();
        IReadOnlyList<Refusal> faults = [];
        foreach (var table in tables)
        {
            var header = MapHeader.Find(table, map);
            if (header.IsDone)
            {
                found.Add(new SheetChoice(table, header.Value));
            }
            // The sheet that comes nearest tells what is wrong.
            else if (faults.Count == 0 || (faults[0].Place?.Row is null && header.Refusals[0].Place?.Row is not null))
            {
                faults = header.Refusals;
            }
        }
        return found.Count switch
        {
            0 => Outcome<SheetChoice>.Refused(faults),
            1 => found[0],
            _ => Refuse.SheetUnclear.Because(
                $"More than one sheet has the columns: {Names([.. found.Select(choice => choice.Table)])}.",
                new Place(file)
            ),
        };
    }

    private static string Names(IReadOnlyList<SourceTable> tables) =>
        Text.List([.. tables.Select(table => YamlFaults.Quote(table.Sheet!))]);
}
