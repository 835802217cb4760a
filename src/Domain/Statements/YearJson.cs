using System.Text.Json.Nodes;

namespace Openbook.Domain;

/// <summary>The closed periods of a year added up, as JSON. Amounts are pence, in fields that say so.</summary>
public static class YearJson
{
    /// <summary>The year.</summary>
    /// <param name="year">The year.</param>
    /// <param name="only">One partner's alone, or null for all.</param>
    public static JsonObject Of(YearStatement year, string? only = null)
    {
        ArgumentNullException.ThrowIfNull(year);
        return new JsonObject
        {
            ["book"] = year.Book,
            ["year"] = year.Year.ToString(),
            ["periods"] = new JsonArray([
                .. year.Periods.Select(period => (JsonNode)JsonValue.Create(period.ToString())),
            ]),
            ["head"] = new JsonObject { ["entry"] = year.Head.Entry, ["hash"] = year.Head.Hash },
            ["partners"] = new JsonArray([
                .. year.Partners.Where(partner => only is null || partner.Partner == only).Select(Of),
            ]),
        };
    }

    private static JsonObject Of(PartnerYear partner) =>
        new()
        {
            ["partner"] = partner.Partner,
            ["lines"] = new JsonArray([
                .. partner.Lines.Select(line => new JsonObject
                {
                    ["service"] = line.Service,
                    ["overhead"] = line.Overhead,
                    ["customer"] = line.Customer,
                    ["kind"] = CostWords.Of(line.Kind),
                    ["share_pence"] = line.SharePence,
                }),
            ]),
            ["share_pence"] = partner.SharePence,
            ["paid_pence"] = partner.PaidPence,
            ["balance_pence"] = partner.BalancePence,
            ["brought_forward_pence"] = partner.BroughtForwardPence,
            ["settled_pence"] = partner.SettledPence,
            ["carried_forward_pence"] = partner.CarriedForwardPence,
        };
}
