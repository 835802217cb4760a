using Openbook.Domain.Tests.Given;

namespace Openbook.Domain.Tests.Examples;

/// <summary>How income from customers is shared: it has weights of its own.</summary>
public sealed class IncomeTests
{
    private const string Services = """
        agree camden, islington, haringey from 2016-10
          service printing of camden, islington: equal
          service apps: fixed camden 2 islington 1 haringey 1
          customer lga: direct camden
          customer nhs

        """;

    [Fact]
    public void Equal_means_all_partners_also_where_the_service_has_fewer()
    {
        var book = Telling.Of(Services + "income 2016-10 printing 90.00 camden from acme");
        Assert.Equal(["printing 2016-10 income of -90.00: -30.00 -30.00 -30.00"], book.Pools("2016-10"));
        Assert.Equal([-9000, 0, 0], book.Shown("2016-10").Partners.Select(partner => partner.Figures.PaidPence));
        Assert.Equal("60.00 -30.00 -30.00", book.Carried("2016-10"));
    }

    [Fact]
    public void As_service_means_the_rule_of_the_service()
    {
        var book = Telling.Of(
            Services
                + """
                  income: as-service
                income 2016-10 printing 90.00 camden
                income 2016-10 apps 100.00 camden
                """
        );
        Assert.Equal(
            [
                "printing 2016-10 income of -90.00: -45.00 -45.00 0.00",
                "apps 2016-10 income of -100.00: -50.00 -25.00 -25.00",
            ],
            book.Pools("2016-10")
        );
    }

    [Fact]
    public void Fixed_and_direct_mean_what_they_say()
    {
        const string income = "income 2016-10 printing 90.00 camden";
        var parts = Telling.Of(Services + "  income: fixed camden 1 islington 0 haringey 2\n" + income);
        Assert.Equal(["printing 2016-10 income of -90.00: -30.00 0.00 -60.00"], parts.Pools("2016-10"));
        var direct = Telling.Of(Services + "  income: direct haringey\n" + income);
        Assert.Equal(["printing 2016-10 income of -90.00: 0.00 0.00 -90.00"], direct.Pools("2016-10"));
    }

    [Fact]
    public void A_listed_customers_own_rule_goes_before_the_agreements()
    {
        var book = Telling.Of(
            Services
                + """
                income 2016-10 printing 90.00 camden from lga
                income 2016-10 printing 30.00 camden from nhs
                income 2016-10 printing 3.00 camden from acme
                """
        );
        Assert.Equal(
            [
                "printing 2016-10 income of -3.00: -1.00 -1.00 -1.00",
                "printing from lga 2016-10 income of -90.00: -90.00 0.00 0.00",
                "printing from nhs 2016-10 income of -30.00: -10.00 -10.00 -10.00",
            ],
            book.Pools("2016-10")
        );
    }

    [Fact]
    public void The_supplier_must_be_exactly_the_customers_code()
    {
        var book = Telling.Of(Services.TrimEnd());
        foreach (var supplier in new[] { "LGA", "lga ", "the lga", "" })
        {
            Assert.Empty(book.Record([In.Income("2016-10", "apps", "4.00", "camden", supplier)]));
        }
        Assert.Equal(["apps 2016-10 income of -16.00: -5.34 -5.33 -5.33"], book.Pools("2016-10"));
    }

    [Fact]
    public void A_supplier_of_a_cost_is_no_customer()
    {
        var book = Telling.Of(Services.TrimEnd());
        Assert.Empty(
            book.Record([In.Cost("2016-10", "apps", "4.00", "camden") with { Words = new LineWords("lga", "", "") }])
        );
        Assert.Equal(["apps 2016-10 revenue of 4.00: 2.00 1.00 1.00"], book.Pools("2016-10"));
    }

    [Fact]
    public void A_refund_turns_the_pool_round_and_keeps_its_weights()
    {
        var book = Telling.Of(
            Services
                + """
                income 2016-10 printing 10.00 camden from lga
                income 2016-10 printing -25.00 camden from lga
                """
        );
        Assert.Equal(["printing from lga 2016-10 income of 15.00: 15.00 0.00 0.00"], book.Pools("2016-10"));
    }

    [Fact]
    public void Income_of_which_the_words_were_withheld_is_still_the_customers()
    {
        var book = Telling.Of(Services + "income 2016-10 printing 90.00 camden from lga");
        Assert.Empty(book.Withhold(book.Lines[0].Ref));
        Assert.Equal(["withheld-already"], book.Withhold(book.Lines[0].Ref).Codes());
        Assert.Equal(["printing from lga 2016-10 income of -90.00: -90.00 0.00 0.00"], book.Pools("2016-10"));
        Assert.Empty(book.Correct(book.Lines[0].Ref, new LineChange(In.Money("60.00"))));
        Assert.Equal(["printing from lga 2016-10 income of -60.00: -60.00 0.00 0.00"], book.Pools("2016-10"));
    }

    [Fact]
    public void A_customer_of_a_later_version_has_its_rule_from_the_first_month_of_that_version()
    {
        var book = Telling.Of(
            """
            agree camden, islington from 2016-10
              service apps: equal
            amend 2016-11: camden, islington
              service apps: equal
              customer lga: direct islington
            all approve
            income 2016-10 apps 8.00 camden from lga
            income 2016-11 apps 8.00 camden from lga
            """
        );
        Assert.Equal(["apps 2016-10 income of -8.00: -4.00 -4.00"], book.Pools("2016-10"));
        Assert.Equal(["apps from lga 2016-11 income of -8.00: 0.00 -8.00"], book.Pools("2016-11"));
    }
}
