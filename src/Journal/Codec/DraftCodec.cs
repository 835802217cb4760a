using System.Text.Json.Nodes;
using Openbook.Domain;

namespace Openbook.Journal;

/// <summary>Drafts and what is said of them, as they are stored.</summary>
internal static class DraftCodec
{
    /// <summary>The kinds that can be read.</summary>
    public static IReadOnlyList<string> Kinds { get; } =
    [DraftIssued.StoredKind, DraftAccepted.StoredKind, LineQueried.StoredKind, QueryAnswered.StoredKind];

    public static JsonObject Write(Fact fact) =>
        fact switch
        {
            DraftIssued issued => new JsonObject
            {
                ["period"] = issued.Period.ToString(),
                ["until"] = Dates.Iso(issued.Until),
                ["statement_sha256"] = issued.StatementSha256,
            },
            DraftAccepted accepted => new JsonObject { ["draft"] = accepted.Draft },
            LineQueried queried => new JsonObject
            {
                ["draft"] = queried.Draft,
                ["line"] = queried.Line.ToString(),
                ["words"] = queried.Words,
            },
            QueryAnswered answered => new JsonObject
            {
                ["query"] = answered.Query,
                ["outcome"] = QueryAnswered.WordOf(answered.Outcome),
                ["words"] = answered.Words,
            },
            _ => throw new InvalidOperationException($"The fact {fact.Kind} is not about a draft."),
        };

    public static Fact Read(string kind, JsonReading from) =>
        kind switch
        {
            DraftIssued.StoredKind => new DraftIssued(
                from.Period("period"),
                from.Date("until"),
                from.Text("statement_sha256")
            ),
            DraftAccepted.StoredKind => new DraftAccepted(from.Count("draft")),
            LineQueried.StoredKind => new LineQueried(from.Count("draft"), from.Line("line"), from.Text("words")),
            QueryAnswered.StoredKind => new QueryAnswered(from.Count("query"), Outcome(from), from.Text("words")),
            _ => throw new InvalidOperationException($"The kind {kind} is not about a draft."),
        };

    private static QueryOutcome Outcome(JsonReading from)
    {
        var word = from.Text("outcome");
        var place = QueryAnswered.OutcomeWords.ToList().IndexOf(word);
        return place >= 0 ? (QueryOutcome)place : throw new FormatException($"The outcome {word} is not known.");
    }
}
