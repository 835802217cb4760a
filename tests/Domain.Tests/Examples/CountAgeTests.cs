using Openbook.Domain.Tests.Given;

namespace Openbook.Domain.Tests.Examples;

/// <summary>How old a count may be on the last day of the month that it is used for.</summary>
public sealed class CountAgeTests
{
    [Theory]
    // Twelve months before 28 February 2017 is 28 February 2016, though 2016 has a 29th.
    [InlineData("2016-02-28", "2017-02", 12, true)]
    [InlineData("2016-02-27", "2017-02", 12, false)]
    [InlineData("2016-02-29", "2017-02", 12, true)]
    // Six months before 31 August is the last day of February.
    [InlineData("2016-02-29", "2016-08", 6, true)]
    [InlineData("2016-02-28", "2016-08", 6, false)]
    [InlineData("2017-02-28", "2017-08", 6, true)]
    // One month before 31 March is the last day of February; before 30 April it is 30 March.
    [InlineData("2017-02-28", "2017-03", 1, true)]
    [InlineData("2017-02-27", "2017-03", 1, false)]
    [InlineData("2017-03-30", "2017-04", 1, true)]
    [InlineData("2017-03-29", "2017-04", 1, false)]
    // Of the month itself, its last day included.
    [InlineData("2017-04-30", "2017-04", 1, true)]
    public void A_count_may_be_so_many_months_old_whatever_the_lengths_of_the_months(
        string counted,
        string month,
        int months,
        bool isYoung
    )
    {
        var book = Telling.Of(
            $"""
            agree camden, islington from {month}
              service desktop: driver devices
              driver devices: {months} months
            count {counted} devices camden 1, islington 1
            cost {month} desktop 1.00 camden
            """
        );
        Assert.Equal(isYoung ? [] : ["count-too-old", "count-too-old"], book.WhyNotClose(month));
    }

    [Fact]
    public void A_driver_that_the_agreement_does_not_list_may_be_twelve_months_old()
    {
        const string agreed = """
            agree camden, islington from 2016-10
              service desktop: driver devices
            cost 2016-10 desktop 1.00 camden

            """;
        Assert.Empty(Telling.Of(agreed + "count 2015-10-31 devices camden 1, islington 1").WhyNotClose("2016-10"));
        Assert.Equal(
            ["count-too-old", "count-too-old"],
            Telling.Of(agreed + "count 2015-10-30 devices camden 1, islington 1").WhyNotClose("2016-10")
        );
    }

    [Fact]
    public void A_count_after_the_last_day_of_the_month_is_not_used()
    {
        var book = Telling.Of(
            """
            agree camden, islington from 2016-10
              service desktop: driver devices
            count 2016-11-01 devices camden 1, islington 1
            cost 2016-10 desktop 1.00 camden
            """
        );
        Assert.Equal(["count-missing", "count-missing"], book.WhyNotClose("2016-10"));
    }

    [Fact]
    public void The_age_is_judged_by_the_version_that_counts_for_the_month()
    {
        var book = Telling.Of(
            """
            agree camden, islington from 2016-10
              service desktop: driver devices
              driver devices: 1 months
            amend 2016-11: camden, islington
              service desktop: driver devices
              driver devices: 24 months
            all approve
            count 2016-01-01 devices camden 1, islington 1
            cost 2016-10 desktop 1.00 camden
            cost 2016-11 desktop 1.00 camden
            """
        );
        Assert.Equal(["count-too-old", "count-too-old"], book.WhyNotClose("2016-10"));
        Assert.Equal("0.50 0.50", book.Shares("2016-11"));
    }

    [Fact]
    public void Of_two_counts_of_one_date_the_one_recorded_last_holds_and_of_two_dates_the_later()
    {
        var book = Telling.Of(
            """
            agree camden, islington from 2016-10
              service desktop: driver devices
            count 2016-09-30 devices camden 1, islington 1
            count 2016-09-30 devices camden 3, islington 1
            count 2016-09-29 devices camden 0, islington 1
            cost 2016-10 desktop 1.00 camden
            """
        );
        Assert.Equal("0.75 0.25", book.Shares("2016-10"));
    }

    [Fact]
    public void Counts_of_one_date_must_cover_every_partner_and_name_no_other()
    {
        var book = Telling.Of("agree camden, islington from 2016-10\n  service desktop of camden: driver devices");
        var counted = In.Date("2016-09-30");
        DriverCount Of(string partner) => new(counted, "devices", partner, Weight.One, "");
        Assert.Equal(["counts-incomplete"], book.Record([Of("camden")]).Codes());
        Assert.Equal(["partner-unknown"], book.Record([Of("camden"), Of("islington"), Of("barnet")]).Codes());
        Assert.Equal(["count-repeated"], book.Record([Of("camden"), Of("islington"), Of("camden")]).Codes());
    }

    [Fact]
    public void A_driver_that_no_service_uses_and_a_date_before_the_start_are_welcome()
    {
        var book = Telling.Of("agree camden, islington from 2016-10\n  service networks: equal");
        var counted = In.Date("1999-01-01");
        Assert.Empty(
            book.Record([
                new DriverCount(counted, "bicycles", "camden", Weight.One, ""),
                new DriverCount(counted, "bicycles", "islington", Weight.One, ""),
            ])
        );
    }
}
