using System.Numerics;
using Openbook.Domain.Tests.Given;

namespace Openbook.Domain.Tests.Failures;

/// <summary>What went wrong in OpenCost, Kubecost, FOCUS data and ERPNext, and may not here.</summary>
public sealed class B4CostAllocationProducts
{
    private const string Managed = """
        agree camden, islington from 2016-10
          service networks: equal
          service desktop: driver devices
          overhead management over networks, desktop fallback equal

        """;

    // OpenCost PR #883: where the weights came to zero, the shared cost was dropped.
    [Fact]
    public void OpenCost_zero_weight_deletes_the_cost_PR883()
    {
        var book = Telling.Of(
            Managed + "count 2016-10-01 devices camden 0, islington 0\ncost 2016-10 desktop 9.00 camden"
        );
        Assert.Equal(["weights-zero"], book.WhyNotClose("2016-10"));
        Assert.Empty(book.Record([.. Counts("0", "3")]));
        Assert.Empty(book.WhyNotClose("2016-10"));
        Assert.Equal("0.00 9.00", book.Shares("2016-10"));
    }

    // OpenCost #1124: with a filter the shared cost was counted twice.
    [Fact]
    public void OpenCost_1124_a_filter_counts_the_shared_cost_twice()
    {
        var book = Telling.Of(
            Managed + "cost 2016-10 networks 10.00 camden\ncost 2016-10 management 5.00 camden\nclose 2016-10"
        );
        var statement = book.Shown("2016-10");
        var alone = StatementJson.Of(statement, "islington")["partners"]!.AsArray().Single()!;
        Assert.Equal(750, (long)alone["share_pence"]!);
        Assert.Equal(750, alone["lines"]!.AsArray().Sum(line => (long)line!["share_pence"]!));
        Assert.Equal(1_500, statement.Partners.Sum(partner => partner.Figures.SharePence));
    }

    // OpenCost PR #2182, #2034: coefficients of a shared cost that did not come to one.
    [Fact]
    public void OpenCost_PR2182_coefficients_that_do_not_come_to_one()
    {
        var parts = Split.Pool(1_000_000, [1, 1, 1, 1, 1, 1, 1], new BigInteger[7]);
        Assert.Equal(1_000_000, parts.Sum(part => part.Pence));
        var weights = Enumerable.Range(1, 12).Select(i => (BigInteger)(i * 83_333_333)).ToArray();
        Assert.Equal(-99_999, Split.Pool(-99_999, weights, new BigInteger[12]).Sum(part => part.Pence));
    }

    // Kubecost #2359: switching the sharing of a cost on made the total rise.
    [Fact]
    public void Kubecost_2359_the_total_rises_when_a_cost_is_shared()
    {
        const string costs =
            "cost 2016-10 networks 10.01 camden\ncost 2016-10 apps 7.77 camden\ncost 2016-10 management 5.55 camden";
        const string agreed =
            "agree camden, islington from 2016-10\n  service networks: equal\n  service apps: equal\n";
        var own = Telling.Of(agreed + "  service management: direct camden\n" + costs);
        var shared = Telling.Of(agreed + "  overhead management over networks, apps\n" + costs);
        Assert.Equal(2_333, own.Shown("2016-10").Partners.Sum(partner => partner.Figures.SharePence));
        Assert.Equal(2_333, shared.Shown("2016-10").Partners.Sum(partner => partner.Figures.SharePence));
    }

    // Kubecost #168: shared costs that came out below zero.
    [Fact]
    public void Kubecost_168_a_share_of_a_cost_is_below_zero()
    {
        var book = Telling.Of(
            Managed
                + """
                count 2016-10-01 devices camden 1, islington 1
                cost 2016-10 networks -100.00 camden
                cost 2016-10 desktop 60.00 camden
                cost 2016-10 management 5.00 camden
                """
        );
        Assert.Contains("desktop (management) 2016-10 revenue of 5.00: 2.50 2.50", book.Pools("2016-10"));
        Assert.DoesNotContain(
            book.Pools("2016-10"),
            pool => pool.StartsWith("networks (management)", StringComparison.Ordinal)
        );
    }

