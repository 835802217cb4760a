using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Openbook.Journal.Tests.Codec;

/// <summary>
/// Entries whose hash fits and whose form does not: somebody who can work out hashes writes no entry that two programs could
/// read differently.
/// </summary>
public sealed class EntryRefusalTests
{
    private static readonly IReadOnlyList<string> Kept = [.. GoldenEntries.Kept().Select(Encoding.UTF8.GetString)];

    [Fact]
    public void Whatever_member_is_missing_renamed_added_or_of_another_type_is_refused()
    {
        var accepted = new List<string>();
        var tried = 0;
        foreach (var (json, number) in Kept.Select((json, i) => (json, i + 1)))
        {
            foreach (var (what, changed) in Mutations(json))
            {
                tried++;
                if (IsAccepted(Hand.Rehashed(changed), number))
                {
                    accepted.Add($"entry {number}: {what}");
                }
            }
        }
        Assert.True(tried > 2000, $"Only {tried} changes were tried.");
        Assert.Empty(accepted);
    }

    [Theory]
    [InlineData("\"number\":5", "\"number\":5.0")]
    [InlineData("\"number\":5", "\"number\":5e0")]
    [InlineData("\"number\":5", "\"number\":05")]
    [InlineData("\"number\":5", "\"number\":\"5\"")]
    [InlineData("\"number\":5", "\"number\":4294967301")]
    [InlineData("\"total_pence\":299443", "\"total_pence\":9007199254740992")]
    [InlineData("\"total_pence\":299443", "\"total_pence\":-9007199254740992")]
    [InlineData("\"total_pence\":299443", "\"total_pence\":9223372036854775808")]
    [InlineData("\"total_pence\":299443", "\"total_pence\":-0")]
    [InlineData("\"total_pence\":299443", "\"total_pence\":299443.5")]
    [InlineData("\"skipped\":0", "\"skipped\":2147483648")]
    [InlineData("\"by\":\"ash\"", "\"by\":\"\\ud800\"")]
    [InlineData("\"by\":\"ash\"", "\"by\":\"\\udc00\\ud800\"")]
    [InlineData("\"by\":\"ash\"", "\"by\":\"\\u0061sh\"")]
    [InlineData("\"by\":\"ash\"", "\"by\":\"ash\",\"by\":\"ash\"")]
    [InlineData("\"skipped\":0", "\"skipped\":0,\"skipped\":1")]
    [InlineData("\"name\":\"october.csv\"", "\"name\":\"october.csv\",\"n\\u0061me\":\"other.csv\"")]
    [InlineData("\"by\":\"ash\"", "\"by\": \"ash\"")]
    [InlineData("\"by\":\"ash\"", "\"by\":\"ash\",\"zz\":1")]
    [InlineData("T09:00:01Z", "T09:00:01.5Z")]
    [InlineData("T09:00:01Z", "T09:00:01+00:00")]
    [InlineData("T09:00:01Z", "T24:00:00Z")]
    [InlineData("\"effective\":\"2016-10-01\"", "\"effective\":\"2016-02-30\"")]
    [InlineData("\"corrects\":4", "\"corrects\":4.5")]
    public void A_value_in_another_form_is_refused(string from, string to)
    {
        var json = Kept[4];
        Assert.Contains(from, json, StringComparison.Ordinal);
        var changed = json.Replace(from, to, StringComparison.Ordinal);
        Assert.False(IsAccepted(Hand.Rehashed(changed), 5));
    }

    [Fact]
    public void A_correction_without_a_reason_is_refused()
    {
        var entry = GoldenEntries.Sealed()[4].Entry;
        foreach (var reason in new[] { null, "", "  " })
        {
            var stored = EntryCodec.Seal(entry with { Reason = reason }, null);
            Assert.Throws<BookDamagedException>(() => EntryCodec.Open(stored.Bytes, 5, entry.Previous));
        }
    }

