using System.Globalization;
using System.Numerics;
using System.Text.Json.Nodes;
using Openbook.Oracle;

namespace Openbook.Journal.Tests.Simulated;

/// <summary>The oracle's statements held against the Book's as it prints them for other programs.</summary>
public static class PrintedStatement
{
    /// <summary>Every figure, line and weight must be the same.</summary>
    public static void MustBe(OracleStatement expected, Statement found)
    {
        ArgumentNullException.ThrowIfNull(expected);
        Assert.Equal(string.Join('\n', Texts(expected)), string.Join('\n', Texts(StatementJson.Of(found))));
    }

    /// <summary>The Book must refuse what the oracle refuses, and say why.</summary>
    public static void MustBeRefused(OracleRefusal expected, IReadOnlyList<Refusal> found)
    {
        ArgumentNullException.ThrowIfNull(expected);
        Assert.Contains(expected.Code, found.Select(refusal => refusal.Code.Code));
    }

    // A partner with no line and nothing but zeros may be printed or not.
    private static IEnumerable<string> Texts(OracleStatement statement) =>
        statement
            .Partners.Where(item =>
                item.Lines.Count > 0 || item.Paid != 0 || item.BroughtForward != 0 || item.CarriedForward != 0
            )
            .SelectMany(item =>
                item.Lines.Select(Text)
                    .Prepend(
                        $"{item.Partner}: {item.Share} {item.Paid} {item.Balance} {item.BroughtForward} {item.Settled} "
                            + $"{item.CarriedForward}"
                    )
            )
            .Prepend($"{statement.Period} {(statement.Closed ? "closed" : "open")}");

    private static IEnumerable<string> Texts(JsonObject statement) =>
        statement["partners"]!
            .AsArray()
            .Select(item => item!.AsObject())
            .Where(item =>
                item["lines"]!.AsArray().Count > 0
                || item["paid_pence"]!.ToString() != "0"
                || item["brought_forward_pence"]!.ToString() != "0"
                || item["carried_forward_pence"]!.ToString() != "0"
            )
            .SelectMany(item =>
                item["lines"]!
                    .AsArray()
                    .Select(line => Text(line!.AsObject()))
                    .Prepend(
                        $"{item["partner"]}: {item["share_pence"]} {item["paid_pence"]} {item["balance_pence"]} "
                            + $"{item["brought_forward_pence"]} {item["settled_pence"]} {item["carried_forward_pence"]}"
                    )
            )
            .Prepend($"{statement["period"]} {statement["status"]}");

    private static string Text(OracleStatementLine line) =>
        $"  {line.Service}/{line.Overhead}/{line.Customer} {OracleMonth.Text(line.ForMonth)} {Kind(line.Kind)} "
        + $"{(line.TrueUp ? "true-up " : "")}of {line.PoolPence} by version {line.AgreementVersion} {Weights(line.Weights)} "
        + $"exact {Cut(line.Exact)} carry {line.CarryBefore} share {line.Share} carry {line.CarryAfter}";

    private static string Text(JsonObject line) =>
        $"  {line["service"]}/{line["overhead"]}/{line["customer"]} {line["for_month"]} {line["kind"]} "
        + $"{(line["true_up"]!.GetValue<bool>() ? "true-up " : "")}of {line["pool_pence"]} by version "
        + $"{line["agreement_version"]} {Weights(line["weights"]!.AsObject())} "
        + $"exact {line["exact"]} carry {line["carry_before"]} share {line["share_pence"]} carry {line["carry_after"]}";

    private static string Kind(OracleKind kind) =>
        kind switch
        {
            OracleKind.Revenue => "revenue",
            OracleKind.Capital => "capital",
            OracleKind.Income => "income",
        };

    private static string Weights(JsonObject weights) =>
        Weights(weights.ToDictionary(item => item.Key, item => OracleRational.Decimal(item.Value!.ToString())));

    private static string Weights(IReadOnlyDictionary<string, OracleRational> weights) =>
        string.Join(
            ' ',
            weights
                .Where(item => item.Value.Sign != 0)
                .OrderBy(item => item.Key, StringComparer.Ordinal)
                .Select(item => $"{item.Key}={item.Value}")
        );

    // Pence with 12 decimals, the rest cut off.
    private static string Cut(OracleRational exact)
    {
        var trillionths = exact.Trillionths();
        var size = BigInteger.Abs(trillionths).ToString("D13", CultureInfo.InvariantCulture);
        return $"{(trillionths.Sign < 0 ? "-" : "")}{size[..^12]}.{size[^12..]}";
    }
}
