using System.Globalization;
using System.Text;
using Openbook.Domain;

namespace Openbook.Exchange.Tests;

public sealed class HledgerExportTests
{
    private const string Costs = "date,service,amount,paid_by,kind,supplier,to_month\n";
    private const string Payments = "date,from,to,amount,for\n";

    private static readonly string Expected = $"""
        ; Openbook: Camden, Islington and Haringey
        ; book cih, entry 12
        ; head {AKeptBook.Hash(12)}

        commodity 1000.00 GBP

        2017-02-28 * February 2017  ; period:2017-02
            ; closed by entry 7, head {AKeptBook.Hash(7)}
            shares:camden:networks  33.34 GBP
            shares:camden:networks:lga  -30.00 GBP
            shares:camden:networks:management  3.33 GBP
            shares:camden:apps  20.00 GBP
            shares:camden:apps:management  2.00 GBP
            shares:islington:networks  33.33 GBP
            shares:islington:networks:management  3.34 GBP
            shares:islington:apps  12.00 GBP
            shares:islington:apps:management  1.20 GBP
            shares:haringey:networks  33.33 GBP
            shares:haringey:networks:management  3.33 GBP
            shares:haringey:apps  8.00 GBP
            shares:haringey:apps:management  0.80 GBP
            paid:camden  -84.00 GBP
            paid:islington  -40.00 GBP

        2017-02-20 * settlement  ; entry 6
            settled:islington  10.00 GBP
            settled:camden  -10.00 GBP

        2017-03-31 * March 2017  ; period:2017-03
            ; closed by entry 8, head {AKeptBook.Hash(8)}

        2017-04-30 * April 2017  ; period:2017-04
            ; closed by entry 11, head {AKeptBook.Hash(11)}
            shares:haringey:networks  0.01 GBP
            paid:haringey  -0.01 GBP

        2017-04-01 * on-account  ; entry 10, moved on 2017-02-28
            settled:haringey  5.50 GBP
            settled:camden  -5.50 GBP

        2017-03-31 * year-end 2016/17  ; period:2016/17-13
            ; closed by entry 12, head {AKeptBook.Hash(12)}
            shares:camden:apps  5.00 GBP
            shares:islington:apps  3.00 GBP
            shares:haringey:apps  2.00 GBP
            paid:islington  -10.00 GBP

        2017-05-09 * opening  ; entry 10
            settled:camden  3.00 GBP
            settled:islington  -3.00 GBP


        """;

    [Fact]
    public void A_small_Book_is_written_exactly_so()
    {
        var journal = HledgerExport.Write(Small().State);
        Assert.Equal(Expected, journal);
        Assert.All(Transaction.Read(journal), MustBalance);
    }

    [Fact]
    public void A_Book_in_which_nothing_is_closed_has_its_payments_alone()
    {
        var book = new AKeptBook();
        book.Costs("costs.csv", $"{Costs}2017-02-01,networks,100.00,camden,,,\n");
        book.Payments($"{Payments}2017-01-31,camden,islington,1.00,opening\n");
        var only = Assert.Single(Transaction.Read(HledgerExport.Write(book.State)));
        Assert.Equal((new DateOnly(2017, 2, 1), "entry 6, moved on 2017-01-31"), (only.Date, only.Comment));
        Assert.Equal((100, -100), (only.Sum("settled:camden"), only.Sum("settled:islington")));
    }

    [Fact]
    public void Of_a_random_Book_each_transaction_balances_and_comes_to_what_the_statements_say() =>
        Seeded.MustHold(
            40,
            random =>
            {
                var book = new AKeptBook();
                var paid = new List<string>();
                for (var acts = random.Next(4, 30); acts > 0; acts--)
                {
                    Act(book, random, paid);
                }
                var all = Transaction.Read(HledgerExport.Write(book.State));
                Assert.All(all, MustBalance);
                var payments = all.Where(item =>
                        item.Postings.Any(posting => posting.Account.StartsWith("settled:", StringComparison.Ordinal))
                    )
                    .ToList();
                Assert.Equal(paid.Order(StringComparer.Ordinal), payments.Select(Paid).Order(StringComparer.Ordinal));
                var closed = all.Except(payments).ToList();
                Assert.Equal(book.State.Closed.Count, closed.Count);
                foreach (var (period, item) in book.State.Closed.Zip(closed))
                {
                    MustSayTheSame(period, item, payments);
                }
            }
        );

