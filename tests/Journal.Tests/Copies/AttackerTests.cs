using System.Text.Json.Nodes;

namespace Openbook.Journal.Tests.Copies;

/// <summary>
/// Somebody with the disk changes an entry and works out every later hash anew. The Book is sound in itself; only a partner's
/// copy, or a statement it was sent, can tell.
/// </summary>
public sealed class AttackerTests
{
    [Theory, EveryStore]
    public void Trillian_2775_a_history_rewritten_with_all_later_hashes_is_found_by_a_partners_copy(string store)
    {
        using var home = AHome.WithSmallBook(store);
        using var folder = new TempFolder();
        var copy = ExportAndRestoreTests.Export(home, folder);
        var statement = folder.At("october.json");
        using (var opened = home.Open())
        {
            var state = BookLoader.Load(opened, Clerk.Abc).State;
            var closed = Statement.Of(state, state.Closed[0].Period).Value;
            File.WriteAllText(statement, StatementJson.Of(closed).ToJsonString());
        }
        Rewrite(home, entry: 3, json => json["fact"]!["body"] = "Executive");
        home.MustBeSound(SmallStory.Entries);
        using var after = home.Open();
        var againstCopy = CopyCheck.Against(after, Clerk.Abc, copy).Value;
        Assert.False(againstCopy.Agrees);
        Assert.Equal(3, againstCopy.Entry);
        var againstStatement = CopyCheck.Against(after, Clerk.Abc, statement).Value;
        Assert.False(againstStatement.Agrees);
        Assert.Equal(8, againstStatement.Entry);
    }

    [Theory, EveryStore]
    public void A_copy_of_an_earlier_day_agrees_and_says_how_many_entries_came_since(string store)
    {
        using var home = AHome.WithSmallBook(store);
        using var folder = new TempFolder();
        var copy = ExportAndRestoreTests.Export(home, folder);
        using var opened = home.Open();
        Came.Done(Again(opened));
        var report = CopyCheck.Against(opened, Clerk.Abc, copy).Value;
        Assert.True(report.Agrees);
        Assert.Contains("this Book has 1 entry more", report.What, StringComparison.Ordinal);
    }

    private static Outcome<Recorded> Again(IStore store) =>
        new Clerk(store, new AClock()).Counts("again.csv", SmallStory.Devices("2016-12-31", 1, 2, 3));

    private static void Rewrite(IStoreHome home, int entry, Action<JsonNode> change)
    {
        List<EntryRow> rows;
        using (var store = home.Open())
        {
            rows = [.. store.Entries(Clerk.Abc, 0)];
        }
        using var raw = home.Raw();
        var previous = BookState.NoHash;
        foreach (var (number, bytes) in rows)
        {
            var json = JsonNode.Parse(bytes)!.AsObject();
            if (number == entry)
            {
                change(json);
            }
            json["previous"] = previous;
            json.Remove("hash");
            previous = CanonicalJson.Sha256(json);
            json["hash"] = previous;
            Assert.Equal(
                1,
                raw.Run(
                    "UPDATE entries SET bytes = @bytes WHERE book = @book AND number = @number",
                    ("@bytes", CanonicalJson.Bytes(json)),
                    ("@book", Clerk.Abc),
                    ("@number", number)
                )
            );
        }
    }
}
