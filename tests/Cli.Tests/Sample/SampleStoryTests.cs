using System.Globalization;
using Openbook.Cli.Tests.Given;

namespace Openbook.Cli.Tests.Sample;

/// <summary>The sample partnership from its plan to its end.</summary>
[Collection(SampleBook.Collection)]
public sealed class SampleStoryTests(SampleBook sample)
{
    [Fact]
    public void Its_files_are_those_that_the_generator_writes()
    {
        if (!Outside.IsThere("node"))
        {
            return;
        }
        using var session = new Session();
        Outside.Run(session.Folder, "node", Path.Combine(SampleBook.Folder, "generate.mjs"), session.Folder);
        string[] folders = ["budgets", "costs", "drivers", "payments"];
        foreach (var folder in folders)
        {
            Assert.Equal(Names(Path.Combine(SampleBook.Folder, folder)), Names(session.PathOf(folder)));
            foreach (var name in Names(session.PathOf(folder)))
            {
                Assert.Equal(
                    File.ReadAllBytes(Path.Combine(SampleBook.Folder, folder, name)),
                    File.ReadAllBytes(Path.Combine(session.PathOf(folder), name))
                );
            }
        }
        Assert.Equal(
            folders,
            Directory
                .EnumerateDirectories(session.Folder)
                .Select(path => Path.GetFileName(path))
                .Order(StringComparer.Ordinal)
        );
    }

    private static string[] Names(string folder) =>
        [.. Directory.EnumerateFiles(folder).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    [Fact]
    public void Its_story_is_told_to_the_end()
    {
        var steps = File.ReadLines(Path.Combine(SampleBook.Folder, "demo.steps"));
        Assert.All(
            steps.Where(step => step.StartsWith("say ", StringComparison.Ordinal)),
            step => Assert.Contains($"\n{step[4..]}\n", sample.Told, StringComparison.Ordinal)
        );
        Assert.All(
            steps.Where(step => step.StartsWith("show ", StringComparison.Ordinal)),
            step => Assert.Contains($"\n$ openbook {step[5..]}\n", sample.Told, StringComparison.Ordinal)
        );
        Assert.EndsWith("  openbook serve --data openbook-data\n", sample.Told, StringComparison.Ordinal);
        Assert.Contains(
            "cih verifies: 96 entries, 576 lines, 29 closed periods",
            sample.Session.Do("verify cih"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Every_month_is_closed_and_so_is_every_year_end_that_came()
    {
        var months = Enumerable
            .Range(0, 27)
            .Select(i =>
                new DateOnly(2016, 10, 1)
                    .AddMonths(i)
                    .ToString("yyyy-MM", System.Globalization.CultureInfo.InvariantCulture)
            );
        Assert.Equal(
            months.Concat(["2016/17-13", "2017/18-13"]).Order(StringComparer.Ordinal),
            sample.Statements.Select(item => (string)item["period"]!).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void At_the_end_nobody_owes_anything()
    {
        var last = SampleBook.Partners(sample.Statement("2018-12")).ToList();
        Assert.Equal(["camden", "islington", "haringey"], last.Select(item => (string)item["partner"]!));
        Assert.All(last, item => Assert.Equal(0, (long)item["carried_forward_pence"]!));
        Assert.All(last, item => Assert.NotEqual(0, (long)item["brought_forward_pence"]!));
    }

    [Fact]
    public void In_every_period_balances_sum_to_zero_and_are_carried_from_close_to_close()
    {
        var carried = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var statement in sample.Statements)
        {
            var partners = SampleBook.Partners(statement).ToList();
            foreach (
                var figure in (string[])
                    ["balance_pence", "settled_pence", "brought_forward_pence", "carried_forward_pence"]
            )
            {
                Assert.Equal(0, partners.Sum(item => (long)item[figure]!));
            }
            foreach (var partner in partners)
            {
                Assert.Equal(
                    carried.GetValueOrDefault((string)partner["partner"]!),
                    (long)partner["brought_forward_pence"]!
                );
                carried[(string)partner["partner"]!] = (long)partner["carried_forward_pence"]!;
            }
        }
        Assert.Equal(3, carried.Count);
    }

    [Fact]
    public void The_figures_of_a_year_add_up_though_another_years_end_was_closed_in_between()
    {
        var figures = sample
            .Session.Do("statement cih 2017/18 --partner haringey")
            .Split('\n')
            .SkipWhile(line => !line.StartsWith("Balance of the year", StringComparison.Ordinal))
            .Where(line => line.Contains('£', StringComparison.Ordinal))
            .ToDictionary(line => line.Split("  ")[0], Pence);
        Assert.NotEqual(0, figures["Periods of other years closed in between"]);
        Assert.Equal(
            figures["Balance of the year"]
                + figures["Brought forward"]
                - figures["Payments you made to partners, less those you received"]
                + figures["Periods of other years closed in between"],
            figures["Carried forward"]
        );
    }

    private static long Pence(string line)
    {
        var at = line.IndexOf('£', StringComparison.Ordinal);
        var size = line[at..].Split(' ')[0].Where(char.IsAsciiDigit);
        return long.Parse(string.Concat(size), CultureInfo.InvariantCulture) * (line[at - 1] == '-' ? -1 : 1);
    }

    [Fact]
    public void A_copy_of_it_restores_and_the_demo_can_be_told_only_once_in_a_folder()
    {
        sample.Session.Do("export cih --as entries --out cih.zip");
        Assert.StartsWith(
            "cih is restored and verifies: 96 entries, 576 lines.",
            sample.Session.Do("restore cih cih.zip --data copy"),
            StringComparison.Ordinal
        );
        var again = sample.Session.Run("demo --terminal --data openbook-data").MustEnd(Exit.Refused);
        Assert.Contains("[book-exists]", again.Error, StringComparison.Ordinal);
        Assert.Contains("The demo stopped at: ", again.Error, StringComparison.Ordinal);
    }
}
