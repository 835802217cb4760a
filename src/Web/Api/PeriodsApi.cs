using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Openbook.Web.Books;

namespace Openbook.Web.Api;

/// <summary>Periods and years: statements, the working behind shares, budget monitoring, and drafts.</summary>
internal static class PeriodsApi
{
    private const string Partner = "partner";

    public static void Map(IEndpointRouteBuilder book)
    {
        book.MapGet("/periods", All).Asks();
        book.MapGet("/periods/{period}/statement", StatementOf).Asks(Partner);
        book.MapGet("/periods/{period}/explain", Explain).Asks(Partner, "service");
        book.MapGet("/periods/{period}/monitor", Monitor).Asks();
        book.MapGet("/drafts/{period}", Draft).Asks();
        book.MapGet("/years/{year}", YearOf).Asks(Partner);
    }

    private static IResult All(BookOnPage place) => Answer.Of(place.Book.Look(PeriodsJson.Of));

    private static IResult StatementOf(string period, string? partner, BookOnPage place) =>
        BookLinks.PeriodOf(period) is not { } asked ? NoPeriod(period)
        : Stranger(partner, place) is { } stranger ? stranger
        : Answer.Of(place.Book.Statements(asked), statement => StatementJson.Of(statement, partner));

    private static IResult Explain(string period, string? partner, string? service, BookLedger ledger)
    {
        if (BookLinks.PeriodOf(period) is not { } asked)
        {
            return NoPeriod(period);
        }
        return partner is null || service is null
            ? Problem.Wrong("Say whose share and of what: ?partner=CODE&service=CODE.")
            : Answer.Of(
                ledger.Explain(new FigureRef(asked, partner, Figure.Share, service)),
                explanation => explanation.ToJson()
            );
    }

    private static IResult Monitor(string period, BookLedger ledger) =>
        BookLinks.PeriodOf(period) is { } asked ? Answer.Of(ledger.Monitor(asked), MonitorJson.Of) : NoPeriod(period);

    private static IResult Draft(string period, BookOnPage place) =>
        BookLinks.PeriodOf(period) is { } asked
            ? Answer.Of(place.Book.Look(state => DraftReport.Find(state, asked)), DraftJson.Of)
            : NoPeriod(period);

    private static IResult YearOf(string year, string? partner, BookOnPage place)
    {
        if (BookLinks.YearOf(year) is not { } asked)
        {
            return Problem.Wrong(
                Refuse.BadYear.Because($"\"{year}\" is not a financial year. In addresses it is written 2016-17.")
            );
        }
        return Stranger(partner, place)
            ?? Answer.Of(
                place.Book.Look(state => YearStatement.Of(state, asked)),
                statement => YearJson.Of(statement, partner)
            );
    }

    private static Problem NoPeriod(string period) =>
        Problem.Wrong(
            Refuse.BadPeriod.Because(
                $"\"{period}\" is not a period. In addresses a year-end period is written 2016-17-13."
            )
        );

    private static IResult? Stranger(string? partner, BookOnPage place) =>
        partner is null || place.Book.Look(state => state.Partners.Contains(partner))
            ? null
            : Problem.NotThere(Refuse.PartnerUnknown.Because($"\"{partner}\" is not a partner."));
}
