using Openbook.Domain.Tests.Given;

namespace Openbook.Domain.Tests.Examples;

/// <summary>What was counted when, what was replaced, and how long the last count can be used.</summary>
public sealed class CountHistoryTests
{
    private const string Agreed = """
        agree camden, islington from 2016-10
          service desktop: driver devices
          service networks: equal
        """;

    [Fact]
    public void A_recount_of_a_day_replaces_the_count_before()
    {
        var book = Telling.Of(
            Agreed
                + """

                count 2016-09-30 devices camden 40, islington 30
                count 2016-09-30 devices camden 41, islington 30
                count 2016-12-01 devices camden 50, islington 30
                """
        );
        var history = CountHistory.Of(book.State, "devices");
        Assert.Equal(["30 September 2016", "1 December 2016"], history.Days.Select(day => Dates.Words(day.Date)));
        Assert.Equal("41", history.Days[0].Of("camden")!.Count.Count.ToString());
        Assert.Equal(["40", "30"], history.Days[0].Replaced.Select(item => item.Count.Count.ToString()));
        Assert.Empty(history.Days[1].Replaced);
        Assert.Equal(["desktop"], history.Services.Select(service => service.Code));
    }

    [Fact]
    public void A_count_can_be_used_for_months_whose_last_day_is_at_most_its_age_later()
    {
        var book = Telling.Of(Agreed + "\ncount 2016-09-30 devices camden 40, islington 30");
        var until = CountHistory.Of(book.State, "devices").UsableUntil!.Value;
        Assert.Equal("September 2017", until.ToWords());
        Telling.Continue(book, "close through 2017-03\nclose 2016/17-13");
        Telling.Continue(book, $"cost {until} desktop 1.00 camden\ncost {until.Next} desktop 1.00 camden");
        Telling.Continue(book, $"close through {until}");
        Assert.Equal(["count-too-old"], book.WhyNotClose(until.Next.ToString()).Distinct());
    }

    [Fact]
    public void What_was_never_counted_is_listed_and_has_no_days()
    {
        var book = Telling.Of(Agreed);
        Assert.Equal(["devices"], CountHistory.Drivers(book.State));
        Assert.Empty(CountHistory.Of(book.State, "devices").Days);
        Assert.Null(CountHistory.Of(book.State, "devices").UsableUntil);
    }

    [Theory]
    [InlineData("2016-08-31", "camden, islington")]
    [InlineData("2016-12-31", "camden, islington")]
    [InlineData("2017-01-01", "camden, islington, haringey")]
    public void A_count_names_the_councils_of_the_version_in_force_on_its_day(string day, string councils)
    {
        var book = Telling.Of(
            Agreed
                + """

                amend 2017-01: camden, islington, haringey
                  service desktop: driver devices
                  service networks: equal
                all approve
                """
        );
        Assert.Equal(
            councils,
            string.Join(", ", RecordCounts.CouncilsOn(book.State, In.Date(day)).Select(council => council.Code))
        );
    }
}
