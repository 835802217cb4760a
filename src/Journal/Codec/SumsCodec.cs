using System.Text.Json.Nodes;
using Openbook.Domain;

namespace Openbook.Journal;

/// <summary>The sums of a batch as the derived table keeps them.</summary>
internal static class SumsCodec
{
    public static byte[] Write(BatchSums sums) =>
        CanonicalJson.Bytes(
            new JsonObject
            {
                ["absolute_pence"] = sums.AbsolutePence,
                ["reversed"] = new JsonArray([
                    .. sums.Reversed.Select(line => (JsonNode)JsonValue.Create(line.ToString())),
                ]),
                ["sums"] = new JsonArray([
                    .. sums.Sums.Select(sum => new JsonArray(
                        sum.Month.ToString(),
                        sum.Service,
                        CostWords.Of(sum.Kind),
                        sum.PaidBy,
                        sum.Customer,
                        sum.Pence
                    )),
                ]),
            }
        );

    public static BatchSums Read(byte[] bytes)
    {
        var from = new JsonReading(JsonNode.Parse(bytes), "The sums");
        var sums = ((JsonArray)from.Node("sums")!).Select(ReadSum).ToEquatableList();
        var reversed = from.Texts("reversed").Select(ReadLine).ToEquatableList();
        return new BatchSums(sums, reversed, from.Number("absolute_pence"));
    }

    private static BatchSum ReadSum(JsonNode? node)
    {
        var row = (JsonArray)node!;
        return new BatchSum(
            JsonReading.ToMonth(row[0]!.GetValue<string>(), "month"),
            row[1]!.GetValue<string>(),
            CostWords.TryKind(row[2]!.GetValue<string>(), out var kind) ? kind : throw new FormatException("kind"),
            row[3]!.GetValue<string>(),
            row[4]?.GetValue<string>(),
            row[5]!.GetValue<long>()
        );
    }

    private static LineRef ReadLine(string text) =>
        LineRef.TryParse(text, out var line) ? line : throw new FormatException("reversed");
}