    private static AKeptBook Small()
    {
        var book = new AKeptBook();
        book.Costs(
            "february.csv",
            Costs
                + "2017-02-03,networks,100.00,camden,,Cable Ltd,\n"
                + "2017-02-04,apps,40.00,islington,,,\n"
                + "2017-02-28,management,14.00,camden,,,\n"
                + "2017-02-28,networks,30.00,camden,income,lga,\n"
        );
        book.Payments($"{Payments}2017-02-20,islington,camden,10.00,settlement\n");
        book.Close("2017-02");
        book.Close("2017-03");
        book.Costs("late.csv", $"{Costs}2017-02-15,apps,10.00,islington,,,\n2017-04-03,networks,0.01,haringey,,,\n");
        book.Payments(
            Payments + "2017-02-28,haringey,camden,5.50,on-account\n" + "2017-05-09,camden,islington,3.00,opening\n"
        );
        book.Close("2017-04");
        book.Close("2016/17-13");
        return book;
    }

    private static void Act(AKeptBook book, Random random, List<string> paid)
    {
        var open = book.State.FirstOpen!.Value;
        switch (random.Next(5))
        {
            case 0 or 1:
                book.Costs("costs.csv", RandomCosts(random, open));
                break;
            case 2:
                book.Payments(RandomPayments(random, open, paid));
                break;
            case 3 when book.State.OpenYearEnd is { } year && random.Next(2) == 0:
                book.Close(year.YearEnd);
                break;
            default:
                book.Close(Closing.Through(book.State, open)[0]);
                break;
        }
    }

    private static string RandomCosts(Random random, Month open)
    {
        var text = new StringBuilder(Costs);
        for (var rows = random.Next(1, 12); rows > 0; rows--)
        {
            var month = Month.Later(new Month(open.Index + random.Next(-3, 3)), Month.Of(2017, 2));
            var to = random.Next(5) == 0 ? new Month(month.Index + random.Next(6)).ToString() : "";
            var service = new[] { "networks", "apps", "management" }[random.Next(3)];
            var kind = service == "management" ? "" : new[] { "", "capital", "income" }[random.Next(3)];
            var supplier = new[] { "", "lga", "other", "Cable Ltd" }[random.Next(4)];
            var pounds = random.Next(-999, 9_999).ToString(CultureInfo.InvariantCulture);
            var payer = AKeptBook.Partners[random.Next(3)];
            text.AppendJoin(
                ',',
                $"{month}-1{random.Next(10)}",
                service,
                $"{pounds}.{random.Next(10)}{random.Next(10)}",
                payer,
                kind,
                supplier,
                to
            );
            text.Append('\n');
        }
        return text.ToString();
    }

    // Each payment is noted with the month in which it must stand.
    private static string RandomPayments(Random random, Month open, List<string> paid)
    {
        var text = new StringBuilder(Payments);
        for (var rows = random.Next(1, 5); rows > 0; rows--)
        {
            var month = new Month(open.Index + random.Next(-4, 4));
            var from = random.Next(3);
            var to = (from + random.Next(1, 3)) % 3;
            var pence = random.Next(1, 1_000_000);
            var amount = new Money(pence).ToPlain();
            var date = $"{month}-2{random.Next(9)}";
            text.AppendJoin(',', date, AKeptBook.Partners[from], AKeptBook.Partners[to], amount, "settlement\n");
            paid.Add($"{Month.Later(month, open)} {AKeptBook.Partners[from]} {AKeptBook.Partners[to]} {pence}");
        }
        return text.ToString();
    }

    private static string Paid(Transaction payment)
    {
        var from = payment.Postings.Single(posting => posting.Pence > 0);
        var to = payment.Postings.Single(posting => posting.Pence < 0);
        return $"{Month.Of(payment.Date)} {from.Account["settled:".Length..]} {to.Account["settled:".Length..]} {from.Pence}";
    }

    private static void MustSayTheSame(ClosedPeriod closed, Transaction written, List<Transaction> payments)
    {
        Assert.Equal(closed.Period.LastDay, written.Date);
        Assert.Equal($"period:{closed.Period}", written.Comment);
        foreach (var figures in closed.Result.Partners)
        {
            Assert.Equal(figures.SharePence, written.Sum($"shares:{figures.Partner}"));
            Assert.Equal(-figures.PaidPence, written.Sum($"paid:{figures.Partner}"));
            var settled = payments
                .Where(payment => !closed.Period.IsYearEnd && Month.Of(payment.Date) == closed.Period.Month)
                .Sum(payment => payment.Sum($"settled:{figures.Partner}"));
            Assert.Equal(figures.SettledPence, settled);
        }
    }

    private static void MustBalance(Transaction transaction)
    {
        Assert.Equal(0, transaction.Postings.Sum(posting => posting.Pence));
        Assert.DoesNotContain(transaction.Postings, posting => posting.Pence == 0);
    }
}
