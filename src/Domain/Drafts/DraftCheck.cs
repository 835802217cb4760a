namespace Openbook.Domain;

/// <summary>What a person looks at before a close: whether the councils accepted the draft. It stops no close.</summary>
internal static class DraftCheck
{
    private const string What = "Draft to the councils";

    /// <summary>The check.</summary>
    /// <param name="report">How the draft stands.</param>
    /// <param name="names">The names of councils by code.</param>
    public static CloseCheck Of(DraftReport report, IReadOnlyDictionary<string, string> names)
    {
        if (report.Councils.Count == 0)
        {
            return new CloseCheck(
                What,
                CheckResult.Good,
                "No other council shares this period, so nobody has to answer."
            );
        }
        if (report.Draft is not { } draft)
        {
            return Look(
                "No draft is issued. Issue it, so that each council can accept it or query a line before the close."
            );
        }
        var count = report.WhoAccepted(names, $"draft {Text.Of(draft.Entry)}");
        if (report.IsOvertaken)
        {
            return Look(
                $"{count}, but what was recorded since has changed its figures. Issue a new draft.{Queries(report)}"
            );
        }
        return report.IsAccepted
            ? new CloseCheck(What, CheckResult.Good, $"{count}, and no query is open.")
            : Look($"{count}.{Queries(report)}{Waiting(report, draft, names)}");
    }

    private static CloseCheck Look(string found) => new(What, CheckResult.Look, found);

    private static string Queries(DraftReport report)
    {
        var open = report.OpenQueries.Select(query => Text.Of(query.Entry)).ToList();
        return open.Count == 0 ? ""
            : open.Count == 1 ? $" Query {open[0]} is open: answer it."
            : $" Queries {Text.List(open)} are open: answer them.";
    }

    private static string Waiting(DraftReport report, IssuedDraft draft, IReadOnlyDictionary<string, string> names)
    {
        var waiting = report
            .Councils.Where(item => item.Answer is DraftAnswer.Waiting or DraftAnswer.Answered)
            .Select(item => names.GetValueOrDefault(item.Council, item.Council))
            .ToList();
        return waiting.Count == 0
            ? ""
            : $" {Text.List(waiting)} should accept it or query a line by {Dates.Words(draft.Until)}.";
    }
}
