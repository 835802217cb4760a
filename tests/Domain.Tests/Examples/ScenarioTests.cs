using Openbook.Domain.Tests.Given;

namespace Openbook.Domain.Tests.Examples;

/// <summary>What imagined facts would do, by hand.</summary>
public sealed class ScenarioTests
{
    private const string Agreed = """
        agree camden, islington, haringey from 2016-10
          service networks: equal
          service desktop: driver devices
          driver devices: 12 months
        count 2016-09-30 devices camden 2, islington 1, haringey 1
        cost 2016-10 networks 300.00 camden
        cost 2016-10 desktop 400.00 camden
        close 2016-10
        cost 2016-11 networks 30.00 islington
        """;

    [Fact]
    public void With_no_change_it_equals_the_Book()
    {
        var book = Telling.Of(Agreed);
        var result = Imagine(book, In.Month("2016-12"));
        Assert.Equal(["2016-11", "2016-12"], result.Periods.Select(period => period.Period.ToString()));
        Assert.All(
            result.Periods.SelectMany(period => period.Partners),
            partner =>
            {
                Assert.Equal(partner.BeforeSharePence, partner.AfterSharePence);
                Assert.Equal(partner.BeforeBalancePence, partner.AfterBalancePence);
                Assert.Empty(partner.Lines);
            }
        );
        Assert.Equal(
            book.Shown("2016-11").Partners.Select(partner => partner.Figures.SharePence),
            result.Periods[0].Partners.Select(partner => partner.BeforeSharePence)
        );
    }

    [Fact]
    public void A_new_cost_is_told_by_partner_with_its_reason()
    {
        var result = Imagine(Telling.Of(Agreed), null, Costs(In.Cost("2016-11", "networks", "6.00", "camden")));
        Assert.Equal(
            [
                "camden 200: costs of £36.00 instead of £30.00",
                "islington 200: costs of £36.00 instead of £30.00",
                "haringey 200: costs of £36.00 instead of £30.00",
            ],
            Lines(result)
        );
        Assert.Equal([-400, 200, 200], result.Totals.Select(item => item.AfterBalancePence - item.BeforeBalancePence));
    }

    [Fact]
    public void A_recount_gives_a_closed_month_its_adjustment()
    {
        var recount = Counts("2016-10-31", "camden 1", "islington 1", "haringey 2");
        Assert.Equal(
            [
                "camden -10000: prior-period adjustment: shared by Devices (Camden 1 (25%), Islington 1 (25%) and Haringey 2 (50%); version 1) instead of shared by Devices (Camden 2 (50%), Islington 1 (25%) and Haringey 1 (25%); version 1)",
                "haringey 10000: prior-period adjustment: shared by Devices (Camden 1 (25%), Islington 1 (25%) and Haringey 2 (50%); version 1) instead of shared by Devices (Camden 2 (50%), Islington 1 (25%) and Haringey 1 (25%); version 1)",
            ],
            Lines(Imagine(Telling.Of(Agreed), null, recount))
        );
    }

    [Fact]
    public void An_amendment_counts_as_if_all_had_approved_it()
    {
        var terms = TermsText.Read(
            "camden, islington",
            "2016-10",
            null,
            ["service networks: fixed camden 2 islington 1"]
        );
        var result = Imagine(
            Telling.Of(Agreed),
            null,
            new Imagined.Amendment(In.Date("2016-11-01"), "as imagined", terms)
        );
        Assert.Equal(
            ["camden 1000", "islington 0", "haringey -1000"],
            result.Totals.Select(item => $"{item.Partner} {item.DifferencePence}")
        );
    }

    [Fact]
    public void Two_that_do_not_touch_come_to_the_same_in_either_order()
    {
        var book = Telling.Of(Agreed);
        var costs = Costs(In.Cost("2016-11", "networks", "5.01", "haringey"));
        var recount = Counts("2016-10-31", "camden 1", "islington 1", "haringey 2");
        var one = Imagine(book, null, costs, recount);
        var other = Imagine(book, null, recount, costs);
        Assert.Equal(Figures(one), Figures(other));
        Assert.NotEqual(Figures(one), Figures(Imagine(book, null, costs)));
    }

    [Fact]
    public void Nothing_of_it_stays_in_the_Book()
    {
        var book = Telling.Of(Agreed);
        var before = (book.State.LastEntry, book.Tell());
        Imagine(book, In.Month("2017-03"), Costs(In.Cost("2016-11", "networks", "6.00", "camden")));
        Assert.Equal(before, (book.State.LastEntry, book.Tell()));
    }

    [Fact]
    public void What_could_not_be_recorded_cannot_be_imagined_and_all_of_it_is_told()
    {
        var book = Telling.Of(Agreed);
        var outcome = Scenario.Of(
            book.Again,
            book,
            "wrong",
            [
                Costs(In.Cost("2016-11", "nowhere", "6.00", "camden")),
                Counts("2016-10-31", "camden 1"),
                new Imagined.Amendment(
                    In.Date("2016-11-02"),
                    "",
                    TermsText.Read("camden", "2016-10", null, ["service networks: equal"])
                ),
            ],
            null
        );
        Assert.Equal(
            ["service-unknown", "counts-incomplete", "from-not-first"],
            outcome.Refusals.Select(refusal => refusal.Code.Code)
        );
        Assert.Equal(
            ["period-out-of-reach"],
            Scenario.Of(book.Again, book, "early", [], In.Month("2016-10")).Refusals.Select(item => item.Code.Code)
        );
    }

    private static ScenarioResult Imagine(ABook book, Month? through, params Imagined[] changes)
    {
        var outcome = Scenario.Of(book.Again, book, "imagined", changes, through);
        Assert.True(outcome.IsDone, outcome.IsDone ? "" : outcome.Refusals[0].ToString());
        foreach (var partner in outcome.Value.Periods.SelectMany(period => period.Partners))
        {
            Assert.Equal(partner.DifferencePence, partner.Lines.Sum(line => line.DifferencePence));
        }
        foreach (var period in outcome.Value.Periods)
        {
            Assert.Equal(0, period.Partners.Sum(partner => partner.AfterBalancePence));
        }
        return outcome.Value;
    }

    private static Imagined.Costs Costs(params CostLine[] lines) =>
        new(
            ListedLines.ToBatch(
                "imagined.csv",
                [.. lines.Select((line, i) => line with { Ref = new LineRef(0, i + 2) })]
            )
        );

    private static Imagined.Counts Counts(string date, params string[] counts)
    {
        IReadOnlyList<CountRow> rows =
        [
            .. counts.Select(
                (count, i) =>
                    new CountRow(
                        i + 2,
                        new DriverCount(
                            In.Date(date),
                            "devices",
                            count.Split(' ')[0],
                            In.Weight(count.Split(' ')[1]),
                            ""
                        )
                    )
            ),
        ];
        return new Imagined.Counts(new Source("imagined-counts.csv", ABook.Digest(999)), Outcome.Of(rows));
    }

    private static IEnumerable<string> Lines(ScenarioResult result) =>
        result
            .Periods.SelectMany(period => period.Partners)
            .SelectMany(partner =>
                partner.Lines.Select(line => $"{partner.Partner} {line.DifferencePence}: {line.Why}")
            );

    private static string Figures(ScenarioResult result) =>
        string.Join(
            ';',
            result.Periods.SelectMany(period =>
                period.Partners.Select(partner =>
                    $"{period.Period} {partner.Partner} {partner.AfterSharePence} {partner.AfterBalancePence}"
                )
            )
        );
}
