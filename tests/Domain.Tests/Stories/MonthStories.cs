using Openbook.Domain.Tests.Given;

namespace Openbook.Domain.Tests.Stories;

/// <summary>What happens within a month or two.</summary>
public sealed class MonthStories
{
    [Fact]
    public void Three_councils_share_the_networks_and_take_turns_with_the_odd_penny() =>
        Story.Check(
            """
            agree camden, islington, haringey from 2016-10
              service networks: equal
            cost 2016-10 networks 100.00 camden
            close 2016-10
            cost 2016-11 networks 100.00 camden
            close 2016-11
            statement 2016-10
              camden: share 33.34, paid 100.00, balance -66.66, brought 0.00, settled 0.00, carried -66.66
                33.34 networks 2016-10 revenue, equal v1, of 100.00
              islington: share 33.33, paid 0.00, balance 33.33, brought 0.00, settled 0.00, carried 33.33
                33.33 networks 2016-10 revenue, equal v1, of 100.00
              haringey: share 33.33, paid 0.00, balance 33.33, brought 0.00, settled 0.00, carried 33.33
                33.33 networks 2016-10 revenue, equal v1, of 100.00
            statement 2016-11
              camden: share 33.33, paid 100.00, balance -66.67, brought -66.66, settled 0.00, carried -133.33
                33.33 networks 2016-11 revenue, equal v1, of 100.00
              islington: share 33.34, paid 0.00, balance 33.34, brought 33.33, settled 0.00, carried 66.67
                33.34 networks 2016-11 revenue, equal v1, of 100.00
              haringey: share 33.33, paid 0.00, balance 33.33, brought 33.33, settled 0.00, carried 66.66
                33.33 networks 2016-11 revenue, equal v1, of 100.00
            carries
              camden -333333333334
              islington -333333333334
              haringey 666666666666
            """
        );

    [Fact]
    public void Who_paid_is_paid_back_by_those_who_did_not() =>
        Story.Check(
            """
            agree camden, islington, haringey from 2016-10
              service networks: equal
              service apps: fixed camden 40 islington 35 haringey 25
            cost 2016-10 networks 300.00 camden
            cost 2016-10 apps 200.00 haringey
            close 2016-10
            pay 2016-11-20 islington camden 170.00
            close 2016-11
            statement 2016-10
              camden: share 180.00, paid 300.00, balance -120.00, brought 0.00, settled 0.00, carried -120.00
                100.00 networks 2016-10 revenue, equal v1, of 300.00
                80.00 apps 2016-10 revenue, fixed v1, of 200.00
              islington: share 170.00, paid 0.00, balance 170.00, brought 0.00, settled 0.00, carried 170.00
                100.00 networks 2016-10 revenue, equal v1, of 300.00
                70.00 apps 2016-10 revenue, fixed v1, of 200.00
              haringey: share 150.00, paid 200.00, balance -50.00, brought 0.00, settled 0.00, carried -50.00
                100.00 networks 2016-10 revenue, equal v1, of 300.00
                50.00 apps 2016-10 revenue, fixed v1, of 200.00
            statement 2016-11
              camden: share 0.00, paid 0.00, balance 0.00, brought -120.00, settled -170.00, carried 50.00
              islington: share 0.00, paid 0.00, balance 0.00, brought 170.00, settled 170.00, carried 0.00
              haringey: share 0.00, paid 0.00, balance 0.00, brought -50.00, settled 0.00, carried -50.00
            """
        );

    [Fact]
    public void A_credit_note_takes_back_what_its_invoice_charged_to_the_penny() =>
        Story.Check(
            """
            agree camden, islington, haringey from 2016-10
              service networks: equal
            cost 2016-10 networks 100.00 camden
            close 2016-10
            cost 2016-11 networks -100.00 camden
            close 2016-11
            statement 2016-11
              camden: share -33.34, paid -100.00, balance 66.66, brought -66.66, settled 0.00, carried 0.00
                -33.34 networks 2016-11 revenue, equal v1, of -100.00
              islington: share -33.33, paid 0.00, balance -33.33, brought 33.33, settled 0.00, carried 0.00
                -33.33 networks 2016-11 revenue, equal v1, of -100.00
              haringey: share -33.33, paid 0.00, balance -33.33, brought 33.33, settled 0.00, carried 0.00
                -33.33 networks 2016-11 revenue, equal v1, of -100.00
            carries
              camden 0
              islington 0
              haringey 0
            """
        );

    [Fact]
    public void An_invoice_that_comes_late_is_charged_in_the_open_month_under_its_own() =>
        Story.Check(
            """
            agree camden, islington from 2016-10
              service networks: equal
            cost 2016-10 networks 40.00 camden
            close 2016-10
            cost 2016-10 networks 6.00 islington
            close 2016-11
            statement 2016-10
              camden: share 20.00, paid 40.00, balance -20.00, brought 0.00, settled 0.00, carried -20.00
                20.00 networks 2016-10 revenue, equal v1, of 40.00
              islington: share 20.00, paid 0.00, balance 20.00, brought 0.00, settled 0.00, carried 20.00
                20.00 networks 2016-10 revenue, equal v1, of 40.00
            statement 2016-11
              camden: share 3.00, paid 0.00, balance 3.00, brought -20.00, settled 0.00, carried -17.00
                3.00 networks 2016-10 revenue, equal v1, of 6.00
              islington: share 3.00, paid 6.00, balance -3.00, brought 20.00, settled 0.00, carried 17.00
                3.00 networks 2016-10 revenue, equal v1, of 6.00
            """
        );

