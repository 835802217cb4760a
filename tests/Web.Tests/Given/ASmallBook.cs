namespace Openbook.Web.Tests.Given;

/// <summary>A small partnership of two councils, agreed in January 2026, with costs of January.</summary>
internal static class ASmallBook
{
    public const string Agreement = """
        rules: openbook-1
        partnership: Ash and Beech
        starts: 2026-01-01
        partners:
          - { code: ash, name: Ash Council }
          - { code: beech, name: Beech Council }
        host: ash
        services:
          - { code: networks, name: Networks, share: equal }
          - { code: desktop, name: Desktop, share: { driver: devices } }
        drivers:
          - { code: devices, name: Managed devices, max_age_months: 12 }

        """;

    public const string January = """
        line_id,date,service,amount,paid_by,supplier,description
        J-1,2026-01-05,networks,100.01,ash,Wire Ltd,Lines
        J-2,2026-01-09,networks,50.00,beech,Cable Ltd,Cables

        """;

    /// <summary>Proposed, and approved by nobody.</summary>
    public static ASite Proposed()
    {
        var folder = TestFolders.New();
        File.WriteAllText(Path.Combine(folder, "agreement.yaml"), Agreement);
        File.WriteAllText(Path.Combine(folder, "january.csv"), January);
        var site = ASite.Over(folder);
        site.Command("new ab --agreement agreement.yaml");
        return site;
    }

    /// <summary>Approved by both.</summary>
    public static ASite Agreed()
    {
        var site = Proposed();
        site.Command(
            "approve ab --partner ash --body Cabinet --on 2025-12-01",
            "approve ab --partner beech --body Cabinet --on 2025-12-02"
        );
        return site;
    }

    /// <summary>With the costs of January.</summary>
    public static ASite WithJanuary()
    {
        var site = Agreed();
        site.Command("import costs ab january.csv");
        return site;
    }
}
