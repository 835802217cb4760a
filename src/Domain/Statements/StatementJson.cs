using System.Text.Json.Nodes;

namespace Openbook.Domain;

/// <summary>The statement as JSON, in the form that other programs rely on. Amounts are pence, in fields that say so.</summary>
public static class StatementJson
{
    /// <summary>The whole statement.</summary>
    /// <param name="statement">The statement.</param>
    /// <param name="only">One partner's alone, or null for all.</param>
    public static JsonObject Of(Statement statement, string? only = null)
    {
        ArgumentNullException.ThrowIfNull(statement);
        var json = WithoutHead(statement, only);
        json.Insert(4, "head", HeadOf(statement));
        return json;
    }

    /// <summary>The digest that a closing entry carries: of the canonical statement of all partners, without its head.</summary>
    public static string Sha256(Statement statement)
    {
        ArgumentNullException.ThrowIfNull(statement);
        return CanonicalJson.Sha256(WithoutHead(statement with { IsClosed = true }, null));
    }

    private static JsonObject HeadOf(Statement statement) =>
        new()
        {
            ["entry"] = statement.Head.Entry,
            ["hash"] = statement.Head.Hash,
            ["earlier"] = new JsonArray([
                .. statement.Earlier.Select(item => new JsonObject
                {
                    ["period"] = item.Period.ToString(),
                    ["entry"] = item.Head.Entry,
                    ["hash"] = item.Head.Hash,
                }),
            ]),
        };

    private static JsonObject WithoutHead(Statement statement, string? only) =>
        new()
        {
            ["book"] = statement.Book,
            ["period"] = statement.Period.ToString(),
            ["status"] = statement.IsClosed ? "closed" : "open",
            ["rules"] = statement.Rules,
            ["partners"] = new JsonArray([
                .. statement
                    .Partners.Where(partner => only is null || partner.Figures.Partner == only)
                    .Select(OfPartner),
            ]),
        };

    private static JsonObject OfPartner(PartnerStatement partner) =>
        new()
        {
            ["partner"] = partner.Figures.Partner,
            ["number"] = partner.Number,
            ["lines"] = new JsonArray([.. partner.Lines.Select(OfLine)]),
            ["share_pence"] = partner.Figures.SharePence,
            ["paid_pence"] = partner.Figures.PaidPence,
            ["balance_pence"] = partner.Figures.BalancePence,
            ["brought_forward_pence"] = partner.Figures.BroughtForwardPence,
            ["settled_pence"] = partner.Figures.SettledPence,
            ["carried_forward_pence"] = partner.Figures.CarriedForwardPence,
        };

    private static JsonObject OfLine(StatementLine line)
    {
        var weights = new JsonObject();
        foreach (var item in line.Pool.Weights.Of)
        {
            weights[item.Partner] = item.Weight.ToString();
        }
        return new JsonObject
        {
            ["service"] = line.Pool.Key.Service,
            ["overhead"] = line.Pool.Key.Overhead,
            ["customer"] = line.Pool.Key.Customer,
            ["for_month"] = line.Pool.Key.ForMonth.ToString(),
            ["kind"] = CostWords.Of(line.Pool.Key.Kind),
            ["true_up"] = line.Pool.IsTrueUp,
            ["basis"] = line.Pool.Weights.Basis,
            ["driver"] = line.Pool.Weights.Driver,
            ["agreement_version"] = line.Pool.Weights.Version,
            ["pool_pence"] = line.Pool.Pence,
            ["weights"] = weights,
            ["exact"] = line.Exact,
            ["carry_before"] = Text.Of(line.Part.CarryBefore),
            ["share_pence"] = line.Part.Pence,
            ["carry_after"] = Text.Of(line.Part.CarryAfter),
        };
    }
}
