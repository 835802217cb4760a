using Openbook.Domain.Tests.Given;

namespace Openbook.Domain.Tests.Stories;

/// <summary>What happens over years: recounts, new versions, year ends, councils that join and leave.</summary>
public sealed class YearStories
{
    [Fact]
    public void A_recount_trues_up_the_month_and_a_second_one_starts_from_the_first() =>
        Story.Check(
            """
            agree camden, islington from 2016-10
              service desktop: driver devices
            count 2016-09-30 devices camden 50, islington 50
            cost 2016-10 desktop 100.00 camden
            close 2016-10
            count 2016-09-30 devices camden 60, islington 40
            close 2016-11
            count 2016-09-30 devices camden 55, islington 45
            statement 2016-11
              camden: share 10.00, paid 0.00, balance 10.00, brought -50.00, settled 0.00, carried -40.00
                10.00 desktop 2016-10 revenue true-up, driver v1, of 100.00
              islington: share -10.00, paid 0.00, balance -10.00, brought 50.00, settled 0.00, carried 40.00
                -10.00 desktop 2016-10 revenue true-up, driver v1, of 100.00
            statement 2016-12
              camden: share -5.00, paid 0.00, balance -5.00, brought -40.00, settled 0.00, carried -45.00
                -5.00 desktop 2016-10 revenue true-up, driver v1, of 100.00
              islington: share 5.00, paid 0.00, balance 5.00, brought 40.00, settled 0.00, carried 45.00
                5.00 desktop 2016-10 revenue true-up, driver v1, of 100.00
            """
        );

    [Fact]
    public void A_change_of_basis_waits_for_the_last_council_and_then_reaches_back() =>
        Story.Check(
            """
            agree camden, islington from 2016-10
              service networks: equal
            cost 2016-10 networks 100.00 camden
            close 2016-10
            amend 2016-10: camden, islington
              service networks: fixed camden 3 islington 1
            approve camden on 2016-11-01
            statement 2016-11
              camden: share 0.00, paid 0.00, balance 0.00, brought -50.00, settled 0.00, carried -50.00
              islington: share 0.00, paid 0.00, balance 0.00, brought 50.00, settled 0.00, carried 50.00
            approve islington on 2016-11-20 effective 2016-11-28
            today 2016-11-27
            statement 2016-11
              camden: share 25.00, paid 0.00, balance 25.00, brought -50.00, settled 0.00, carried -25.00
                25.00 networks 2016-10 revenue true-up, fixed v2, of 100.00
              islington: share -25.00, paid 0.00, balance -25.00, brought 50.00, settled 0.00, carried 25.00
                -25.00 networks 2016-10 revenue true-up, fixed v2, of 100.00
            """
        );

    [Fact]
    public void The_year_end_period_takes_the_late_invoices_of_its_year() =>
        Story.Check(
            """
            agree camden, islington from 2017-02
              service networks: equal
            cost 2017-02 networks 10.00 camden
            close through 2017-03
            cost 2017-03 networks 8.00 islington
            cost 2017-04 networks 2.00 camden
            close 2017-04
            close 2016/17-13
            close 2016/17-13
              refused: closed-already
            cost 2017-03 networks 1.00 camden
            statement 2016/17-13
              camden: share 4.00, paid 0.00, balance 4.00, brought -6.00, settled 0.00, carried -2.00
                4.00 networks 2017-03 revenue, equal v1, of 8.00
              islington: share 4.00, paid 8.00, balance -4.00, brought 6.00, settled 0.00, carried 2.00
                4.00 networks 2017-03 revenue, equal v1, of 8.00
            statement 2017-05
              camden: share 0.50, paid 1.00, balance -0.50, brought -2.00, settled 0.00, carried -2.50
                0.50 networks 2017-03 revenue, equal v1, of 1.00
              islington: share 0.50, paid 0.00, balance 0.50, brought 2.00, settled 0.00, carried 2.50
                0.50 networks 2017-03 revenue, equal v1, of 1.00
            year 2016/17
              camden: share 9.00, paid 10.00, balance -1.00, brought 0.00, settled 0.00, carried -2.00
              islington: share 9.00, paid 8.00, balance 1.00, brought 0.00, settled 0.00, carried 2.00
            """
        );

    [Fact]
    public void No_second_March_before_the_first_year_is_done() =>
        Story.Check(
            """
            agree camden, islington from 2017-03
              service networks: equal
            close through 2018-02
            close 2018-03
              refused: year-end-first
            close 2016/17-13
            close 2018-03
            close 2018-05
              refused: not-next
            """
        );

