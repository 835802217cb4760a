using System.Globalization;

namespace Openbook.Web.Tests.Given;

/// <summary>A partnership of twelve councils and forty services, all with long names, January 2026 closed.</summary>
internal static class ALargeBook
{
    private static readonly IReadOnlyList<string> codes =
    [
        .. Enumerable.Range(1, 12).Select(i => string.Create(CultureInfo.InvariantCulture, $"c{i:00}")),
    ];

    public static ASite Closed()
    {
        var folder = TestFolders.New();
        File.WriteAllText(Path.Combine(folder, "agreement.yaml"), Agreement());
        File.WriteAllText(
            Path.Combine(folder, "staff.csv"),
            "date,driver,partner,count,source\n"
                + string.Concat(codes.Select((code, i) => $"2025-12-31,staff,{code},{100 + i * 7},Payroll\n"))
        );
        File.WriteAllText(
            Path.Combine(folder, "costs.csv"),
            "date,service,amount,paid_by,supplier\n"
                + string.Concat(
                    Enumerable
                        .Range(1, 40)
                        .Select(i => $"2026-01-{i % 28 + 1:00},s{i},{i * 137}.{i + 10},{codes[i % 7]},Supplier {i}\n")
                )
        );
        var site = ASite.Over(folder);
        site.Command("new ab --agreement agreement.yaml");
        site.Command([.. codes.Select(code => $"approve ab --partner {code} --body Cabinet --on 2025-12-01")]);
        site.Command("import drivers ab staff.csv", "import costs ab costs.csv", "close ab 2026-01");
        return site;
    }

    private static string Agreement()
    {
        var partners = codes.Select(
            (code, i) => $"  - {{ code: {code}, name: \"Metropolitan Borough Council of the Long Name {i + 1}\" }}\n"
        );
        var services = Enumerable
            .Range(1, 40)
            .Select(i =>
                $"  - {{ code: s{i}, name: \"Service {i} whose name says at some length what it does\", "
                + $"share: {(i % 3 == 0 ? "{ driver: staff }" : "equal")} }}\n"
            );
        return "rules: openbook-1\npartnership: Twelve councils\nstarts: 2026-01-01\npartners:\n"
            + string.Concat(partners)
            + "host: c01\nservices:\n"
            + string.Concat(services)
            + "drivers:\n  - { code: staff, name: Members of staff }\n";
    }
}
