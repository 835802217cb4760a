using System.Text;
using Openbook.Cli.Tests.Given;

namespace Openbook.Cli.Tests.Hostile;

/// <summary>A kind of file that somebody else may hand in: good ones, how they are spoilt, and the command that reads them.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="File">The name it gets.</param>
/// <param name="Good">Good files of the kind.</param>
/// <param name="Command">What reads it.</param>
/// <param name="Spoil">How one is spoilt.</param>
public sealed record HostileKind(
    string Name,
    string File,
    IReadOnlyList<byte[]> Good,
    string Command,
    Func<Spoiler, byte[], IReadOnlyList<byte[]>, byte[]> Spoil
);

/// <summary>Every kind of file that the program reads, beside a Book with October in it.</summary>
public static class HostileFiles
{
    private const string Scenario = """
        scenario: What if laptops cost more
        changes:
          - { costs: more.csv }
          - { counts: devices.csv }
          - { amend: agreement.yaml, from: 2016-12-01 }
        through: 2016-12

        """;

    private const string Budget = """
        year,service,account,kind,month,original,virement,forecast,reason
        2016/17,networks,,,,6000.00,,,
        2016/17,apps,4000,capital,2016-12,,-1.00,99.99,Less

        """;

    private const string Lines = """
        date,month,to_month,service,amount,paid_by,kind,nature,corrects,irrecoverable_vat,supplier,description
        2016-11-03,,,networks,-100.00,camden,,reversal,c-1,,Lines Ltd,Credit
        2016-11-04,2016-10,2017-03,desktop,1000.03,islington,,,,20.00,Laptops Ltd,"Laptops,
        late"
        2016-11-05,,,management,60.00,camden,capital,accrual,,,,
        2016-11-07,,,networks,50.00,haringey,income,,,,lga,Network sold

        """;

    private const string Spend = """
        Spend over 500 pounds,,,,
        Team,Paid to,For,Paid on,Net
        Streets,Wire & Sons,Lines,03/11/2016,"£1,234.50"
        Parks & Open Space,"Less, Ltd",Trees,4 November 2016,(12.00)
        Total,,,,"1,222.50"

        """;

    private const string Map = """
        columns: { date: Paid on, amount: Net, supplier: Paid to, description: For, service: Team }
        fixed: { paid_by: camden }
        words: { service: { Streets: networks, Parks & Open Space: apps } }
        otherwise: { service: networks }
        dates: [dd/mm/yyyy, dd month yyyy]
        amounts: [commas, pound, brackets]
        skip: [totals, nil-returns, notes]
        skip_rows: [1, 900-]
        skip_where: { Team: [Nothing] }

        """;

    /// <summary>A session in which everything lies that the commands need.</summary>
    public static Session Ground()
    {
        var session = Small.October();
        session.File("more.csv", Lines).File("spend.csv", Spend).File("map.yaml", Map);
        session.All("export cih --as entries --out copy.zip");
        return session;
    }

    /// <summary>The kinds; some of their good files are made by the program itself.</summary>
    public static IReadOnlyList<HostileKind> Kinds(Session ground)
    {
        ArgumentNullException.ThrowIfNull(ground);
        var copy = File.ReadAllBytes(ground.PathOf("copy.zip"));
        var book = SmallWorkbook.Costs();
        var statement = Encoding.UTF8.GetBytes(ground.Do("statement cih 2016-10 --format json"));
        return
        [
            Text("agreement", "f.yaml", "amend cih --agreement f.yaml --from 2016-12-01", Small.Agreement),
            Text("costs", "f.csv", "import costs cih f.csv", Lines, Small.Costs),
            Text("drivers", "f.csv", "import drivers cih f.csv", Small.Devices),
            Text("payments", "f.csv", "import payments cih f.csv", Small.Payments),
            Text("budget", "f.csv", "import budget cih f.csv", Budget),
            Text("map", "f.yaml", "import costs cih spend.csv --map f.yaml", Map),
            Text("mapped file", "f.csv", "import costs cih f.csv --map map.yaml", Spend),
            Text("file to draft from", "f.csv", "map f.csv", Spend, Lines),
            Text("scenario", "f.yaml", "whatif cih f.yaml", Scenario),
            Zip("workbook", "f.xlsx", "import costs cih f.xlsx", book),
            Zip("workbook to draft from", "f.xlsx", "map f.xlsx", book),
            Zip("entries", "f.zip", "restore cih f.zip --data other", copy),
            Zip("partner's copy", "f.zip", "verify cih --against f.zip", copy),
            new(
                "forged entries",
                "f.zip",
                [copy],
                "restore cih f.zip --data other",
                (spoiler, bytes, _) => spoiler.SpoilEntries(bytes)
            ),
            new(
                "statement",
                "f.json",
                [statement],
                "verify cih --against f.json",
                (spoiler, bytes, others) => spoiler.Spoil(bytes, others)
            ),
        ];
    }

    private static HostileKind Text(string name, string file, string command, params string[] good) =>
        new(
            name,
            file,
            [.. good.Select(Encoding.UTF8.GetBytes)],
            command,
            (spoiler, bytes, others) => spoiler.Spoil(bytes, others)
        );

    private static HostileKind Zip(string name, string file, string command, byte[] good) =>
        new(name, file, [good], command, (spoiler, bytes, others) => spoiler.SpoilZip(bytes, others));
}