    [Fact]
    public void A_third_council_joins_in_January() =>
        Story.Check(
            """
            agree camden, islington from 2016-12
              service networks: equal
            amend 2017-01: camden, islington, haringey
              service networks: equal
            approve camden
            approve islington
            cost 2017-01 networks 9.00 haringey
              refused: payer-not-partner
            approve haringey
            cost 2017-01 networks 9.00 haringey
            cost 2016-12 networks 9.00 camden
            close 2016-12
            statement 2016-12
              camden: share 4.50, paid 9.00, balance -4.50, brought 0.00, settled 0.00, carried -4.50
                4.50 networks 2016-12 revenue, equal v1, of 9.00
              islington: share 4.50, paid 0.00, balance 4.50, brought 0.00, settled 0.00, carried 4.50
                4.50 networks 2016-12 revenue, equal v1, of 9.00
            statement 2017-01
              camden: share 3.00, paid 0.00, balance 3.00, brought -4.50, settled 0.00, carried -1.50
                3.00 networks 2017-01 revenue, equal v2, of 9.00
              islington: share 3.00, paid 0.00, balance 3.00, brought 4.50, settled 0.00, carried 7.50
                3.00 networks 2017-01 revenue, equal v2, of 9.00
              haringey: share 3.00, paid 9.00, balance -6.00, brought 0.00, settled 0.00, carried -6.00
                3.00 networks 2017-01 revenue, equal v2, of 9.00
            """
        );

    [Fact]
    public void A_council_that_has_left_still_pays_for_the_time_when_it_was_there() =>
        Story.Check(
            """
            agree camden, islington, haringey from 2016-12
              service networks: equal
            amend 2017-01: camden, islington
              service networks: equal
            all approve
            close 2016-12
            cost 2016-12 networks 9.00 camden
            cost 2017-01 networks 8.00 camden
            close 2017-01
            pay 2017-02-10 haringey camden 3.00
            close 2017-02
            statement 2017-01
              camden: share 7.00, paid 17.00, balance -10.00, brought 0.00, settled 0.00, carried -10.00
                3.00 networks 2016-12 revenue, equal v1, of 9.00
                4.00 networks 2017-01 revenue, equal v2, of 8.00
              islington: share 7.00, paid 0.00, balance 7.00, brought 0.00, settled 0.00, carried 7.00
                3.00 networks 2016-12 revenue, equal v1, of 9.00
                4.00 networks 2017-01 revenue, equal v2, of 8.00
              haringey: share 3.00, paid 0.00, balance 3.00, brought 0.00, settled 0.00, carried 3.00
                3.00 networks 2016-12 revenue, equal v1, of 9.00
            statement 2017-02
              camden: share 0.00, paid 0.00, balance 0.00, brought -10.00, settled -3.00, carried -7.00
              islington: share 0.00, paid 0.00, balance 0.00, brought 7.00, settled 0.00, carried 7.00
              haringey: share 0.00, paid 0.00, balance 0.00, brought 3.00, settled 3.00, carried 0.00
            statement 2017-03
              camden: share 0.00, paid 0.00, balance 0.00, brought -7.00, settled 0.00, carried -7.00
              islington: share 0.00, paid 0.00, balance 0.00, brought 7.00, settled 0.00, carried 7.00
            """
        );

    [Fact]
    public void A_cost_and_a_credit_of_a_council_that_has_left_both_stand_on_its_statement() =>
        Story.Check(
            """
            agree camden, islington, haringey from 2016-12
              service networks: direct haringey
              service desktop: direct haringey
            amend 2017-01: camden, islington
              service networks: equal
              service desktop: equal
            all approve
            close 2016-12
            cost 2016-12 networks 9.00 camden
            cost 2016-12 desktop -9.00 camden
            statement 2017-01
              camden: share 0.00, paid 0.00, balance 0.00, brought 0.00, settled 0.00, carried 0.00
              islington: share 0.00, paid 0.00, balance 0.00, brought 0.00, settled 0.00, carried 0.00
              haringey: share 0.00, paid 0.00, balance 0.00, brought 0.00, settled 0.00, carried 0.00
                9.00 networks 2016-12 revenue, direct v1, of 9.00
                -9.00 desktop 2016-12 revenue, direct v1, of -9.00
            """
        );

    [Fact]
    public void Payments_before_during_and_after() =>
        Story.Check(
            """
            propose camden, islington from 2016-10
              service networks: equal
            pay 2016-09-01 islington camden 20.00
            all approve
            cost 2016-10 networks 100.00 camden
            close 2016-10
            pay 2016-10-15 islington camden 30.00
            pay 2016-12-01 camden islington 1.00
            close through 2016-12
            statement 2016-10
              camden: share 50.00, paid 100.00, balance -50.00, brought 0.00, settled -20.00, carried -30.00
                50.00 networks 2016-10 revenue, equal v1, of 100.00
              islington: share 50.00, paid 0.00, balance 50.00, brought 0.00, settled 20.00, carried 30.00
                50.00 networks 2016-10 revenue, equal v1, of 100.00
            statement 2016-11
              camden: share 0.00, paid 0.00, balance 0.00, brought -30.00, settled -30.00, carried 0.00
              islington: share 0.00, paid 0.00, balance 0.00, brought 30.00, settled 30.00, carried 0.00
            statement 2016-12
              camden: share 0.00, paid 0.00, balance 0.00, brought 0.00, settled 1.00, carried -1.00
              islington: share 0.00, paid 0.00, balance 0.00, brought 0.00, settled -1.00, carried 1.00
            """
        );
}
