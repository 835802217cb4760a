using Openbook.Domain;

namespace Openbook.Cli.Printing;

/// <summary>Prints how drafts stand as text.</summary>
internal static class DraftsPrinter
{
    public static void Print(Shell shell, IReadOnlyList<DraftReport> reports)
    {
        if (reports.Count == 0)
        {
            shell.Out.WriteLine("No draft was issued yet. The host issues one with openbook issue.");
        }
        for (var i = 0; i < reports.Count; i++)
        {
            if (i > 0)
            {
                shell.Out.WriteLine();
            }
            Print(shell, reports[i]);
        }
    }

    private static void Print(Shell shell, DraftReport report)
    {
        if (report.Draft is not { } draft)
        {
            shell.Out.WriteLine($"No draft of {report.Period.ToWords()} was issued.");
            return;
        }
        shell.Out.WriteLine(
            Style.Bold(
                shell,
                $"Draft {Text.Of(draft.Entry)} of {report.Period.ToWords()}, issued on {Dates.Words(draft.On)}, "
                    + $"to be answered by {Dates.Words(draft.Until)}"
            )
        );
        shell.Out.WriteLine(State(report));
        Councils(shell, report);
        if (report.Queries.Count > 0)
        {
            Queries(shell, report);
        }
    }

    private static string State(DraftReport report)
    {
        var accepted = $"{Text.Of(report.Accepted)} of {Text.Count(report.Councils.Count, "council")} accepted it.";
        return (report.IsClosed, report.IsOvertaken) switch
        {
            (true, true) => $"{accepted} The period was closed with other figures.",
            (true, false) => $"{accepted} The period was closed as drafted.",
            (false, true) => $"{accepted} What was recorded since has changed its figures: issue a new draft.",
            (false, false) => accepted,
        };
    }

    private static void Councils(Shell shell, DraftReport report)
    {
        shell.Out.WriteLine();
        var table = new TextTable("Council", "Answer", ">Entry", "On");
        foreach (var council in report.Councils)
        {
            table.Row(
                council.Council,
                Word(council.Answer),
                council.Entry is { } entry ? Text.Of(entry) : "",
                council.On is { } day ? Dates.Words(day) : ""
            );
        }
        table.Print(shell);
    }

    private static void Queries(Shell shell, DraftReport report)
    {
        shell.Out.WriteLine();
        var table = new TextTable(">Query", "Line", "Council", "State", "Words");
        foreach (var query in report.Queries)
        {
            table.Row(
                Text.Of(query.Entry),
                query.Fact.Line.ToString(),
                query.Council,
                Word(query.State),
                query.Fact.Words + (query.Answer is { } answer ? $" Answer: {answer.Fact.Words}" : "")
            );
        }
        table.Print(shell);
    }

    private static string Word(DraftAnswer answer) =>
        answer switch
        {
            DraftAnswer.Waiting => "not yet",
            DraftAnswer.Accepted => "accepted",
            DraftAnswer.Querying => "queries a line",
            DraftAnswer.Answered => "has its answer, not accepted yet",
        };

    private static string Word(QueryState state) =>
        state switch
        {
            QueryState.Open => "open",
            QueryState.Stands => "the line stands",
            QueryState.ToCorrect => "will be corrected",
            QueryState.Settled => "settled by accepting",
            QueryState.LeftOpen => "left open at the close",
        };
}
