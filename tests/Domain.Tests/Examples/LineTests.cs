using Openbook.Domain.Tests.Given;

namespace Openbook.Domain.Tests.Examples;

/// <summary>Which lines and payments are taken and which are refused: whole files or nothing, every fault listed.</summary>
public sealed class LineTests
{
    private const string Agreed = """
        agree camden, islington from 2016-10 until 2018-12
          service networks: equal
          overhead management over networks
        """;

    [Theory]
    [InlineData("2016-09", "networks", "camden", "month-outside-agreement")]
    [InlineData("2019-01", "networks", "camden", "month-outside-agreement")]
    [InlineData("2016-10", "telephony", "camden", "service-unknown")]
    [InlineData("2016-10", "networks", "barnet", "payer-not-partner")]
    public void A_line_is_refused(string month, string service, string paidBy, string code)
    {
        var book = Telling.Of(Agreed);
        Assert.Equal([code], book.Record([In.Cost(month, service, "1.00", paidBy)]).Codes());
    }

    [Fact]
    public void The_first_and_the_last_month_of_the_agreement_are_inside_it()
    {
        var book = Telling.Of(Agreed);
        Assert.Empty(book.Record([In.Cost("2016-10", "networks", "1.00", "camden")]));
        Assert.Empty(
            book.Record([In.Cost("2018-12", "networks", "1.00", "camden") with { Date = In.Date("2019-02-03") }])
        );
    }

    [Fact]
    public void Every_fault_of_a_file_is_listed_with_its_row_and_nothing_is_recorded()
    {
        var book = Telling.Of(Agreed);
        var refusals = book.Record([
            In.Cost("2016-10", "networks", "1.00", "camden"),
            In.Cost("2016-09", "networks", "1.00", "camden"),
            In.Cost("2016-10", "telephony", "1.00", "camden"),
            In.Cost("2016-10", "networks", "1.00", "barnet"),
        ]);
        Assert.Equal([3, 4, 5], refusals.Select(refusal => refusal.Place!.Row!.Value));
        Assert.Empty(book.Lines);
    }

    [Fact]
    public void A_line_for_a_month_before_its_service_or_payer_comes_in_is_refused()
    {
        var book = Telling.Of(
            """
            agree camden, islington from 2016-10
              service networks: equal
            amend 2017-01: camden, islington, haringey
              service networks: equal
              service desktop: equal
            all approve
            """
        );
        Assert.Equal(["service-not-in-force"], book.Record([In.Cost("2016-12", "desktop", "1.00", "camden")]).Codes());
        Assert.Equal(["payer-not-partner"], book.Record([In.Cost("2016-12", "networks", "1.00", "haringey")]).Codes());
        Assert.Empty(book.Record([In.Cost("2017-01", "desktop", "1.00", "haringey")]));
        var spread = In.Cost("2016-12", "desktop", "1.00", "camden") with { ToMonth = In.Month("2017-02") };
        Assert.Equal(["service-not-in-force"], book.Record([spread]).Codes());
    }

