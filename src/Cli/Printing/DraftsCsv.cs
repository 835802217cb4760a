using Openbook.Domain;
using Openbook.Exchange;

namespace Openbook.Cli.Printing;

/// <summary>Prints how drafts stand as CSV: of each period a row a council, then a row a query.</summary>
internal static class DraftsCsv
{
    public static void Print(Shell shell, IReadOnlyList<DraftReport> reports)
    {
        shell.Out.WriteLine(
            "book,period,draft,until,overtaken,what,partner,state,entry,on,line,words,answer_entry,answer_words"
        );
        foreach (var report in reports)
        {
            foreach (var council in report.Councils)
            {
                Row(
                    shell,
                    report,
                    "partner",
                    council.Council,
                    DraftJson.WordOf(council.Answer),
                    council.Entry is { } entry ? Text.Of(entry) : "",
                    council.On is { } day ? Dates.Iso(day) : "",
                    "",
                    "",
                    "",
                    ""
                );
            }
            foreach (var query in report.Queries)
            {
                Row(
                    shell,
                    report,
                    "query",
                    query.Council,
                    DraftJson.WordOf(query.State),
                    Text.Of(query.Entry),
                    Dates.Iso(query.On),
                    query.Fact.Line.ToString(),
                    query.Fact.Words,
                    query.Answer is { } answer ? Text.Of(answer.Entry) : "",
                    query.Answer?.Fact.Words ?? ""
                );
            }
        }
    }

    private static void Row(Shell shell, DraftReport report, params string[] cells) =>
        shell.Out.WriteLine(
            string.Join(
                ',',
                new[]
                {
                    report.Book,
                    report.Period.ToString(),
                    report.Draft is { } draft ? Text.Of(draft.Entry) : "",
                    report.Draft is { } issued ? Dates.Iso(issued.Until) : "",
                    report.IsOvertaken ? "yes" : "no",
                }
                    .Concat(cells)
                    .Select(CsvText.Cell)
            )
        );
}
