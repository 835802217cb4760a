using System.Text.Json.Nodes;

namespace Openbook.Domain.Tests.Given;

/// <summary>All statements of a Book as text, so that two Books can be compared whole.</summary>
public static class Figures
{
    /// <summary>Every closed and open statement without its head, one a line; of an open one that is refused, why.</summary>
    public static IReadOnlyList<string> AllStatements(this ABook book)
    {
        ArgumentNullException.ThrowIfNull(book);
        var closed = book.State.Closed.Select(item => Statement.Of(book.State, item.Period).Value).Select(Text);
        var open = book.OpenPeriods.Select(period => book.Look(period)).Select(TextOrRefusal);
        return [.. closed, .. open];
    }

    /// <summary>A statement without its head.</summary>
    public static string Text(Statement statement) => Json(statement).ToJsonString();

    /// <summary>A statement without its head, as JSON.</summary>
    public static JsonObject Json(Statement statement)
    {
        var json = StatementJson.Of(statement);
        json.Remove("head");
        return json;
    }

    /// <summary>Every number of every closed and open statement, in order, weights left out.</summary>
    public static IReadOnlyList<string> AllNumbers(this ABook book, bool negated = false)
    {
        ArgumentNullException.ThrowIfNull(book);
        var closed = book.State.Closed.Select(item => Statement.Of(book.State, item.Period).Value);
        var open = book
            .OpenPeriods.Select(period => book.Look(period))
            .Where(look => look.IsDone)
            .Select(look => look.Value);
        return [.. closed.Concat(open).Select(statement => Numbers(statement, negated ? -1 : 1))];
    }

    private static string TextOrRefusal(Outcome<Statement> look) =>
        look.IsDone
            ? Text(look.Value)
            : string.Join(' ', look.Refusals.Select(refusal => refusal.Code.Code).Distinct().Order());

    private static string Numbers(Statement statement, int sign) =>
        $"{statement.Period}: "
        + string.Join(
            "; ",
            statement.Partners.Select(partner =>
                $"{partner.Figures.Partner} {sign * partner.Figures.SharePence} {sign * partner.Figures.PaidPence} "
                + $"{sign * partner.Figures.BroughtForwardPence} {sign * partner.Figures.SettledPence} "
                + $"{sign * partner.Figures.CarriedForwardPence} {sign * partner.Figures.CarryAfter} "
                + string.Join(' ', partner.Lines.Select(line => Numbers(line, sign)))
            )
        );

    private static string Numbers(StatementLine line, int sign) =>
        $"[{line.Pool.Key.Service} {line.Pool.Key.ForMonth} {line.Pool.Key.Kind} {line.Pool.IsTrueUp} "
        + $"{sign * line.Pool.Pence} {Signed(line.Exact, sign)} {sign * line.Part.CarryBefore} {sign * line.Part.Pence}]";

    private static string Signed(string exact, int sign) =>
        sign > 0 || exact.Trim('-').All(c => c is '0' or '.') ? exact
        : exact.StartsWith('-') ? exact[1..]
        : "-" + exact;
}
