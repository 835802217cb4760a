using Openbook.Exchange;
using Openbook.Web.Books;

namespace Openbook.Web.Downloads;

/// <summary>The tables of a Book's pages as files.</summary>
public static class BookTables
{
    private const string BalanceHeader =
        "period,status,partner,name,share,paid,balance,brought_forward,settled,carried_forward";

    private const string RecordHeader = $"{EntryRows.HeaderBeforeHash},seal";

    /// <summary>The statements of a period.</summary>
    /// <param name="statement">The period's.</param>
    /// <param name="only">One council's alone, or null for all.</param>
    public static DownloadTable Statements(Statement statement, string? only)
    {
        ArgumentNullException.ThrowIfNull(statement);
        var rows = StatementRows.Of([statement], only).ToList();
        var name = $"statement-{statement.Book}-{BookLinks.Slug(statement.Period)}{(only is null ? "" : "-" + only)}";
        return new DownloadTable(name, SheetColumns.Of(StatementRows.Header), rows.Count, rows);
    }

    /// <summary>What each council bears, paid and owes after a period. Below zero it receives.</summary>
    public static DownloadTable Balances(Statement statement)
    {
        ArgumentNullException.ThrowIfNull(statement);
        var rows = statement.Partners.Select(partner => Balance(statement, partner.Figures)).ToList();
        return new DownloadTable($"balances-{statement.Book}", SheetColumns.Of(BalanceHeader), rows.Count, rows);
    }

    /// <summary>The list of records.</summary>
    public static DownloadTable Records(ReadBook book)
    {
        ArgumentNullException.ThrowIfNull(book);
        var rows = book.Entries.Select(stored => EntryRows.Of(stored.Entry));
        return new DownloadTable($"records-{book.Code}", SheetColumns.Of(RecordHeader), book.Entries.Count, rows);
    }

    private static string[] Balance(Statement statement, PartnerFigures figures) =>
        [
            statement.Period.ToString(),
            statement.IsClosed ? "closed" : "open",
            figures.Partner,
            statement.Names[figures.Partner],
            new Money(figures.SharePence).ToPlain(),
            new Money(figures.PaidPence).ToPlain(),
            new Money(figures.BalancePence).ToPlain(),
            new Money(figures.BroughtForwardPence).ToPlain(),
            new Money(figures.SettledPence).ToPlain(),
            new Money(figures.CarriedForwardPence).ToPlain(),
        ];
}
