using System.Globalization;
using System.Text.Json.Nodes;
using Openbook.Cli.Tests.Given;

namespace Openbook.Cli.Tests.Sample;

/// <summary>A third program re-adds the sample: hledger's balances are the statements' figures.</summary>
[Collection(SampleBook.Collection)]
public sealed class HledgerTests(SampleBook sample)
{
    private static readonly string[] councils = ["camden", "islington", "haringey"];

    [Fact]
    public void Its_balances_of_shares_are_those_of_every_statement()
    {
        if (!Outside.IsThere("hledger"))
        {
            return;
        }
        var months = sample.Statements.GroupBy(MonthOf).ToList();
        Assert.Equal(27, months.Count);
        var asked = months.SelectMany(month => councils.Select(council => (Month: month, Council: council))).ToList();
        Parallel.ForEach(
            asked,
            new ParallelOptions { MaxDegreeOfParallelism = 2 },
            item =>
                Assert.Equal(
                    Sum(item.Month, item.Council, "share_pence"),
                    Shares(sample.Session.Folder, item.Council, item.Month.Key)
                )
        );
    }

    [Fact]
    public void Its_balances_of_what_was_paid_and_settled_are_those_of_every_statement()
    {
        if (!Outside.IsThere("hledger"))
        {
            return;
        }
        var table = Csv.Rows(
                Hledger(
                    sample.Session.Folder,
                    "balance",
                    "-M",
                    "--depth",
                    "2",
                    "-E",
                    "^paid:",
                    "^settled:",
                    "-O",
                    "csv"
                )
            )
            .ToDictionary(row => row["account"], StringComparer.Ordinal);
        foreach (var month in sample.Statements.GroupBy(MonthOf))
        {
            foreach (var council in councils)
            {
                Assert.Equal(Sum(month, council, "paid_pence"), -Pence(table[$"paid:{council}"][month.Key]));
                Assert.Equal(Sum(month, council, "settled_pence"), Pence(table[$"settled:{council}"][month.Key]));
            }
        }
    }

    [Fact]
    public void Over_the_whole_life_everything_balances()
    {
        if (!Outside.IsThere("hledger"))
        {
            return;
        }
        Assert.Equal(0, Total(Hledger(sample.Session.Folder, "balance", "-O", "csv")));
        foreach (var council in councils)
        {
            // Share less paid less settled is what is carried forward from the last period: nothing.
            Assert.Equal(
                Total(Hledger(sample.Session.Folder, "balance", $":{council}(:|$)", "not:^settled", "-O", "csv")),
                Total(Hledger(sample.Session.Folder, "balance", $"^settled:{council}$", "-O", "csv"))
            );
        }
    }

    [Fact]
    public void One_amount_changed_in_one_file_changes_both_by_just_that()
    {
        using var changed = new Session { Now = "2026-11-22T09:00:00Z" };
        Session.CopyFolder(SampleBook.Folder, changed.Folder);
        // Printing has no part of any overhead; Camden bears 55 and Islington 45 in 100 of it.
        var file = changed.PathOf("costs/2016-11.csv");
        var lines = File.ReadAllLines(file);
        var at = Array.FindIndex(lines, line => line.Split(',')[4] == "printing");
        var cells = lines[at].Split(',');
        cells[12] = (decimal.Parse(cells[12], CultureInfo.InvariantCulture) + 100).ToString(
            CultureInfo.InvariantCulture
        );
        lines[at] = string.Join(',', cells);
        File.WriteAllText(file, string.Join('\n', lines) + "\n");
        changed.All([
            .. SampleBook
                .Commands(changed.Folder)
                .TakeWhile(line =>
                    !line.Contains("2016-12", StringComparison.Ordinal)
                    && !line.Contains("recount", StringComparison.Ordinal)
                ),
        ]);
        changed.Do("export cih --as hledger --out cih.journal");
        MustDifferBy(changed, "2016-10", (0, 0), (0, 0), (0, 0));
        MustDifferBy(changed, "2016-11", (5500, 0), (4500, 10000), (0, 0));
    }

    private void MustDifferBy(Session changed, string month, params (long Share, long Paid)[] expected)
    {
        var after = JsonNode.Parse(changed.Do($"statement cih {month} --format json"))!;
        foreach (var (council, (share, paid)) in councils.Zip(expected))
        {
            var (old, now) = (SampleBook.Partner(sample.Statement(month), council), SampleBook.Partner(after, council));
            Assert.Equal((long)old["share_pence"]! + share, (long)now["share_pence"]!);
            Assert.Equal((long)old["paid_pence"]! + paid, (long)now["paid_pence"]!);
            if (Outside.IsThere("hledger"))
            {
                Assert.Equal((long)now["share_pence"]!, Shares(changed.Folder, council, month));
                Assert.Equal(-(long)now["paid_pence"]!, Balance(changed.Folder, $"^paid:{council}(:|$)", month));
            }
        }
    }

    // The year-end period is dated 31 March, so hledger has it in March.
    private static string MonthOf(JsonNode statement) =>
        (string)statement["period"]! is var period && period.EndsWith("-13", StringComparison.Ordinal)
            ? $"20{period[5..7]}-03"
            : period;

    private static long Sum(IEnumerable<JsonNode> statements, string council, string figure) =>
        statements.Sum(item => (long)SampleBook.Partner(item, council)[figure]!);

    private static long Shares(string folder, string council, string month) =>
        Balance(folder, $"^shares:{council}(:|$)", month);

    private static long Balance(string folder, string accounts, string month)
    {
        var first = DateOnly.ParseExact($"{month}-01", "yyyy-MM-dd", CultureInfo.InvariantCulture);
        var next = first.AddMonths(1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return Total(Hledger(folder, "balance", accounts, "-b", $"{month}-01", "-e", next, "-O", "csv"));
    }

    private static string Hledger(string folder, params string[] args) =>
        Outside.Run(folder, "hledger", ["-f", "cih.journal", .. args]);

    private static long Total(string csv) => Pence(Csv.Rows(csv).Single(row => row["account"] == "total")["balance"]);

    private static long Pence(string amount) => Csv.Pence(amount.Replace(" GBP", "", StringComparison.Ordinal));
}
