namespace Openbook.Oracle;

/// <summary>Puts together what each partner is told.</summary>
internal static class Statements
{
    /// <summary>Every partner of the terms, and any other with a figure that is not zero, in order.</summary>
    public static IReadOnlyList<OraclePartnerStatement> Of(
        Book book,
        OraclePeriod period,
        OracleAgreement terms,
        IReadOnlyList<OracleSplit> splits
    ) =>
        [
            .. book
                .Versions.Partners.Select(p => OfPartner(book, period, p, splits))
                .Where(s => terms.Partners.Contains(s.Partner) || HasFigure(s)),
        ];

    private static OraclePartnerStatement OfPartner(
        Book book,
        OraclePeriod period,
        string partner,
        IReadOnlyList<OracleSplit> splits
    )
    {
        List<OracleStatementLine> lines = LinesOf(partner, splits);
        long share = lines.Sum(l => l.Share);
        long paid = book.Lines.Where(l => l.Posting == period && l.PaidBy == partner).Sum(l => l.Cost);
        long balance = share - paid;
        long brought = BroughtForward(book, partner);
        long settled = Settled(book, period, partner);
        return new OraclePartnerStatement(
            partner,
            lines,
            share,
            paid,
            balance,
            brought,
            settled,
            brought + balance - settled
        );
    }

    private static List<OracleStatementLine> LinesOf(string partner, IReadOnlyList<OracleSplit> splits)
    {
        List<OracleStatementLine> lines = [];
        foreach (OracleSplit split in splits)
        {
            foreach (OracleShare share in split.Shares.Where(s => s.Name == partner && s.Pence != 0))
            {
                lines.Add(
                    new OracleStatementLine(
                        split.Service,
                        split.Overhead,
                        split.Customer,
                        split.ForMonth,
                        split.Kind,
                        split.TrueUp,
                        split.PoolPence,
                        split.AgreementVersion,
                        split.Weights,
                        share.Exact,
                        share.CarryBefore,
                        share.Pence,
                        share.CarryAfter
                    )
                );
            }
        }

        return lines;
    }

    /// <summary>What the last close carried forward; a partner that it did not name had nothing.</summary>
    private static long BroughtForward(Book book, string partner) =>
        book.Closed.Count == 0
            ? 0
            : book.Closed[^1].Partners.SingleOrDefault(p => p.Partner == partner)?.CarriedForward ?? 0;

    private static long Settled(Book book, OraclePeriod period, string partner)
    {
        List<OraclePayment> payments = [.. book.Payments.Where(p => p.Posting == period).Select(p => p.Payment)];
        return payments.Where(p => p.From == partner).Sum(p => p.Pence)
            - payments.Where(p => p.To == partner).Sum(p => p.Pence);
    }

    private static bool HasFigure(OraclePartnerStatement s) =>
        s.Lines.Count > 0 || s.Paid != 0 || s.BroughtForward != 0 || s.Settled != 0 || s.CarriedForward != 0;
}
