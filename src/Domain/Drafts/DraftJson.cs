using System.Text.Json.Nodes;

namespace Openbook.Domain;

/// <summary>How drafts stand, as JSON.</summary>
public static class DraftJson
{
    private static readonly string[] AnswerWords = ["waiting", "accepted", "querying", "answered"];
    private static readonly string[] StateWords = ["open", "stands", "to-correct", "settled", "left-open"];

    /// <summary>The word for what a council last said.</summary>
    public static string WordOf(DraftAnswer answer) => AnswerWords[(int)answer];

    /// <summary>The word for how far a query has come.</summary>
    public static string WordOf(QueryState state) => StateWords[(int)state];

    /// <summary>The draft of one period.</summary>
    public static JsonObject Of(DraftReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return new JsonObject
        {
            ["book"] = report.Book,
            ["period"] = report.Period.ToString(),
            ["status"] = report.IsClosed ? "closed" : "open",
            ["host"] = report.Host,
            ["draft"] = report.Draft is { } draft
                ? new JsonObject
                {
                    ["entry"] = draft.Entry,
                    ["issued_on"] = Dates.Iso(draft.On),
                    ["until"] = Dates.Iso(draft.Until),
                    ["overtaken"] = report.IsOvertaken,
                    ["statement_sha256"] = draft.Fact.StatementSha256,
                }
                : null,
            ["partners"] = new JsonArray([.. report.Councils.Select(Of)]),
            ["queries"] = new JsonArray([.. report.Queries.Select(Of)]),
        };
    }

    /// <summary>The drafts of several periods.</summary>
    public static JsonArray Of(IEnumerable<DraftReport> reports) => new([.. reports.Select(Of)]);

    private static JsonObject Of(CouncilAnswer council) =>
        new()
        {
            ["partner"] = council.Council,
            ["answer"] = WordOf(council.Answer),
            ["entry"] = council.Entry,
            ["on"] = council.On is { } day ? Dates.Iso(day) : null,
        };

    private static JsonObject Of(QueriedLine query) =>
        new()
        {
            ["entry"] = query.Entry,
            ["draft"] = query.Fact.Draft,
            ["partner"] = query.Council,
            ["on"] = Dates.Iso(query.On),
            ["line"] = query.Fact.Line.ToString(),
            ["words"] = query.Fact.Words,
            ["state"] = WordOf(query.State),
            ["answer"] = query.Answer is { } answer
                ? new JsonObject
                {
                    ["entry"] = answer.Entry,
                    ["on"] = Dates.Iso(answer.On),
                    ["outcome"] = QueryAnswered.WordOf(answer.Fact.Outcome),
                    ["words"] = answer.Fact.Words,
                }
                : null,
            ["settled_by"] = query.SettledBy,
        };
}