    [Fact]
    public void An_unknown_kind_stops_the_program_and_says_that_a_newer_one_wrote_it()
    {
        var changed = Kept[4]
            .Replace("\"kind\":\"costs-recorded\"", "\"kind\":\"costs-recorded-2\"", StringComparison.Ordinal);
        var fault = Assert.Throws<StoreException>(() => Open(Hand.Rehashed(changed), 5));
        Assert.Contains("costs-recorded-2", fault.Message, StringComparison.Ordinal);
        Assert.Contains("newer Openbook", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Half_characters_and_numbers_that_json_does_not_carry_are_never_written()
    {
        var entry = GoldenEntries.Sealed()[4].Entry;
        var costs = (CostsRecorded)entry.Fact;
        Assert.Throws<FormatException>(() => EntryCodec.Seal(entry with { Reason = "\ud800" }, null));
        Assert.Throws<FormatException>(() => EntryCodec.Seal(entry with { Actor = "x\udc00" }, null));
        foreach (var pence in new[] { Money.Largest + 1, -Money.Largest - 1, long.MinValue })
        {
            Assert.Throws<FormatException>(() =>
                EntryCodec.Seal(entry with { Fact = costs with { TotalPence = pence } }, null)
            );
        }
    }

    [Fact]
    public void Another_number_another_entry_before_and_another_hash_are_told_apart()
    {
        var bytes = Encoding.UTF8.GetBytes(Kept[4]);
        var previous = GoldenEntries.Sealed()[4].Entry.Previous;
        var wrongHash = Encoding.UTF8.GetBytes(
            Kept[4].Replace("\"by\":\"ash\"", "\"by\":\"elm\"", StringComparison.Ordinal)
        );
        Assert.Contains("number", Damage(bytes, 6, previous), StringComparison.Ordinal);
        Assert.Contains("does not follow", Damage(bytes, 5, BookState.NoHash), StringComparison.Ordinal);
        Assert.Contains("was changed", Damage(wrongHash, 5, previous), StringComparison.Ordinal);
    }

    private static string Damage(byte[] bytes, int number, string previous)
    {
        var fault = Assert.Throws<BookDamagedException>(() => EntryCodec.Open(bytes, number, previous));
        Assert.Equal(number, fault.Entry);
        return fault.Message;
    }

    // Accepted, and not what the program itself would have written.
    private static bool IsAccepted(byte[] bytes, int number)
    {
        try
        {
            var stored = Open(bytes, number);
            return EntryCodec.IsCanonical(bytes)
                && !EntryCodec.Seal(stored.Entry, stored.Request).Bytes.AsSpan().SequenceEqual(bytes);
        }
        catch (Exception fault) when (fault is BookDamagedException or StoreException)
        {
            return false;
        }
    }

    private static StoredEntry Open(byte[] bytes, int number) =>
        EntryCodec.Open(bytes, number, number == 1 ? BookState.NoHash : GoldenEntries.Sealed()[number - 2].Entry.Hash);

    private static IEnumerable<(string What, string Json)> Mutations(string json)
    {
        foreach (var path in Objects(JsonNode.Parse(json)!, ""))
        {
            foreach (var name in At(JsonNode.Parse(json)!, path).Select(member => member.Key).ToList())
            {
                if (path.Length == 0 && name == "hash")
                {
                    continue;
                }
                yield return ($"{path}/{name} missing", With(json, path, it => it.Remove(name)));
                yield return ($"{path}/{name} renamed", With(json, path, it => Rename(it, name)));
                foreach (var other in new JsonNode?[] { null, 1, "x", true, new JsonArray(), new JsonObject() })
                {
                    yield return (
                        $"{path}/{name} = {other?.ToJsonString() ?? "null"}",
                        With(json, path, it => it[name] = other?.DeepClone())
                    );
                }
            }
            yield return ($"{path}/extra", With(json, path, it => it["extra"] = 1));
        }
    }

    private static void Rename(JsonObject from, string name)
    {
        var value = from[name]?.DeepClone();
        from.Remove(name);
        from[name.ToUpperInvariant()] = value;
    }

    private static string With(string json, string path, Action<JsonObject> change)
    {
        var root = JsonNode.Parse(json)!;
        change(At(root, path));
        using var document = JsonDocument.Parse(root.ToJsonString());
        return Hand.Canonical(document.RootElement);
    }

    private static JsonObject At(JsonNode root, string path) =>
        (JsonObject)
            path.Split('/', StringSplitOptions.RemoveEmptyEntries)
                .Aggregate(
                    root,
                    (node, step) =>
                        (node is JsonArray list ? list[int.Parse(step, CultureInfo.InvariantCulture)] : node[step])!
                );

    // The paths of all objects within.
    private static IEnumerable<string> Objects(JsonNode node, string path) =>
        node switch
        {
            JsonObject members =>
            [
                path,
                .. members
                    .Where(pair => pair.Value is not null)
                    .SelectMany(pair => Objects(pair.Value!, $"{path}/{pair.Key}")),
            ],
            JsonArray items => items.SelectMany((item, i) => Objects(item!, $"{path}/{i}")),
            _ => [],
        };
}
