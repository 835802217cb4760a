using Openbook.Cli.Tests.Given;

namespace Openbook.Cli.Tests.Commands;

/// <summary>Input is refused whole, with every fault and its place, and nothing is half done.</summary>
public sealed class FaultListTests
{
    [Fact]
    public void Every_fault_of_a_file_of_costs_is_listed_with_its_place()
    {
        using var session = Small.Agreed();
        session.File(
            "bad.csv",
            """
            line_id,date,service,amount,paid_by,kind,nature
            a,2016-02-30,networks,1.00,camden,,
            b,2016-10-03,Networks,1.00,camden,,
            c,2016-10-03,networks,1.001,camden,,
            d,2016-10-03,networks,1.00,,,
            e,2016-10-03,networks,1.00,camden,gift,
            f,2016-10-03,networks,1.00
            7#2,2016-10-03,networks,1.00,camden,,guess

            """
        );
        MustBeRefused(
            session,
            "import costs cih bad.csv",
            ("bad-date", "bad.csv, row 2, column date: \"2016-02-30\" is not a date."),
            ("bad-code", "bad.csv, row 3, column service: \"Networks\" is not a code."),
            ("bad-amount", "bad.csv, row 4, column amount: \"1.001\" is not an amount."),
            ("cell-empty", "bad.csv, row 5, column paid_by: The cell paid_by is empty."),
            ("word-unknown", "bad.csv, row 6, column kind: \"gift\" is not one of revenue, capital, income."),
            ("cells-wrong", "bad.csv, row 7: The row has 4 cells; the header has 7 columns."),
            (
                "word-unknown",
                "bad.csv, row 8, column nature: \"guess\" is not one of actual, accrual, reversal, journal."
            ),
            ("line-id-form", "bad.csv, row 8, column line_id: \"7#2\" has the form ENTRY#ROW.")
        );
    }

    [Fact]
    public void Every_line_that_the_agreement_does_not_allow_is_listed_with_its_place()
    {
        using var session = Small.Agreed();
        session.File(
            "bad.csv",
            """
            line_id,date,month,to_month,service,amount,paid_by,kind,nature,corrects
            a,2016-10-03,2016-09,,networks,1.00,camden,,,
            b,2016-10-03,,,gardens,1.00,camden,,,
            c,2016-10-03,,,networks,1.00,hackney,,,
            d,2016-10-03,,,management,1.00,camden,income,,
            e,2016-10-03,2016-10,2016-08,networks,1.00,camden,,,
            e,2016-10-03,,,networks,1.00,camden,,,
            f,2016-10-03,,,networks,-1.00,camden,,reversal,
            g,2016-10-03,,,networks,-1.00,camden,,reversal,nothing

            """
        );
        MustBeRefused(
            session,
            "import costs cih bad.csv --lines 9 --total 7.00",
            ("control-total", "bad.csv: The file has 8 lines; 9 were stated."),
            ("control-total", "bad.csv: The file adds up to £4.00; £7.00 was stated."),
            (
                "month-outside-agreement",
                "bad.csv, row 2, column month: The agreement is not in force in September 2016."
            ),
            ("service-unknown", "bad.csv, row 3, column service: There is no service or overhead \"gardens\"."),
            ("payer-not-partner", "bad.csv, row 4, column paid_by: \"hackney\" is not a partner."),
            ("income-on-overhead", "bad.csv, row 5, column kind: \"management\" is an overhead."),
            ("spread-backwards", "bad.csv, row 6, column to_month: It is spread from 2016-10 to 2016-08."),
            ("line-id-repeated", "bad.csv, row 7, column line_id: The line_id \"e\" stands in row 6 already."),
            ("reversal-without-target", "bad.csv, row 8, column corrects: The line is a reversal."),
            ("line-unknown", "bad.csv, row 9, column corrects: There is no line \"nothing\".")
        );
    }

    [Fact]
    public void Every_fault_of_counts_and_of_payments_is_listed_with_its_place()
    {
        using var session = Small.Agreed();
        session.File(
            "counts.csv",
            "date,driver,partner,count\n2016-09-30,devices,hackney,1\n2016-09-30,devices,camden,1\n2016-09-30,devices,camden,2\n"
        );
        MustBeRefused(
            session,
            "import drivers cih counts.csv",
            ("partner-unknown", "counts.csv, row 2, column partner: \"hackney\" is not a partner."),
            (
                "count-repeated",
                "counts.csv, row 4, column count: A second count of \"devices\" for camden on 30 September 2016."
            ),
            (
                "counts-incomplete",
                "counts.csv, row 2, column partner: The counts of \"devices\" on 30 September 2016 leave out islington and haringey."
            )
        );
        session.File(
            "moved.csv",
            "date,from,to,amount,for\n2016-10-20,camden,camden,-1.00,settlement\n2016-10-20,camden,hackney,1.00,settlement\n"
        );
        MustBeRefused(
            session,
            "import payments cih moved.csv",
            ("payment-to-self", "moved.csv, row 2, column to: camden pays itself."),
            ("payment-not-above-zero", "moved.csv, row 2, column amount: The amount is -£1.00."),
            ("partner-unknown", "moved.csv, row 3, column to: \"hackney\" is not a partner.")
        );
    }

    [Fact]
    public void Every_fault_of_an_agreement_is_listed_with_line_and_column()
    {
        using var session = Small.Agreed();
        session.File(
            "bad.yaml",
            """
            rules: openbook-2
            partnership: Camden
            starts: 2016-10-02
            partners:
              - { code: camden, name: London Borough of Camden }
            services:
              - { code: networks, name: Networks, share: { direct: hackney }, cap: 100 }

            """
        );
        foreach (
            var line in (string[])["new other --agreement bad.yaml", "amend cih --agreement bad.yaml --from 2016-12-01"]
        )
        {
            MustBeRefused(
                session,
                line,
                ("key-missing", "bad.yaml, line 1, character 1: The key \"host\" is missing in the agreement."),
                ("rules-unknown", "bad.yaml, line 1, character 8: The rules are \"openbook-2\"."),
                ("starts-not-first", "bad.yaml, line 3, character 9: It starts on 2 October 2016."),
                ("partner-not-listed", "bad.yaml, line 7, character 56: \"hackney\" is not among the partners"),
                ("key-unknown", "bad.yaml, line 7, character 67: The key \"cap\" is not known in a service.")
            );
        }
    }

    [Fact]
    public void Every_reason_against_an_approval_and_a_correction_is_listed()
    {
        using var session = Small.Agreed();
        session
            .Run("approve cih --partner hackney --body \"\" --on 2016-09-02 --effective 2016-09-01")
            .MustBeRefusedFor("not-a-party", "effective-before-decided", "cell-empty");
        session
            .Run("correct cih nothing --because \" \" --amount 1")
            .MustBeRefusedFor("line-unknown", "reason-missing");
        session.Run("withhold cih nothing --because Names").MustBeRefusedFor("line-unknown");
        Assert.Equal(4, session.Do("entries cih").Count('\n'));
    }

    private static void MustBeRefused(Session session, string line, params (string Code, string Says)[] expected)
    {
        var before = session.Do("entries cih --format json");
        var ran = session.Run(line).MustBeRefusedFor([.. expected.Select(item => item.Code)]);
        foreach (var (shown, (code, says)) in ran.Error.Split('\n').Zip(expected))
        {
            Assert.StartsWith(says, shown, StringComparison.Ordinal);
            Assert.EndsWith($" [{code}]", shown, StringComparison.Ordinal);
        }
        Assert.Equal(before, session.Do("entries cih --format json"));
        session.Do("verify cih");
    }
}
