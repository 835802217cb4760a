using System.IO.Compression;
using Openbook.Cli.Tests.Given;

namespace Openbook.Cli.Tests.Commands;

/// <summary>Files of other layouts on the command line: drafts, imports through a map, warnings, workbooks out.</summary>
public sealed class MapTests
{
    private const string Spend = "Team,Paid to,Date paid,Net amount\nWires,Lines Ltd,03/10/2016,12.50\n";

    [Fact]
    public void A_draft_that_is_printed_is_the_map_alone_and_reads_the_file()
    {
        using var session = Small.Agreed();
        session.File("spend.csv", Spend);
        var map = session.Do("map spend.csv --paid-by camden --service apps");
        Assert.StartsWith("columns:\n", map, StringComparison.Ordinal);
        session.File("map.yaml", map);
        Assert.Contains(
            "1 line from spend.csv, £12.50 in all.",
            session.Do("import costs cih spend.csv --map map.yaml"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_map_that_is_there_is_not_written_over()
    {
        using var session = Small.Agreed();
        session.File("spend.csv", Spend).File("map.yaml", "mine");
        session.Run("map spend.csv --out map.yaml").MustEnd(Exit.Usage);
        Assert.Equal("mine", File.ReadAllText(session.PathOf("map.yaml")));
    }

    [Fact]
    public void Lines_without_ids_that_are_there_already_are_warned_of_and_recorded()
    {
        using var session = Small.Agreed();
        session.File("spend.csv", Spend).File("again.csv", Spend + "\n");
        session.File("map.yaml", session.Do("map spend.csv --paid-by camden --service apps"));
        Assert.DoesNotContain(
            "Warning",
            session.Run("import costs cih spend.csv --map map.yaml").Error,
            StringComparison.Ordinal
        );
        var ran = session.Run("import costs cih again.csv --map map.yaml").MustEnd(Exit.Done);
        Assert.Contains("Warning: 1 line of again.csv without a line_id", ran.Error, StringComparison.Ordinal);
        session.Run("import costs cih spend.csv --map map.yaml").MustBeRefusedFor("file-known");
    }

    [Fact]
    public void A_file_of_another_layout_says_that_there_are_maps()
    {
        using var session = Small.Agreed();
        session.File("spend.csv", Spend);
        Assert.Contains(
            "openbook map spend.csv",
            session.Run("import costs cih spend.csv").Error,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Costs_and_statements_are_written_as_workbooks()
    {
        using var session = Small.Agreed();
        session.File("lines.csv", "date,service,amount,paid_by\n2016-10-03,apps,100.00,camden\n");
        session.All(
            "import costs cih lines.csv",
            "export cih --as costs --out costs.xlsx",
            "statement cih 2016-10 --format xlsx --out statement.xlsx"
        );
        foreach (var name in new[] { "costs.xlsx", "statement.xlsx" })
        {
            using var zip = ZipFile.OpenRead(session.PathOf(name));
            Assert.NotNull(zip.GetEntry("xl/worksheets/sheet1.xml"));
        }
        session.Run("statement cih 2016-10 --format xlsx").MustEnd(Exit.Usage);
    }
}
