using System.Text.Json.Nodes;
using Openbook.Domain;

namespace Openbook.Journal;

/// <summary>
/// Holds a Book against a statement that a partner was sent: its head, the heads of the statements before it, and every figure
/// on it must be what the Book says as it stood at that head.
/// </summary>
/// <param name="book">The Book as it is.</param>
/// <param name="asAt">The Book as it stood.</param>
internal sealed class StatementCheck(LoadedBook book, Func<AsAt, LoadedBook> asAt)
{
    /// <exception cref="FormatException">It is not a statement.</exception>
    public CopyReport Against(JsonObject statement)
    {
        if (statement["head"] is not JsonObject head)
        {
            throw new FormatException("It has no head with entry and hash.");
        }
        var last = ReadHead(head);
        var earlier = (head["earlier"] as JsonArray ?? []).Select(item =>
            ReadHead(
                item as JsonObject ?? throw new FormatException("The head of an earlier statement cannot be read.")
            )
        );
        foreach (var item in earlier.Append(last))
        {
            if (Fault(item) is { } fault)
            {
                return new CopyReport(false, item.Entry, fault);
            }
        }
        return Figures(statement, last.Entry);
    }

    private static Head ReadHead(JsonObject head) =>
        head["entry"] is JsonValue number
        && head["hash"] is JsonValue hash
        && number.TryGetValue<int>(out var entry)
        && hash.TryGetValue<string>(out var expected)
            ? new Head(entry, expected)
            : throw new FormatException("Its head cannot be read.");

    private string? Fault(Head head)
    {
        var found = head.Entry > 0 && head.Entry <= book.Entries.Count ? book.Entries[head.Entry - 1] : null;
        return found is null ? $"The statement was made at entry {head.Entry}, which this Book has not."
            : found.Entry.Hash != head.Hash ? $"Entry {head.Entry} has another hash than stands on the statement."
            : null;
    }

    // What stands on the statement must stand in the Book; what a newer Openbook adds to statements is not missed on an old one.
    private CopyReport Figures(JsonObject statement, int entry)
    {
        if (statement["period"] is not JsonValue named || !named.TryGetValue<string>(out var text))
        {
            // The head alone is proof enough of the entry, and all there is to check.
            return new CopyReport(true, entry, $"Entry {entry} has the hash that stands on the statement.");
        }
        if (!Period.TryParse(text, out var period))
        {
            throw new FormatException($"{text} is not a period.");
        }
        var ours = Statement.Of(asAt(new AsAt(entry, null)).State, period);
        if (!ours.IsDone)
        {
            return new CopyReport(false, entry, $"At entry {entry} the Book has no statement of {period.ToWords()}.");
        }
        var only = statement["partners"] is JsonArray { Count: 1 } one
            ? (one[0]?["partner"] as JsonValue)?.ToString()
            : null;
        var difference = Difference(statement, StatementJson.Of(ours.Value, only), "");
        return difference is null
            ? new CopyReport(
                true,
                entry,
                $"Entry {entry} has the hash that stands on the statement, and every figure of {period.ToWords()} is the same."
            )
            : new CopyReport(
                false,
                entry,
                $"The statement of {period.ToWords()} differs from the Book's: {difference}."
            );
    }

    private static string? Difference(JsonNode? theirs, JsonNode? ours, string at) =>
        (theirs, ours) switch
        {
            (JsonObject one, JsonObject other) => one.Where(member => member.Key != "head")
                .Select(member => Difference(member.Value, other[member.Key], $"{at} {member.Key}"))
                .FirstOrDefault(found => found is not null),
            (JsonArray one, JsonArray other) when one.Count == other.Count => one.Select(
                    (item, i) => Difference(item, other[i], $"{at} {Text.Of(i + 1)}")
                )
                .FirstOrDefault(found => found is not null),
            (JsonArray one, JsonArray other) =>
                $"{at.Trim()} has {Text.Of(one.Count)} on the statement and {Text.Of(other.Count)} in the Book",
            _ when JsonNode.DeepEquals(theirs, ours) => null,
            _ => $"{at.Trim()} is {theirs?.ToJsonString() ?? "null"} on the statement and "
                + $"{ours?.ToJsonString() ?? "null"} in the Book",
        };
}
