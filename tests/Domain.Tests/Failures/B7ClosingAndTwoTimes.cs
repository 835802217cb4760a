using Openbook.Domain.Tests.Given;

namespace Openbook.Domain.Tests.Failures;

/// <summary>What went wrong elsewhere with closed periods and with the two times of an entry, and may not here.</summary>
public sealed class B7ClosingAndTwoTimes
{
    private const string Closed = """
        agree camden, islington from 2016-10
          service networks: equal
          service apps: fixed camden 1 islington 3
        cost 2016-10 networks 10.00 camden as inv-1
        close 2016-10

        """;

    // XTDB #1837: two writes within one millisecond looked like a silent correction of each other.
    [Fact]
    public void XTDB_1837_two_entries_at_the_same_moment()
    {
        var book = Telling.Of(Closed + "cost 2016-11 networks 1.00 camden\ncost 2016-11 networks 1.00 camden");
        Assert.Equal(book.Entries[^2].RecordedAt, book.Entries[^1].RecordedAt);
        Assert.Equal(book.Entries[^2].Number + 1, book.Entries[^1].Number);
        Assert.Equal("1.00 1.00", book.Shares("2016-11"));
    }

    // An entry that does not follow from the one before it is not taken.
    [Fact]
    public void XTDB_1837_an_entry_left_out_or_repeated()
    {
        var entries = Telling.Of(Closed.TrimEnd()).Entries;
        Assert.Throws<BookDamagedException>(() => BookState.Fold([entries[0], entries[1], entries[3]]));
        Assert.Throws<BookDamagedException>(() => BookState.Fold([entries[0], entries[1], entries[1]]));
    }

    // runmyaccounts #230, moneymanagerex #2257: an import went past the check for closed periods.
    [Fact]
    public void Runmyaccounts_230_an_import_goes_past_the_close()
    {
        var book = Telling.Of(Closed.TrimEnd());
        var issued = Figures.Text(book.Shown("2016-10"));
        var file = Enumerable.Range(0, 50).Select(_ => In.Cost("2016-10", "networks", "1.00", "camden")).ToList();
        Assert.Empty(book.Record(file));
        Assert.Equal(issued, Figures.Text(book.Shown("2016-10")));
        Assert.Equal(["networks 2016-10 revenue of 50.00: 25.00 25.00"], book.Pools("2016-11"));
    }

    // ERPNext PR #22986, Odoo #1008: a document of a closed period could be cancelled, and the period changed.
    [Fact]
    public void ERPNext_PR22986_a_cancellation_in_a_closed_period()
    {
        var book = Telling.Of(Closed + "cost 2016-10 networks -10.00 camden reverses inv-1 on 2016-10-31");
        Assert.Equal("5.00 5.00", book.Shares("2016-10"));
        Assert.Equal("-5.00 -5.00", book.Shares("2016-11"));
    }

    // ERPNext PR #35118: reposting moved the balances of closed periods.
    [Fact]
    public void ERPNext_PR35118_reposting_moves_closed_balances()
    {
        var book = Telling.Of(Closed + "close 2016-11\ncorrect inv-1 month 2016-11");
        Assert.Equal("-5.00 5.00", book.Carried("2016-10"));
        Assert.Equal("-5.00 5.00", book.Carried("2016-11"));
        // Back and forth between two closed months: nothing is left for December.
        Assert.Equal("0.00 0.00", book.Shares("2016-12"));
    }

    // ERPNext #30547: a reversal was dated in the original, closed period; auditors refused it.
    [Fact]
    public void ERPNext_30547_reversal_dated_in_the_closed_period()
    {
        var book = Telling.Of(Closed + "today 2016-12-05\ncorrect inv-1 amount 4.00");
        Assert.Equal(In.Date("2016-12-05"), book.Lines[1].Date);
        Assert.Equal(["networks 2016-10 revenue of -6.00: -3.00 -3.00"], book.Pools("2016-11"));
        Assert.Equal(["networks 2016-10 revenue of 10.00: 5.00 5.00"], book.Pools("2016-10"));
    }

    // ERPNext #41819: a period that was opened again did not open. Here nothing is opened again, and it says so.
    [Fact]
    public void ERPNext_41819_a_close_that_can_be_half_undone()
    {
        var book = Telling.Of(Closed.TrimEnd());
        Assert.Equal(["closed-already"], book.WhyNotClose("2016-10"));
        Assert.Equal("closed", (string?)StatementJson.Of(book.Shown("2016-10"))["status"]);
    }

    // RoboSystems PR #1407: editing a mapping changed what a closed month meant; a month between closed ones could be opened.
    [Fact]
    public void RoboSystems_PR1407_a_new_rule_changes_what_a_closed_month_means()
    {
        var book = Telling.Of(
            Closed
                + """
                amend 2016-10: camden, islington
                  service networks: direct islington
                  service apps: equal
                all approve
                """
        );
        Assert.Equal("5.00 5.00", book.Shares("2016-10"));
        Assert.Equal(1, book.Shown("2016-10").Partners[0].Lines[0].Pool.Weights.Version);
        Assert.Equal(["networks 2016-10 revenue true-up of 10.00: -5.00 5.00"], book.Pools("2016-11"));
    }

    // IAS 8 and the CIPFA Code: a late item is charged now, under the month and the version that it belongs to.
    [Fact]
    public void IAS_8_a_late_item_is_shared_by_the_rules_of_today()
    {
        var book = Telling.Of(
            Closed
                + """
                amend 2016-11: camden, islington
                  service networks: direct camden
                  service apps: equal
                all approve
                cost 2016-10 apps 4.00 camden
                cost 2016-11 apps 4.00 camden
                """
        );
        Assert.Equal(
            ["apps 2016-10 revenue of 4.00: 1.00 3.00", "apps 2016-11 revenue of 4.00: 2.00 2.00"],
            book.Pools("2016-11")
        );
        Assert.Equal([1, 2], book.Shown("2016-11").Partners[0].Lines.Select(line => line.Pool.Weights.Version));
    }
}
