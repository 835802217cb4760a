using System.Numerics;
using System.Text;
using Openbook.Cli.Tests.Given;
using Openbook.Domain;
using Openbook.Exchange;
using Openbook.Journal;

namespace Openbook.Cli.Tests.Pages;

/// <summary>The reference pages that are written by hand say what the program does.</summary>
public sealed class ReferencePageTests
{
    [Fact]
    public void The_page_of_files_names_every_column_and_every_kind_of_fact()
    {
        var page = Page("files.md");
        Assert.All(
            CostsFile.Required.Concat(CostsFile.Optional),
            column => Assert.Contains($"`{column}`", page, StringComparison.Ordinal)
        );
        Assert.Contains($"\n{string.Join(',', CountsFile.Required)},source\n", page, StringComparison.Ordinal);
        Assert.Contains("\ndate,from,to,amount,reference,for\n", page, StringComparison.Ordinal);
        Assert.Equal(
            ["amount", "date", "for", "from", "reference", "to"],
            PaymentsFile.Required.Concat(PaymentsFile.Optional).Order()
        );
        Assert.Contains(Encoding.UTF8.GetString(CanonicalLines.Header), page, StringComparison.Ordinal);
        Assert.Contains(Encoding.UTF8.GetString(CanonicalLines.WordsHeader), page, StringComparison.Ordinal);
        Assert.All(FactCodec.Kinds, kind => Assert.Contains($"| `{kind}` |", page, StringComparison.Ordinal));
        Assert.All(
            CostWords.KindWords.Concat(CostWords.NatureWords),
            word => Assert.Contains($"`{word}`", page, StringComparison.Ordinal)
        );
        Assert.All(PaymentsRecorded.PurposeWords, word => Assert.Contains($"`{word}`", page, StringComparison.Ordinal));
    }

    [Fact]
    public void The_examples_of_the_penny_rules_are_what_the_program_makes_of_them()
    {
        var page = Page("penny-rules.md");
        var thirds = Numbers(1, 1, 1);
        var devices = Numbers(4200, 3100, 2900);
        MustShow("10000, three times", "1,1,1", Shares(thirds, 10000, 10000, 10000));
        MustShow("10000 then -10000", "1,1,1", Shares(thirds, 10000, -10000));
        MustShow("100003", "4200,3100,2900", Shares(devices, 100003));
        MustShow("340000000", "1,1", Shares(Numbers(1, 1), 340000000));
        var left = Split.Pool(100003, devices, Numbers(0, 0, 0)).Select(part => part.CarryAfter).ToArray();
        MustShow(
            "true-up of the last to 4200,3100,2700",
            "",
            InWords(Split.TrueUp(100003, devices, Numbers(4200, 3100, 2700), left))
        );

        void MustShow(string total, string weights, string shares)
        {
            var rows = page.Split('\n').Where(row => row.StartsWith($"| {total} |", StringComparison.Ordinal));
            var cells = Assert.Single(rows).Split('|').Select(cell => cell.Trim()).ToArray();
            Assert.Equal((weights, shares), (cells[2], cells[4]));
        }
    }

    private static string Shares(BigInteger[] weights, params long[] totals)
    {
        var carries = weights.Select(_ => BigInteger.Zero).ToArray();
        var shown = new List<string>();
        foreach (var total in totals)
        {
            var parts = Split.Pool(total, weights, carries);
            carries = [.. parts.Select(part => part.CarryAfter)];
            shown.Add(InWords(parts));
        }
        return string.Join("; ", shown);
    }

    private static string InWords(IEnumerable<Part> parts) => string.Join(", ", parts.Select(part => part.Pence));

    private static BigInteger[] Numbers(params long[] numbers) => [.. numbers.Select(number => new BigInteger(number))];

    private static string Page(string name) => File.ReadAllText(Repository.PathOf("docs", "reference", name));
}
