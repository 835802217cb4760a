using System.Text;
using Openbook.Domain;

namespace Openbook.Exchange;

/// <summary>
/// Writes a Book as a journal that hledger re-adds: one transaction a closed period, shares against what each partner paid; and
/// payments between partners. What its balances come to is what the statements say.
/// </summary>
public static class HledgerExport
{
    /// <summary>The journal.</summary>
    public static string Write(BookState book)
    {
        ArgumentNullException.ThrowIfNull(book);
        var to = new StringBuilder();
        to.Append("; Openbook: ").Append(OneLine(book.Newest?.Terms.Partnership ?? "")).Append('\n');
        to.Append("; book ").Append(book.Code).Append(", entry ").Append(Text.Of(book.LastEntry)).Append('\n');
        to.Append("; head ").Append(book.Head).Append("\n\n");
        to.Append("commodity 1000.00 GBP\n\n");
        foreach (var closed in book.Closed)
        {
            Period(to, closed);
            Payments(to, closed.Period, closed.Result.Postings);
        }
        var open = book.FirstOpen;
        foreach (var month in book.PostedMonths.Where(month => open is null || month >= open))
        {
            var period = Domain.Period.Of(month);
            Payments(to, period, book.PostingsOf(period));
        }
        return to.ToString();
    }

    private static void Period(StringBuilder to, ClosedPeriod closed)
    {
        var result = closed.Result;
        to.Append(Dates.Iso(closed.Period.LastDay)).Append(" * ").Append(closed.Period.ToWords());
        to.Append("  ; period:").Append(closed.Period).Append('\n');
        to.Append("    ; closed by entry ").Append(Text.Of(closed.Entry));
        to.Append(", head ").Append(closed.Hash).Append('\n');
        for (var i = 0; i < result.Order.Count; i++)
        {
            var place = i;
            foreach (var account in result.Pools.GroupBy(pool => Account(result.Order[place], pool.Key)))
            {
                Posting(to, account.Key, account.Sum(pool => pool.Parts[place].Pence));
            }
        }
        foreach (var partner in result.Partners)
        {
            Posting(to, $"paid:{partner.Partner}", -partner.PaidPence);
        }
        to.Append('\n');
    }

    private static string Account(string partner, PoolKey key)
    {
        var part = key.Overhead ?? key.Customer;
        return part is null ? $"shares:{partner}:{key.Service}" : $"shares:{partner}:{key.Service}:{part}";
    }

    // A payment posted later than its date stands on the first day of the month in which it was posted.
    private static void Payments(StringBuilder to, Period period, Postings postings)
    {
        foreach (var (payment, entry) in postings.Payments)
        {
            var inMonth = Month.Of(payment.Date) == period.Month;
            var date = inMonth ? payment.Date : period.Month.First;
            to.Append(Dates.Iso(date)).Append(" * ").Append(PaymentsRecorded.WordOf(payment.For));
            to.Append("  ; entry ").Append(Text.Of(entry));
            if (!inMonth)
            {
                to.Append(", moved on ").Append(Dates.Iso(payment.Date));
            }
            to.Append('\n');
            Posting(to, $"settled:{payment.From}", payment.Amount.Pence);
            Posting(to, $"settled:{payment.To}", -payment.Amount.Pence);
            to.Append('\n');
        }
    }

    private static void Posting(StringBuilder to, string account, long pence)
    {
        if (pence != 0)
        {
            to.Append("    ").Append(account).Append("  ").Append(new Money(pence).ToPlain()).Append(" GBP\n");
        }
    }

    private static string OneLine(string text) => text.ReplaceLineEndings(" ");
}
