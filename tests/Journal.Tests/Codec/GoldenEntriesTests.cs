using System.Text;
using System.Text.Json;

namespace Openbook.Journal.Tests.Codec;

/// <summary>Entries as they were first written are read for ever and written the same.</summary>
public sealed class GoldenEntriesTests
{
    [Fact]
    public void The_bytes_of_every_kind_of_entry_are_those_that_are_kept()
    {
        Assert.Equal(
            GoldenEntries.Kept().Select(Encoding.UTF8.GetString),
            GoldenEntries.Sealed().Select(stored => Encoding.UTF8.GetString(stored.Bytes))
        );
    }

    [Fact]
    public void Kept_entries_are_read_to_what_was_written_and_written_again_to_the_same_bytes()
    {
        var previous = BookState.NoHash;
        foreach (var (bytes, expected) in GoldenEntries.Kept().Zip(GoldenEntries.Sealed()))
        {
            var stored = EntryCodec.Open(bytes, expected.Entry.Number, previous);
            Assert.Equal(expected.Entry, stored.Entry);
            Assert.Equal(expected.Request, stored.Request);
            Assert.Equal(bytes, EntryCodec.Seal(stored.Entry with { Hash = "" }, stored.Request).Bytes);
            Assert.True(EntryCodec.IsCanonical(bytes));
            previous = stored.Entry.Hash;
        }
    }

    [Fact]
    public void Kept_entries_prove_themselves_without_the_program()
    {
        var previous = new string('0', 64);
        foreach (var bytes in GoldenEntries.Kept())
        {
            using var json = JsonDocument.Parse(bytes);
            Assert.Equal(Encoding.UTF8.GetString(bytes), Hand.Canonical(json.RootElement));
            Assert.Equal(Hand.HashOf(json.RootElement), json.RootElement.GetProperty("hash").GetString());
            Assert.Equal(previous, json.RootElement.GetProperty("previous").GetString());
            previous = json.RootElement.GetProperty("hash").GetString();
        }
    }

    [Fact]
    public void Every_kind_of_fact_is_kept_with_and_without_what_may_be_left_out()
    {
        var entries = GoldenEntries.Sealed();
        Assert.Equal(FactCodec.Kinds.Order(), entries.Select(stored => stored.Entry.Fact.Kind).Distinct().Order());
        Assert.All(
            entries.GroupBy(stored => stored.Entry.Fact.Kind),
            kind =>
            {
                Assert.Contains(kind, stored => stored.Request is not null);
                Assert.Contains(kind, stored => stored.Request is null);
                Assert.Contains(kind, stored => stored.Entry.Reason is not null);
                Assert.Contains(kind, stored => stored.Entry.Reason is null);
            }
        );
        Assert.Contains(entries, stored => stored.Entry.Authority is not null);
        Assert.Contains(entries, stored => stored.Entry.Corrects is not null);
    }

    [Fact]
    public void Every_fact_that_there_is_has_a_stored_kind_of_its_own()
    {
        var facts = typeof(Fact).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Fact))).ToList();
        Assert.Equal(facts.Count, FactCodec.Kinds.Distinct().Count());
        Assert.All(
            facts,
            type => Assert.Contains((string)type.GetField("StoredKind")!.GetValue(null)!, FactCodec.Kinds)
        );
    }
}
