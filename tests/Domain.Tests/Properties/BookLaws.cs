using System.Numerics;
using Openbook.Domain.Tests.Given;
using Openbook.Oracle;

namespace Openbook.Domain.Tests.Properties;

/// <summary>What holds of every Book at every close.</summary>
public sealed class BookLaws
{
    private const int Cases = 30;

    [Fact]
    public void Shares_sum_to_payments_and_every_other_figure_to_zero_over_the_partners() =>
        Law.MustHold(
            Cases,
            Script.Any,
            script =>
            {
                foreach (var result in MadeBook.From(script).State.Closed.Select(closed => closed.Result))
                {
                    Assert.Equal(
                        result.Partners.Sum(item => item.PaidPence),
                        result.Partners.Sum(item => item.SharePence)
                    );
                    Assert.Equal(0, result.Partners.Sum(item => item.BalancePence));
                    Assert.Equal(0, result.Partners.Sum(item => item.BroughtForwardPence));
                    Assert.Equal(0, result.Partners.Sum(item => item.SettledPence));
                    Assert.Equal(0, result.Partners.Sum(item => item.CarriedForwardPence));
                }
            }
        );

    [Fact]
    public void Lines_sum_to_pools_pools_to_statements_and_statements_to_years() =>
        Law.MustHold(
            Cases,
            Script.Any,
            script =>
            {
                var book = MadeBook.From(script).State;
                foreach (var closed in book.Closed)
                {
                    MustAddUp(closed.Result, Statement.Of(book, closed.Period).Value);
                }
                foreach (var group in book.Closed.GroupBy(closed => closed.Period.Year))
                {
                    MustAddUp(YearStatement.Of(book, group.Key).Value, [.. group.Select(closed => closed.Result)]);
                }
            }
        );

    [Fact]
    public void One_partners_statement_is_a_cut_from_that_of_all() =>
        Law.MustHold(
            Cases,
            Script.Any,
            script =>
            {
                var book = MadeBook.From(script).State;
                foreach (var statement in book.Closed.Select(closed => Statement.Of(book, closed.Period).Value))
                {
                    var all = StatementJson.Of(statement)["partners"]!.AsArray();
                    var alone = statement.Partners.Select(partner =>
                        StatementJson.Of(statement, partner.Figures.Partner)["partners"]!
                            .AsArray()
                            .Single()!
                            .ToJsonString()
                    );
                    Assert.Equal(all.Select(partner => partner!.ToJsonString()), alone);
                }
            }
        );

    [Fact]
    public void An_explanation_adds_up_to_the_figure_and_down_to_the_lines() =>
        Law.MustHold(
            Cases,
            Script.Any,
            script =>
            {
                var book = MadeBook.From(script);
                foreach (var closed in book.State.Closed)
                {
                    foreach (var service in book.State.Services)
                    {
                        MustExplain(book, closed.Result, book.State.Host, service);
                    }
                }
            }
        );

    [Fact]
    public void No_partner_is_ever_further_from_its_exact_share_than_half_a_penny_for_each_other_partner() =>
        Law.MustHold(
            Cases,
            Script.Any,
            script =>
            {
                var book = MadeBook.From(script).State;
                var off = book.Partners.Select(_ => OracleRational.Zero).ToArray();
                var pools = 0;
                foreach (var pool in book.Closed.SelectMany(closed => closed.Result.Pools))
                {
                    pools++;
                    for (var i = 0; i < pool.Parts.Count; i++)
                    {
                        off[i] = off[i].Plus(Exact(book, pool, i)).Minus(OracleRational.Whole(pool.Parts[i].Pence));
                        // Fewer than n dropped trillionths a pool.
                        var bound = (book.Partners.Count - 1) * Split.Trillion / 2 + pools * book.Partners.Count;
                        Assert.True(
                            BigInteger.Abs(off[i].Trillionths()) <= bound,
                            $"{book.Partners[i]} is off by {off[i]} p"
                        );
                        var drift = BigInteger.Abs(off[i].Trillionths() - pool.Parts[i].CarryAfter);
                        Assert.True(
                            drift <= pools * book.Partners.Count,
                            $"the carry of {book.Partners[i]} tells {drift} wrong"
                        );
                    }
                }
            }
        );