    // Kubecost #2164: what was shown one level down did not add up to the page above.
    [Fact]
    public void Kubecost_2164_drilling_down_does_not_add_up()
    {
        var book = Telling.Of(
            Managed
                + "cost 2016-10 networks 10.01 camden\ncost 2016-10 networks 0.04 islington\ncost 2016-10 management 5.00 camden"
        );
        var root = ExplainShare.Of(book.Again(), In.Period("2016-10"), "camden", "networks", book).Value;
        var shown = book.Shown("2016-10").Partners[0].Lines.Where(line => line.Pool.Key.Service == "networks").ToList();
        Assert.Equal(shown.Sum(line => line.Part.Pence), root.Pence);
        Assert.Equal(root.Pence, root.Parts.Sum(part => part.Pence));
        Assert.Equal([1_005L, 500L], root.Parts.Select(part => part.Parts[0].Pence!.Value));
        Assert.Equal(1_005, root.Parts[0].Parts[0].Parts.Sum(line => line.Pence));
    }

    // FOCUS 1.3: the allocated rows must sum to the row that they come from, and each names its method.
    [Fact]
    public void FOCUS_1_3_allocated_rows_must_sum_to_their_origin_and_name_the_method()
    {
        var book = Telling.Of(Managed + "cost 2016-10 networks 0.05 camden\ncost 2016-10 management 0.03 camden");
        foreach (
            var pool in book.Shown("2016-10").Partners.SelectMany(partner => partner.Lines).GroupBy(line => line.Pool)
        )
        {
            Assert.Equal(pool.Key.Pence, pool.Sum(line => line.Part.Pence));
            Assert.Equal(("equal", 1), (pool.Key.Weights.Basis, pool.Key.Weights.Version));
        }
    }

    // FOCUS PR #1434, #1501, #1900: a correction of a closed period is charged in the open one and keeps its own.
    [Fact]
    public void FOCUS_PR1434_a_correction_overwrites_the_closed_period()
    {
        var book = Telling.Of(
            Managed + "cost 2016-10 networks 10.00 camden as row-1\nclose 2016-10\ncorrect row-1 amount 4.00"
        );
        Assert.Equal("5.00 5.00", book.Shares("2016-10"));
        Assert.Equal(["networks 2016-10 revenue of -6.00: -3.00 -3.00"], book.Pools("2016-11"));
    }

    // ERPNext #7256, PR #29536: cost centres shared by percentages that were rounded one by one.
    [Fact]
    public void ERPNext_7256_percentages_rounded_one_by_one() =>
        Assert.Equal(
            [3_334, 3_333, 3_333],
            Split.Pool(10_000, [3_333_333, 3_333_333, 3_333_333], new BigInteger[3]).Select(part => part.Pence)
        );

    // ERPNext PR #35091: 0.01 split 95 to 5 vanished, and the entry failed.
    [Fact]
    public void ERPNext_PR35091_a_penny_split_95_to_5_vanishes()
    {
        Assert.Equal([1, 0], Split.Pool(1, [95, 5], new BigInteger[2]).Select(part => part.Pence));
        Assert.Equal([-1, 0], Split.Pool(-1, [95, 5], new BigInteger[2]).Select(part => part.Pence));
    }

    // ERPNext PR #48901: commercial rounding of each part left entries that did not balance.
    [Fact]
    public void ERPNext_PR48901_halves_rounded_up_do_not_balance() =>
        Assert.Equal([1, 1, 0, 0], Split.Pool(2, [1, 1, 1, 1], new BigInteger[4]).Select(part => part.Pence));

    private static IEnumerable<DriverCount> Counts(string camden, string islington) =>
        [
            new(In.Date("2016-10-01"), "devices", "camden", In.Weight(camden), ""),
            new(In.Date("2016-10-01"), "devices", "islington", In.Weight(islington), ""),
        ];
}
