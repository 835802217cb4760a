using Openbook.Domain.Tests.Given;

namespace Openbook.Domain.Tests.Examples;

/// <summary>A line is corrected by its reversal and the right line, both naming it; nothing recorded ever changes.</summary>
public sealed class CorrectionTests
{
    private const string Agreed = """
        agree camden, islington from 2016-10
          service networks: equal
          service apps: fixed camden 1 islington 3
        cost 2016-10 networks 10.00 camden as inv-1

        """;

    [Fact]
    public void In_an_open_month_only_the_right_line_is_left_over()
    {
        var book = Telling.Of(Agreed + "correct inv-1 amount 12.00");
        Assert.Equal(["networks 2016-10 revenue of 12.00: 6.00 6.00"], book.Pools("2016-10"));
        Assert.Equal(1200, book.Shown("2016-10").Partners[0].Figures.PaidPence);
    }

    [Fact]
    public void Both_new_lines_name_the_line_and_the_reversal_has_its_month()
    {
        var book = Telling.Of(Agreed + "today 2016-12-24\ncorrect inv-1 month 2016-11");
        var (wrong, reversal, right) = (book.Lines[0], book.Lines[1], book.Lines[2]);
        Assert.Equal([wrong.Ref, wrong.Ref], [reversal.Corrects!.Value, right.Corrects!.Value]);
        Assert.Equal((In.Month("2016-10"), In.Month("2016-11")), (reversal.Month, right.Month));
        Assert.Equal(In.Date("2016-12-24"), reversal.Date);
        Assert.Equal(-wrong.Amount, reversal.Amount);
        Assert.Equal("it was wrong", book.Entries[^1].Reason);
    }

    [Fact]
    public void In_a_closed_month_the_difference_falls_in_the_open_one()
    {
        var book = Telling.Of(Agreed + "close 2016-10\ncorrect inv-1 amount 12.00");
        Assert.Equal("5.00 5.00", book.Shares("2016-10"));
        Assert.Equal(["networks 2016-10 revenue of 2.00: 1.00 1.00"], book.Pools("2016-11"));
    }

    [Fact]
    public void To_another_service_it_leaves_the_one_and_goes_to_the_other()
    {
        var book = Telling.Of(Agreed + "close 2016-10\ncorrect inv-1 service apps");
        Assert.Equal(
            ["networks 2016-10 revenue of -10.00: -5.00 -5.00", "apps 2016-10 revenue of 10.00: 2.50 7.50"],
            book.Pools("2016-11")
        );
    }

    [Fact]
    public void To_another_payer_moves_what_was_paid()
    {
        var book = Telling.Of(Agreed + "close 2016-10\ncorrect inv-1 paid-by islington");
        Assert.Equal([-1000L, 1000L], book.Shown("2016-11").Partners.Select(partner => partner.Figures.PaidPence));
        // Camden had paid 10.00 and borne 5.00; it turns out that islington had.
        Assert.Equal("-5.00 5.00", book.Carried("2016-10"));
        Assert.Equal("5.00 -5.00", book.Carried("2016-11"));
    }

    [Fact]
    public void The_reversal_of_a_spread_line_keeps_its_months_and_a_new_month_ends_the_spread()
    {
        var book = Telling.Of(
            Agreed
                + "cost 2016-10 networks 9.00 camden to 2016-12 as licence\nclose 2016-10\ncorrect licence month 2016-12"
        );
        Assert.Equal(In.Month("2016-12"), book.Lines[^2].ToMonth);
        Assert.Null(book.Lines[^1].ToMonth);
        // Of the spread line -3.00 for October comes in November; for November +3.00 and -3.00; for December 3.00 - 3.00 + 9.00.
        Assert.Equal(["networks 2016-10 revenue of -3.00: -1.50 -1.50"], book.Pools("2016-11"));
        Assert.Equal(["networks 2016-12 revenue of 9.00: 4.50 4.50"], book.Pools("2016-12"));
        book.MustAgreeWithOracle();
    }

    [Fact]
    public void The_right_line_can_be_corrected_in_turn()
    {
        var book = Telling.Of(Agreed + "correct inv-1 amount 12.00\ncorrect inv-1 amount 14.00");
        Assert.Equal(["networks 2016-10 revenue of 14.00: 7.00 7.00"], book.Pools("2016-10"));
    }