    [Fact]
    public void Each_line_is_shared_by_the_highest_version_that_counts_for_its_month_and_has_its_service() =>
        Law.MustHold(
            Cases,
            Script.Any,
            script =>
            {
                var book = MadeBook.From(script).State;
                foreach (var period in new[] { book.FirstOpen!.Value, book.FirstOpen.Value.Next }.Select(Period.Of))
                {
                    foreach (var pool in PeriodWork.Of(book, period) is { IsDone: true } work ? work.Value.Pools : [])
                    {
                        var expected = book.Versions.Last(version =>
                            version.Counts
                            && version.From <= pool.Key.ForMonth
                            && version.Terms.FindService(pool.Key.Service) is not null
                            && (pool.Key.Customer is null || version.Terms.FindCustomer(pool.Key.Customer) is not null)
                        );
                        Assert.Equal(expected.Number, pool.Weights.Version);
                    }
                }
            }
        );

    private static OracleRational Exact(BookState book, SplitPool pool, int place)
    {
        var now = Part(pool.Weights, book.Partners[place]);
        var before = pool.WeightsBefore is null ? OracleRational.Zero : Part(pool.WeightsBefore, book.Partners[place]);
        return OracleRational.Whole(pool.Pence).Times(now.Minus(before));
    }

    private static OracleRational Part(Weights weights, string partner) =>
        new(
            weights.Of.Where(item => item.Partner == partner).Sum(item => item.Weight.Millionths),
            weights.Of.Aggregate(BigInteger.Zero, (sum, item) => sum + item.Weight.Millionths)
        );

    private static void MustAddUp(PeriodResult result, Statement statement)
    {
        foreach (var partner in statement.Partners)
        {
            Assert.Equal(partner.Figures.SharePence, partner.Lines.Sum(line => line.Part.Pence));
        }
        foreach (var pool in result.Pools)
        {
            var shown = statement.Partners.SelectMany(partner => partner.Lines).Where(line => line.Pool == pool);
            Assert.Equal(pool.IsTrueUp ? 0 : pool.Pence, shown.Sum(line => line.Part.Pence));
        }
        var posted = result.Postings.Pools.Total;
        Assert.Equal(posted, result.Pools.Where(pool => !pool.IsTrueUp).Sum(pool => pool.Pence));
    }

    private static void MustAddUp(YearStatement year, IReadOnlyList<PeriodResult> periods)
    {
        foreach (var partner in year.Partners)
        {
            var figures = periods
                .SelectMany(period => period.Partners)
                .Where(item => item.Partner == partner.Partner)
                .ToList();
            Assert.Equal(figures.Sum(item => item.SharePence), partner.SharePence);
            Assert.Equal(partner.SharePence, partner.Lines.Sum(line => line.SharePence));
            Assert.Equal(figures.Sum(item => item.PaidPence), partner.PaidPence);
        }
        Assert.Equal(0, year.Partners.Sum(partner => partner.BalancePence));
    }

    private static void MustExplain(ABook book, PeriodResult result, string partner, string service)
    {
        var root = ExplainShare.Of(book.State, result.Period, partner, service, book).Value;
        var place = result.PlaceOf(partner);
        var pools = result.Pools.Where(pool => pool.Key.Service == service).ToList();
        Assert.Equal(pools.Sum(pool => pool.Parts[place].Pence), root.Pence);
        Assert.Equal(pools.Select(pool => (long?)pool.Parts[place].Pence), root.Parts.Select(part => part.Pence));
        foreach (var (pool, step) in pools.Zip(root.Parts))
        {
            var costs = step.Parts[0];
            Assert.Equal(pool.Pence, costs.Pence);
            if (pool.Key.Overhead is null)
            {
                Assert.Equal(pool.Pence, costs.Parts.Sum(line => line.Pence));
            }
            else if (!pool.IsTrueUp)
            {
                Assert.All(costs.Parts, part => Assert.Equal(part.Pence, part.Parts.Sum(below => below.Pence)));
            }
        }
    }
}
