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
              x
            statement 2016-11
              x
            carries
              x
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
              x
            statement 2016-11
              x
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
              x
            carries
              x
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
              x
            statement 2016-11
              x
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
              x
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
              x
            statement 2016-11
              x
            statement 2016-12
              x
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
              x
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
              x
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
              x
            """
        );
}
