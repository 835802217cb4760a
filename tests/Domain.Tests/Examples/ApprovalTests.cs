using Openbook.Domain.Tests.Given;

namespace Openbook.Domain.Tests.Examples;

/// <summary>When a version of the agreement counts: once every council of the old and the new version has approved it.</summary>
public sealed class ApprovalTests
{
    private const string Agreed = """
        agree camden, islington from 2016-10
          service networks: equal
        """;

    private const string Joining = """

        amend 2017-01: camden, islington, haringey
          service networks: fixed camden 2 islington 1 haringey 1
        """;

    [Fact]
    public void The_first_version_counts_when_the_last_council_has_approved_it()
    {
        var book = Telling.Of("propose camden, islington from 2016-10\n  service networks: equal\napprove camden");
        Assert.False(book.State.IsAgreed);
        Assert.Empty(book.Approve("islington", book.Now));
        Assert.True(book.State.IsAgreed);
        Assert.Equal(In.Month("2016-10"), book.State.FirstOpen);
    }

    [Fact]
    public void An_approval_counts_from_the_day_it_takes_effect()
    {
        var book = Telling.Of(
            """
            propose camden, islington from 2016-10
              service networks: equal
            approve camden on 2016-09-01
            approve islington on 2016-09-02 effective 2016-09-10
            """
        );
        book.State.Advance(In.Date("2016-09-09"));
        Assert.False(book.State.IsAgreed);
        book.State.Advance(In.Date("2016-09-10"));
        Assert.True(book.State.IsAgreed);
    }

    [Fact]
    public void A_new_version_needs_the_partner_that_joins_and_those_that_are_there()
    {
        var book = Telling.Of(Agreed + Joining + "\napprove camden\napprove islington");
        Assert.False(book.State.Versions[1].Counts);
        Assert.Empty(book.Approve("haringey", book.Now));
        Assert.True(book.State.Versions[1].Counts);
    }

    [Fact]
    public void A_new_version_needs_the_partner_that_it_leaves_out()
    {
        var book = Telling.Of(Agreed + "\namend 2017-01: camden\n  service networks: equal\napprove camden");
        Assert.False(book.State.Versions[1].Counts);
        Assert.Equal(["camden", "islington"], book.State.PartiesTo(book.State.Versions[1]));
        Assert.Empty(book.Approve("islington", book.Now));
        Assert.True(book.State.Versions[1].Counts);
    }

    [Fact]
    public void A_version_from_before_another_that_counts_needs_the_partners_of_both_that_it_takes_the_place_of()
    {
        // Version 2, with haringey, counts from January. Version 3 without it, from December, takes the place of version 1 for
        // December and of version 2 from January on: nobody may be put out without having approved it.
        var book = Telling.Of(
            Agreed + Joining + "\nall approve\namend 2016-12: camden, islington\n  service networks: equal"
        );
        Assert.Contains("haringey", book.State.PartiesTo(book.State.Versions[2]));
    }

    [Fact]
    public void The_highest_number_counts_whatever_the_order_of_approval()
    {
        var book = Telling.Of(
            Agreed
                + """

                amend 2016-11: camden, islington
                  service networks: direct camden
                amend 2016-11: camden, islington
                  service networks: direct islington
                approve camden version 3
                approve islington version 3
                approve camden version 2
                approve islington version 2
                cost 2016-10 networks 1.00 camden
                cost 2016-11 networks 1.00 camden
                """
        );
        Assert.Equal("0.50 0.50", book.Shares("2016-10"));
        Assert.Equal("0.00 1.00", book.Shares("2016-11"));
    }

    [Fact]
    public void A_version_counts_for_months_from_its_first_day_on()
    {
        var book = Telling.Of(
            Agreed + Joining + "\nall approve\ncost 2016-12 networks 1.00 camden\ncost 2017-01 networks 1.00 camden"
        );
        Assert.Equal(["networks 2016-12 revenue of 1.00: 0.50 0.50 0.00"], book.Pools("2016-12"));
        Assert.Equal(["networks 2017-01 revenue of 1.00: 0.50 0.25 0.25"], book.Pools("2017-01"));
    }

