using Openbook.Domain;
using static Openbook.Cli.Tests.Refusals.Steps;

namespace Openbook.Cli.Tests.Refusals;

/// <summary>What may be wrong with a map, and with a file that is read through one.</summary>
internal static class RefusalExamplesOfMaps
{
    private const string Columns = "columns: { date: Paid on, amount: Net, service: Team }\n";
    private const string Rest =
        "fixed: { paid_by: camden }\nwords: { service: { Wires: networks } }\ndates: dd/mm/yyyy\n";
    private const string Headings = "Team,Paid on,Net\n";
    private const string Row = "Wires,03/10/2016,100.00\n";

    public static RefusalGroup Group { get; } =
        new(
            "Maps, and files read through them",
            [
                new(
                    Refuse.MapIncomplete,
                    Agreed(),
                    Mapped("columns: { date: Paid on, amount: Net }\n", Headings + Row)
                ),
                new(Refuse.MapValue, Agreed(), Mapped(Columns + Rest + "amounts: euro\n", Headings + Row)),
                new(
                    Refuse.MapNeeded,
                    Agreed(),
                    Costs("BeneficiaryName,PaymentDate,Amount,Purpose\nLines Ltd,2016-10-03,100.00,Lines")
                ),
                new(Refuse.NotATable, Agreed(), Costs("<!DOCTYPE html>\n<html><body>Not found</body></html>")),
                new(
                    Refuse.FileTooLarge,
                    Agreed(),
                    Put("map.yaml", new string('#', 300_000)),
                    Put("spend.csv", Headings + Row),
                    Run("import costs cih spend.csv --map map.yaml")
                ),
                new(
                    Refuse.WorkbookUnreadable,
                    Agreed(),
                    Put("costs.xlsx", [.. "PK\u0003\u0004 and no more"u8]),
                    Run("import costs cih costs.xlsx")
                ),
                new(
                    Refuse.SheetUnclear,
                    Agreed(),
                    Costs("date,service,amount,paid_by\n2016-10-03,networks,100.00,camden"),
                    Run("export cih --as costs --out costs.xlsx"),
                    Put("map.yaml", "sheet: April\n" + Columns + Rest),
                    Run("import costs cih costs.xlsx --map map.yaml")
                ),
                new(Refuse.HeaderNotFound, Agreed(), Mapped(Columns + Rest, "Team,Paid on,Gross\n" + Row)),
                new(Refuse.WordNotInMap, Agreed(), Mapped(Columns + Rest, Headings + "Schools,03/10/2016,100.00\n")),
                new(Refuse.CellNotDate, Agreed(), Mapped(Columns + Rest, Headings + "Wires,31/09/2017,100.00\n")),
                new(Refuse.CellNotAmount, Agreed(), Mapped(Columns + Rest, Headings + "Wires,03/10/2016,(£100.00)\n")),
                new(Refuse.RowUneven, Agreed(), Mapped(Columns + Rest, Headings + "Wires,03/10/2016,1,000.00\n")),
            ]
        );

    private static SeveralSteps Mapped(string map, string rows) =>
        new(Put("map.yaml", map), Put("spend.csv", rows), Run("import costs cih spend.csv --map map.yaml"));
}