    [Fact]
    public void The_same_file_twice_is_refused_and_the_first_named()
    {
        var book = Telling.Of(Agreed);
        CostLine[] lines = [In.Cost("2016-10", "networks", "1.00", "camden") with { Ref = new LineRef(0, 2) }];
        Assert.Empty(book.RecordBatch(ListedLines.ToBatch("october.csv", lines), lines));
        var refusal = Assert.Single(book.RecordBatch(ListedLines.ToBatch("copy.csv", lines), lines));
        Assert.Equal("file-known", refusal.Code.Code);
        Assert.Contains("entry 4", refusal.What, StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_id_is_known_once_skipped_on_request_and_refused_with_other_content()
    {
        var book = Telling.Of(Agreed);
        var line = In.Cost("2016-10", "networks", "1.00", "camden") with { LineId = "led-1" };
        var other = line with { LineId = "led-2" };
        Assert.Empty(book.Record([line]));
        Assert.Equal(["line-known"], book.Record([line]).Codes());
        Assert.Equal(["line-known-otherwise"], book.Record([line with { Amount = In.Money("2.00") }]).Codes());
        Assert.Equal(["nothing-new"], book.Record([line], new RecordCostsOptions(SkipKnown: true)).Codes());
        Assert.Empty(book.Record([line, other], new RecordCostsOptions(SkipKnown: true)));
        Assert.Equal(
            (1, 1),
            (((CostsRecorded)book.Entries[^1].Fact).Skipped, ((CostsRecorded)book.Entries[^1].Fact).Count)
        );
        Assert.Equal(
            ["line-id-repeated"],
            book.Record([line with { LineId = "led-3" }, line with { LineId = "led-3" }]).Codes()
        );
    }

    [Fact]
    public void A_file_must_come_to_the_lines_and_the_total_that_were_stated()
    {
        var book = Telling.Of(Agreed);
        CostLine[] lines =
        [
            In.Cost("2016-10", "networks", "1.00", "camden"),
            In.Cost("2016-10", "networks", "-3.00", "camden"),
        ];
        Assert.Equal(["control-total"], book.Record(lines, new RecordCostsOptions(Lines: 3)).Codes());
        Assert.Equal(["control-total"], book.Record(lines, new RecordCostsOptions(Total: In.Money("-2.01"))).Codes());
        Assert.Empty(book.Record(lines, new RecordCostsOptions(Lines: 2, Total: In.Money("-2.00"))));
    }

    [Fact]
    public void Amounts_that_a_Book_cannot_hold_are_refused_and_do_not_wrap_round()
    {
        var book = Telling.Of(Agreed);
        var most = In.Cost("2016-10", "networks", "90071992547409.91", "camden");
        Assert.Empty(book.Record([most]));
        Assert.Equal("45035996273704.96 45035996273704.95", book.Shares("2016-10"));
        Assert.Equal(["total-too-large"], book.Record([In.Cost("2016-10", "networks", "0.01", "camden")]).Codes());
        var file = Enumerable.Repeat(most, 1_100).ToList();
        Assert.Equal(["total-too-large"], Telling.Of(Agreed).Record(file).Codes());
    }

    [Theory]
    [InlineData("camden", "camden", "1.00", "payment-to-self")]
    [InlineData("camden", "islington", "0.00", "payment-not-above-zero")]
    [InlineData("camden", "islington", "-1.00", "payment-not-above-zero")]
    [InlineData("camden", "barnet", "1.00", "partner-unknown")]
    public void A_payment_is_refused(string from, string to, string amount, string code)
    {
        var book = Telling.Of(Agreed);
        var payment = new Payment(In.Date("2016-10-05"), from, to, In.Money(amount), "", PaymentPurpose.Settlement);
        Assert.Equal([code], book.Record([payment]).Codes());
    }

    [Fact]
    public void A_payment_settles_what_is_carried_forward()
    {
        var book = Telling.Of(
            Agreed
                + """

                cost 2016-10 networks 10.00 camden
                close 2016-10
                pay 2016-11-15 islington camden 5.00
                close 2016-11
                """
        );
        Assert.Equal("-5.00 5.00", book.Carried("2016-10"));
        Assert.Equal("-5.00 5.00", book.Settled("2016-11"));
        Assert.Equal("0.00 0.00", book.Carried("2016-11"));
    }

    [Fact]
    public void A_request_is_known_by_its_key()
    {
        var book = new BookState();
        book.NoteRequest(new ClientRequest("k1", ABook.Digest(1)), 7);
        book.NoteRequest(new ClientRequest("k1", ABook.Digest(2)), 8);
        Assert.Equal(new NotedRequest(7, ABook.Digest(1)), book.RequestOf("k1"));
        Assert.Null(book.RequestOf("k2"));
    }
}
