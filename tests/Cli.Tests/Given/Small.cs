namespace Openbook.Cli.Tests.Given;

/// <summary>A small partnership with everything that an agreement can say of sharing, and its files.</summary>
public static class Small
{
    public const string Agreement = """
        rules: openbook-1
        partnership: Camden, Islington and Haringey
        starts: 2016-10-01
        partners:
          - { code: camden, name: London Borough of Camden }
          - { code: islington, name: London Borough of Islington }
          - { code: haringey, name: London Borough of Haringey }
        host: camden
        services:
          - { code: networks, name: Networks, share: equal }
          - { code: desktop, name: Desktop, share: { driver: devices } }
          - { code: apps, name: Applications, share: { fixed: { camden: 40, islington: 35, haringey: 25 } } }
        overheads:
          - { code: management, name: Management, over: [networks, desktop], fallback: equal }
        drivers:
          - { code: devices, name: Managed devices }
        customers:
          - { code: lga, name: Local Government Association, income: { direct: camden } }

        """;

    public const string Costs = """
        line_id,date,service,amount,paid_by,kind,supplier,description
        c-1,2016-10-03,networks,100.00,camden,,Lines Ltd,"Lines, October"
        c-2,2016-10-04,desktop,1000.03,islington,,Laptops Ltd,Laptops
        c-3,2016-10-05,apps,60.00,camden,capital,Apps Ltd,Licences
        c-4,2016-10-06,management,33.00,camden,,Payroll,Managers
        c-5,2016-10-07,networks,50.00,haringey,income,lga,Network sold

        """;

    public const string Devices = """
        date,driver,partner,count,source
        2016-09-30,devices,camden,4200,Register
        2016-09-30,devices,islington,3100,Register
        2016-09-30,devices,haringey,2900,Register

        """;

    public const string Payments = """
        date,from,to,amount,reference,for
        2016-10-20,islington,camden,20.00,On account,on-account

        """;

    public const string Amendment = "amend cih --agreement agreement.yaml --from 2016-12-01";

    // Each is made once and copied: the program flushes every entry to disk, and copying a file does not.
    private static readonly Lazy<Session> AgreedOnce = Once(() =>
        WithFiles()
            .All("new cih --agreement agreement.yaml", Approve("camden"), Approve("islington"), Approve("haringey"))
    );

    private static readonly Lazy<Session> OctoberOnce = Once(() => Agreed().All(OfOctober));

    private static readonly Lazy<Session> ClosedOnce = Once(() => October().All("close cih 2016-10"));

    /// <summary>A session with the files and no Book.</summary>
    public static Session WithFiles() =>
        new Session()
            .File("agreement.yaml", Agreement)
            .File("costs.csv", Costs)
            .File("devices.csv", Devices)
            .File("payments.csv", Payments);

    /// <summary>A Book agreed, with nothing recorded in it.</summary>
    public static Session Agreed() => AgreedOnce.Value.Copy();

    /// <summary>October recorded and still open.</summary>
    public static Session October() => OctoberOnce.Value.Copy();

    /// <summary>October closed.</summary>
    public static Session Closed() => ClosedOnce.Value.Copy();

    /// <summary>The same Book recorded anew: its lines have other salts, so its hashes are others.</summary>
    public static Session ClosedAnew() => Agreed().All(OfOctober).All("close cih 2016-10");

    public static string Approve(string partner) => $"approve cih --partner {partner} --body Cabinet --on 2016-09-01";

    private static Lazy<Session> Once(Func<Session> make) =>
        new(() =>
        {
            var made = make();
            AppDomain.CurrentDomain.ProcessExit += (_, _) => made.Dispose();
            return made;
        });

    private static string[] OfOctober =>
        ["import drivers cih devices.csv", "import costs cih costs.csv", "import payments cih payments.csv"];
}
