using Openbook.Oracle;

namespace Openbook.Domain.Tests.Given;

/// <summary>What a Book was told, in words, for whoever reads a failure.</summary>
public static class Told
{
    /// <summary>One line for each event.</summary>
    public static string Tell(this ABook book)
    {
        ArgumentNullException.ThrowIfNull(book);
        return string.Join('\n', book.Told.Select(Of));
    }

    private static string Of(OracleEvent recorded) =>
        recorded switch
        {
            VersionProposed version =>
                $"version {version.Version} from {OracleMonth.Text(version.FromMonth)}: {Terms(version.Agreement)}",
            VersionCounts version => $"version {version.Version} counts",
            LinesRecorded lines => "lines: " + string.Join("; ", lines.Lines.Select(Line)),
            Oracle.CountsRecorded counts => "counts: "
                + string.Join(
                    "; ",
                    counts.Counts.Select(count =>
                        $"{Dates.Iso(count.Date)} {count.Driver} {count.Partner} {count.Count}"
                    )
                ),
            Oracle.PaymentsRecorded payments => "payments: "
                + string.Join(
                    "; ",
                    payments.Payments.Select(item => $"{Dates.Iso(item.Date)} {item.From} to {item.To} {item.Pence}")
                ),
            Oracle.PeriodClosed closed => $"close {closed.Period}",
            _ => recorded.ToString(),
        };

    private static string Line(OracleLine line) =>
        $"{OracleMonth.Text(line.Month)}{(line.ToMonth is { } to ? $" to {OracleMonth.Text(to)}" : "")} {line.Service} {line.Kind} "
        + $"{line.Pence} by {line.PaidBy} ({line.Supplier})";

    private static string Terms(OracleAgreement terms) =>
        $"starts {OracleMonth.Text(terms.Starts)}; partners {string.Join(' ', terms.Partners)}; "
        + string.Join(
            "; ",
            terms.Services.Select(item => $"{item.Code} of {string.Join(' ', item.Partners)} {Rule(item.Rule)}")
        )
        + string.Concat(
            terms.Overheads.Select(item =>
                $"; {item.Code} over {string.Join(' ', item.Over)} {(item.FallbackEqual ? "or equal" : "")}"
            )
        )
        + string.Concat(
            terms.Customers.Select(item => $"; customer {item.Code} {(item.Income is null ? "" : Rule(item.Income))}")
        )
        + string.Concat(terms.Drivers.Select(item => $"; {item.Code} at most {item.MaxAgeMonths} months"))
        + $"; income {Rule(terms.IncomeRule)}";

    private static string Rule(OracleRule rule) =>
        rule switch
        {
            FixedRule stated => "fixed " + string.Join(' ', stated.Weights.Select(item => $"{item.Key} {item.Value}")),
            DriverRule driver => $"by {driver.Code}",
            DirectRule direct => $"direct {direct.Partner}",
            EqualRule => "equal",
            _ => "as-service",
        };
}