    [Fact]
    public void A_wrong_invoice_is_put_right_after_the_close() =>
        Story.Check(
            """
            agree camden, islington from 2016-10
              service networks: equal
              service desktop: direct islington
            cost 2016-10 networks 40.00 camden as inv-1
            close 2016-10
            correct inv-1 service desktop
            correct inv-1 amount 44.00
            close 2016-11
            statement 2016-11
              camden: share -20.00, paid 4.00, balance -24.00, brought -20.00, settled 0.00, carried -44.00
                -20.00 networks 2016-10 revenue, equal v1, of -40.00
              islington: share 24.00, paid 0.00, balance 24.00, brought 20.00, settled 0.00, carried 44.00
                -20.00 networks 2016-10 revenue, equal v1, of -40.00
                44.00 desktop 2016-10 revenue, direct v1, of 44.00
            """
        );

    [Fact]
    public void A_licence_paid_in_advance_is_borne_month_by_month() =>
        Story.Check(
            """
            agree camden, islington from 2016-10
              service apps: equal
            cost 2016-10 apps 100.00 camden to 2016-12
            close 2016-10
            statement 2016-10
              camden: share 16.67, paid 33.34, balance -16.67, brought 0.00, settled 0.00, carried -16.67
                16.67 apps 2016-10 revenue, equal v1, of 33.34
              islington: share 16.67, paid 0.00, balance 16.67, brought 0.00, settled 0.00, carried 16.67
                16.67 apps 2016-10 revenue, equal v1, of 33.34
            statement 2016-11
              camden: share 16.67, paid 33.33, balance -16.66, brought -16.67, settled 0.00, carried -33.33
                16.67 apps 2016-11 revenue, equal v1, of 33.33
              islington: share 16.66, paid 0.00, balance 16.66, brought 16.67, settled 0.00, carried 33.33
                16.66 apps 2016-11 revenue, equal v1, of 33.33
            statement 2016-12
              camden: share 16.67, paid 33.33, balance -16.66, brought -16.67, settled 0.00, carried -33.33
                16.67 apps 2016-12 revenue, equal v1, of 33.33
              islington: share 16.66, paid 0.00, balance 16.66, brought 16.67, settled 0.00, carried 33.33
                16.66 apps 2016-12 revenue, equal v1, of 33.33
            """
        );

    [Fact]
    public void A_customer_pays_and_all_partners_have_their_part_of_it() =>
        Story.Check(
            """
            agree camden, islington, haringey from 2016-10
              service printing of camden, islington: equal
              customer lga: direct islington
            cost 2016-10 printing 50.00 camden
            income 2016-10 printing 30.00 camden from school
            income 2016-10 printing 12.00 camden from lga
            statement 2016-10
              camden: share 15.00, paid 8.00, balance 7.00, brought 0.00, settled 0.00, carried 7.00
                25.00 printing 2016-10 revenue, equal v1, of 50.00
                -10.00 printing 2016-10 income, equal v1, of -30.00
              islington: share 3.00, paid 0.00, balance 3.00, brought 0.00, settled 0.00, carried 3.00
                25.00 printing 2016-10 revenue, equal v1, of 50.00
                -10.00 printing 2016-10 income, equal v1, of -30.00
                -12.00 printing from lga 2016-10 income, direct v1, of -12.00
              haringey: share -10.00, paid 0.00, balance -10.00, brought 0.00, settled 0.00, carried -10.00
                -10.00 printing 2016-10 income, equal v1, of -30.00
            """
        );

    [Fact]
    public void Management_is_spread_over_what_it_manages() =>
        Story.Check(
            """
            agree camden, islington from 2016-10
              service networks: equal
              service desktop: direct islington
              overhead premises over management
              overhead management over networks, desktop
            cost 2016-10 networks 75.00 camden
            cost 2016-10 desktop 25.00 camden
            cost 2016-10 management 30.00 camden
            cost 2016-10 premises 10.00 camden
            statement 2016-10
              camden: share 52.50, paid 140.00, balance -87.50, brought 0.00, settled 0.00, carried -87.50
                37.50 networks 2016-10 revenue, equal v1, of 75.00
                15.00 networks (management) 2016-10 revenue, equal v1, of 30.00
              islington: share 87.50, paid 0.00, balance 87.50, brought 0.00, settled 0.00, carried 87.50
                37.50 networks 2016-10 revenue, equal v1, of 75.00
                15.00 networks (management) 2016-10 revenue, equal v1, of 30.00
                25.00 desktop 2016-10 revenue, direct v1, of 25.00
                10.00 desktop (management) 2016-10 revenue, direct v1, of 10.00
            """
        );

    [Fact]
    public void Nothing_is_charged_by_a_count_that_nobody_took() =>
        Story.Check(
            """
            agree camden, islington from 2016-10
              service desktop: driver devices
            cost 2016-10 desktop 10.00 camden
            statement 2016-10
              refused: count-missing
              refused: count-missing
            close 2016-10
              refused: count-missing
              refused: count-missing
            count 2016-09-30 devices camden 3, islington 1
            close 2016-10
            statement 2016-10
              camden: share 7.50, paid 10.00, balance -2.50, brought 0.00, settled 0.00, carried -2.50
                7.50 desktop 2016-10 revenue, driver v1, of 10.00
              islington: share 2.50, paid 0.00, balance 2.50, brought 0.00, settled 0.00, carried 2.50
                2.50 desktop 2016-10 revenue, driver v1, of 10.00
            """
        );
}