    [Fact]
    public void Closing_a_month_brings_the_approvals_into_effect_that_fall_within_it()
    {
        var book = Telling.Of(
            Agreed
                + """

                amend 2016-10: camden, islington
                  service networks: direct islington
                approve camden on 2016-09-01
                approve islington on 2016-09-01 effective 2016-10-31
                cost 2016-10 networks 1.00 camden
                close 2016-10
                """
        );
        Assert.Equal("0.00 1.00", book.Shares("2016-10"));
        book.MustAgreeWithOracle();
    }

    [Fact]
    public void An_approval_that_takes_effect_after_a_month_gives_a_true_up_in_the_next()
    {
        var book = Telling.Of(
            Agreed
                + """

                amend 2016-10: camden, islington
                  service networks: direct islington
                approve camden on 2016-09-01
                approve islington on 2016-09-01 effective 2016-11-01
                cost 2016-10 networks 1.00 camden
                close 2016-10
                """
        );
        Assert.Equal("0.50 0.50", book.Shares("2016-10"));
        Assert.Equal(["networks 2016-10 revenue true-up of 1.00: -0.50 0.50"], book.Pools("2016-11"));
    }

    [Theory]
    [InlineData("approve haringey", "not-a-party")]
    [InlineData("approve camden version 1", "approved-already")]
    [InlineData("approve camden version 3", "version-unknown")]
    [InlineData("approve camden on 2016-09-02 effective 2016-09-01", "effective-before-decided")]
    public void An_approval_is_refused(string command, string code)
    {
        var telling = new Telling();
        var agreed = Telling.Commands(Agreed).Single();
        Assert.Empty(telling.Do(agreed.Command, agreed.Below));
        Assert.Empty(telling.Do("amend 2016-11: camden, islington", ["service networks: direct camden"]));
        Assert.Equal([code], telling.Do(command, []).Codes());
    }

    [Theory]
    [InlineData("2016-09-01", "from-not-first")]
    [InlineData("2016-11-02", "from-not-first")]
    public void A_version_counts_from_the_first_of_a_month_not_before_the_start(string from, string code)
    {
        var book = Telling.Of(Agreed);
        var terms = book.State.Versions[0].Terms;
        Assert.Equal([code], book.Propose(terms, In.Date(from)).Codes());
    }

    [Fact]
    public void The_start_does_not_move_once_a_month_is_closed()
    {
        var book = Telling.Of(Agreed + "\nclose 2016-10");
        var terms = book.State.Versions[0].Terms with { Starts = In.Month("2016-11") };
        Assert.Equal(["start-moved"], book.Propose(terms, In.Date("2016-11-01")).Codes());
    }

    [Fact]
    public void What_is_shown_does_not_depend_on_having_looked()
    {
        // Version 2 adds a service and takes effect on 20 October. On 1 October it does not count, whoever looks at the month.
        var book = Telling.Of(
            Agreed
                + """

                amend 2016-11: camden, islington
                  service networks: equal
                  service desktop: equal
                approve camden on 2016-09-01
                approve islington on 2016-09-01 effective 2016-10-20
                today 2016-10-01
                """
        );
        var looked = book.Again();
        Assert.True(Statement.Of(looked, In.Period("2016-10")).IsDone);
        Assert.Equal(book.Again().Versions[1].Counts, looked.Versions[1].Counts);
    }

    [Fact]
    public void A_refused_close_leaves_the_Book_as_its_entries_make_it()
    {
        var book = Telling.Of(
            Agreed + Joining + "\napprove camden\napprove islington\napprove haringey effective 2016-12-20"
        );
        var asked = book.Again();
        Assert.False(Closing.Close(asked, In.Period("2016-12")).IsDone);
        Assert.Equal(book.Again().Today, asked.Today);
        Assert.Equal(book.Again().Versions[1].Counts, asked.Versions[1].Counts);
    }
}
