using System.Text;

namespace Openbook.Journal.Tests.Copies;

/// <summary>A Book comes back from its export as it was, or not at all.</summary>
public sealed class RestoreTests
{
    [Theory, EveryStore]
    public void A_restored_book_has_the_same_bytes_lines_and_statements_and_exports_the_same(string store)
    {
        using var home = AHome.WithSmallBook(store);
        using var copy = new ACopy(home);
        using var other = StoreHomes.Make(store);
        var report = Restored(other, copy.Path).Value;
        Assert.Equal((SmallStory.Entries, 2), (report.Entries, report.Closed));
        other.MustBeSound(SmallStory.Entries);
        Assert.Equal(Entries(home), Entries(other));
        Assert.Equal(home.Statements(), other.Statements());
        foreach (var entry in new[] { 6, 9, 10, 18 })
        {
            Assert.Equal(home.Lines(entry), other.Lines(entry));
        }
        using var again = new ACopy(other);
        Assert.Equal(copy.Bytes, again.Bytes);
    }

    [Theory, EveryStore]
    public void A_restored_book_goes_on_as_the_first_would(string store)
    {
        using var home = AHome.WithSmallBook(store);
        using var copy = new ACopy(home);
        using var other = StoreHomes.Make(store);
        Assert.True(Restored(other, copy.Path).IsDone);
        Assert.True(other.With("2016-12-06", clerk => clerk.New(TheAgreement.First, key: "new-1")).Value.Repeated);
        foreach (var at in new[] { home, other })
        {
            Came.Done(at.With("2017-01-02", clerk => clerk.Close("2016-12")));
            at.MustBeSound(SmallStory.Entries + 1);
        }
        Assert.Equal(Entries(home), Entries(other));
    }

    [Theory, EveryStore]
    public void An_export_made_after_words_were_withheld_holds_and_brings_back_none(string store)
    {
        using var home = AHome.WithSmallBook(store);
        using var copy = new ACopy(home);
        Assert.All(
            copy.Files(),
            file =>
                Assert.DoesNotContain(
                    SmallStory.GonePerson,
                    Encoding.UTF8.GetString(file.Bytes),
                    StringComparison.Ordinal
                )
        );
        using var other = StoreHomes.Make(store);
        Assert.True(Restored(other, copy.Path).IsDone);
        Assert.Equal([8, 9], other.Lines(6).Where(line => line.Words is null).Select(line => line.Ref.Row));
        using var opened = other.Open();
        Assert.DoesNotContain(
            SmallStory.GonePerson,
            Encoding.UTF8.GetString(opened.Sums(Clerk.Abc, 6)!),
            StringComparison.Ordinal
        );
    }

    [Theory, EveryStore]
    public void A_book_is_not_restored_over_one_that_is_there_nor_under_another_code(string store)
    {
        using var home = AHome.WithSmallBook(store);
        using var copy = new ACopy(home);
        Came.Refused(Restored(home, copy.Path), Refuse.BookExists);
        home.MustBeSound(SmallStory.Entries);
        Came.Refused(Restored(home, copy.Path, "xyz"), Refuse.CopyDamaged);
        home.MustBeSound(SmallStory.Entries);
        using var opened = home.Open();
        Assert.Equal([Clerk.Abc], opened.Books());
    }

    [Theory, EveryStore]
    public void A_file_that_is_not_there_is_named(string store)
    {
        using var home = StoreHomes.Make(store);
        using var folder = new TempFolder();
        var refused = Restored(home, folder.At("no.zip"));
        Came.Refused(refused, Refuse.FileUnreadable);
        Assert.Contains("no.zip", refused.Refusals[0].ToString(), StringComparison.Ordinal);
    }

    private static Outcome<VerifyReport> Restored(IStoreHome home, string path, string book = Clerk.Abc)
    {
        using var store = home.Open();
        return Restore.From(store, book, path, TheAgreement.Reread);
    }

    private static List<string> Entries(IStoreHome home)
    {
        using var store = home.Open();
        return [.. store.Entries(Clerk.Abc, after: 0).Select(row => Encoding.UTF8.GetString(row.Bytes))];
    }
}
