using Openbook.Domain;
using static Openbook.Cli.Tests.Refusals.Steps;

namespace Openbook.Cli.Tests.Refusals;

/// <summary>What any file or command may get wrong.</summary>
internal static class RefusalExamplesOfFiles
{
    public static RefusalGroup Values { get; } =
        new(
            "Codes, dates, amounts, texts",
            [
                new(Refuse.BadCode, Agreed(), Costs("date,service,amount,paid_by\n2016-10-03,Networks,100.00,camden")),
                new(Refuse.BadDate, Agreed(), Costs("date,service,amount,paid_by\n03/10/2016,networks,100.00,camden")),
                new(
                    Refuse.BadMonth,
                    Agreed(),
                    Costs("date,month,service,amount,paid_by\n2016-10-03,Oct 2016,networks,100.00,camden")
                ),
                new(Refuse.BadYear, Agreed(), Budget("year,service,original\n2016,networks,1200.00")),
                new(Refuse.BadPeriod, OneLine, Run("statement cih 2016-1")) { Ends = Exit.Usage },
                new(
                    Refuse.BadAmount,
                    Agreed(),
                    Costs("date,service,amount,paid_by\n2016-10-03,networks,\"1,000.00\",camden")
                ),
                new(
                    Refuse.BadCount,
                    Agreed(),
                    Counts("date,driver,partner,count\n2016-09-30,devices,camden,many\n2016-09-30,devices,islington,12")
                ),
                new(
                    Refuse.BadText,
                    Agreed(),
                    Costs("date,service,amount,paid_by,description\n2016-10-03,networks,100.00,camden,bell\u0007")
                ),
                new(
                    Refuse.TextTooLong,
                    Agreed(),
                    Costs(
                        $"date,service,amount,paid_by,description\n2016-10-03,networks,100.00,camden,{new string('x', 9000)}"
                    )
                ),
            ]
        );

    public static RefusalGroup Files { get; } =
        new(
            "Files and tables",
            [
                new(Refuse.FileUnreadable, Agreed(), Run("import costs cih nothing.csv")),
                new(Refuse.FileEmpty, Agreed(), Costs("date,service,amount,paid_by")),
                new(
                    Refuse.FileNotText,
                    Agreed(),
                    Put(
                        "costs.csv",
                        System.Text.Encoding.Latin1.GetBytes(
                            "date,service,amount,paid_by,supplier\n2016-10-03,networks,100.00,camden,Café\n"
                        )
                    ),
                    Run("import costs cih costs.csv")
                ),
                new(
                    Refuse.ColumnUnknown,
                    Agreed(),
                    Costs("date,service,amount,paid_by,vat\n2016-10-03,networks,100.00,camden,20.00")
                ),
                new(Refuse.ColumnMissing, Agreed(), Costs("date,service,amount\n2016-10-03,networks,100.00")),
                new(
                    Refuse.ColumnRepeated,
                    Agreed(),
                    Costs("date,date,service,amount,paid_by\n2016-10-03,2016-10-03,networks,100.00,camden")
                ),
                new(
                    Refuse.CellsWrong,
                    Agreed(),
                    Costs("date,service,amount,paid_by\n2016-10-03,networks,1,000.00,camden")
                ),
                new(
                    Refuse.QuoteWrong,
                    Agreed(),
                    Costs("date,service,amount,paid_by,description\n2016-10-03,networks,100.00,camden,19\" rack")
                ),
                new(Refuse.CellEmpty, Agreed(), Costs("date,service,amount,paid_by\n2016-10-03,networks,,camden")),
                new(
                    Refuse.WordUnknown,
                    Agreed(),
                    Costs("date,service,amount,paid_by,kind\n2016-10-03,networks,100.00,camden,running")
                ),
                new(
                    Refuse.TooManyFaults,
                    Put("agreement.yaml", Agreement(services: ManyServices)),
                    Run("new cih --agreement agreement.yaml")
                ),
            ]
        );

    // Each is shared by a partner that is not there.
    private static string ManyServices =>
        $"[{string.Join(", ", Enumerable.Range(1, 120).Select(i => $"{{ code: s{i}, name: Service, share: {{ direct: hackney }} }}"))}]";
}
