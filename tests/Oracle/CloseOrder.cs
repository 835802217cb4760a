namespace Openbook.Oracle;

/// <summary>The order in which periods close.</summary>
internal static class CloseOrder
{
    /// <summary>Refuses a period that cannot be the next to close.</summary>
    public static void Check(Book book, OraclePeriod period)
    {
        CheckOpen(book, period);
        if (period.YearEnd)
        {
            return;
        }

        // Before anything is agreed there is no order.
        if (!book.Versions.AnyCount)
        {
            throw new OracleRefusal(period, OracleRefusalReason.NoVersionCounts, "nothing is agreed yet");
        }

        if (period.Month != book.FirstOpenMonth)
        {
            throw new OracleRefusal(
                period,
                OracleRefusalReason.OutOfOrder,
                $"the first open month is {OracleMonth.Text(book.FirstOpenMonth)}"
            );
        }

        OraclePeriod yearBefore = OraclePeriod.YearEndOf(period.Month - 12);
        if (OracleMonth.IsMarch(period.Month) && book.IsOpenYearEnd(yearBefore))
        {
            throw new OracleRefusal(period, OracleRefusalReason.YearEndStillOpen, $"{yearBefore} is still open");
        }
    }

    /// <summary>Refuses a period that is not open.</summary>
    public static void CheckOpen(Book book, OraclePeriod period)
    {
        if (book.IsClosed(period))
        {
            throw new OracleRefusal(period, OracleRefusalReason.AlreadyClosed, "it is closed already");
        }

        if (period.YearEnd && !book.IsOpenYearEnd(period))
        {
            throw new OracleRefusal(period, OracleRefusalReason.YearEndNotOpen, "its March is not closed");
        }

        if (!period.YearEnd && period.Month < book.FirstOpenMonth)
        {
            throw new OracleRefusal(period, OracleRefusalReason.OutOfOrder, "it is before the agreement starts");
        }
    }
}