    [Fact]
    public void A_line_already_reversed_is_refused()
    {
        var book = Telling.Of(Agreed + "correct inv-1 amount 12.00");
        Assert.Equal(
            ["line-reversed-already"],
            book.Correct(book.Lines[0].Ref, new LineChange(In.Money("1.00"))).Codes()
        );
    }

    [Fact]
    public void A_reversal_cannot_be_corrected_and_a_correction_must_change_something()
    {
        var book = Telling.Of(Agreed + "correct inv-1 amount 12.00");
        Assert.Contains(
            "reversal-of-reversal",
            book.Correct(book.Lines[1].Ref, new LineChange(In.Money("1.00"))).Codes()
        );
        Assert.Equal(
            ["nothing-to-correct"],
            book.Correct(book.Lines[2].Ref, new LineChange(In.Money("12.00"))).Codes()
        );
    }

    [Fact]
    public void A_right_line_that_breaks_a_rule_refuses_the_whole_correction()
    {
        var book = Telling.Of(Agreed.TrimEnd());
        Assert.Equal(
            ["service-unknown"],
            book.Correct(book.Lines[0].Ref, new LineChange(Service: "telephony")).Codes()
        );
        Assert.Equal(
            ["month-outside-agreement"],
            book.Correct(book.Lines[0].Ref, new LineChange(Month: In.Month("2016-09"))).Codes()
        );
        Assert.Single(book.Lines);
    }

    [Fact]
    public void A_reversal_must_be_the_exact_opposite()
    {
        var book = Telling.Of(Agreed.TrimEnd());
        Assert.Equal(["reversal-not-mirror"], Reverse(book, "-9.99", "inv-1"));
        Assert.Equal(["line-unknown"], Reverse(book, "-10.00", "inv-2"));
        Assert.Equal(["reversal-without-target"], Reverse(book, "-10.00", null));
        Assert.Empty(Reverse(book, "-10.00", "inv-1"));
        Assert.Equal(["line-reversed-already"], Reverse(book, "-10.00", book.Lines[0].Ref.ToString()));
    }

    [Fact]
    public void A_file_may_reverse_its_own_lines()
    {
        var book = Telling.Of(Agreed.TrimEnd());
        var accrual = In.Cost("2016-11", "apps", "5.00", "camden") with
        {
            LineId = "acc-1",
            Nature = CostNature.Accrual,
        };
        var back = In.Cost("2016-12", "apps", "-5.00", "camden") with
        {
            LineId = "acc-2",
            Nature = CostNature.Reversal,
        };
        Assert.Empty(book.Record([back, accrual], corrects: new Dictionary<int, string> { [0] = "acc-1" }));
        Assert.Equal(In.Month("2016-11"), book.Lines[1].Month);
        Assert.Empty(book.Pools("2016-12"));
    }

    [Fact]
    public void A_reversal_in_a_file_that_repeats_its_line_reverses_the_line_in_the_Book()
    {
        // A ledger's extract often holds the year so far: the line is known and skipped, its reversal is new.
        var book = Telling.Of(Agreed.TrimEnd());
        var known = book.Lines[0];
        var back = known with { LineId = "inv-2", Nature = CostNature.Reversal, Amount = -known.Amount };
        var corrects = new Dictionary<int, string> { [1] = "inv-1" };
        Assert.Empty(book.Record([known, back], new RecordCostsOptions(SkipKnown: true), corrects));
        Assert.Equal(known.Ref, book.Lines[1].Corrects);
        Assert.True(book.State.IsReversed(known.Ref));
        Assert.Equal(["line-reversed-already"], Reverse(book, "-10.00", "inv-1"));
    }

    private static IEnumerable<string> Reverse(ABook book, string amount, string? target)
    {
        var line = In.Cost("2016-11", "networks", amount, "camden") with { Nature = CostNature.Reversal };
        var names = new Dictionary<int, string>();
        if (target is not null)
        {
            names[0] = target;
        }
        return book.Record([line], corrects: names).Codes();
    }
}
