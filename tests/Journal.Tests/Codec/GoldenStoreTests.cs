using System.Text;

namespace Openbook.Journal.Tests.Codec;

/// <summary>
/// A store as an earlier Openbook wrote it, with every kind of fact, two withheld lines and two closed months: it opens, says
/// the same and verifies. (immudb examples 24: client and server of different versions fail to verify.)
/// </summary>
public sealed class GoldenStoreTests
{
    // Drafts came later: the kept Book is the small story without the four entries about them.
    private const int Entries = SmallStory.Entries - 4;
    private static readonly string[] LaterKinds =
    [
        DraftIssued.StoredKind,
        DraftAccepted.StoredKind,
        LineQueried.StoredKind,
        QueryAnswered.StoredKind,
    ];

    private const string File = "store-v1/openbook.db";
    private const string Statements = "store-v1/statements.jsonl";

    public GoldenStoreTests()
    {
        if (!Golden.IsMaking || System.IO.File.Exists(Golden.At(File)))
        {
            return;
        }
        using var home = (SqliteHome)AHome.WithSmallBook("sqlite");
        Golden.MakeOnce(Statements, () => Encoding.UTF8.GetBytes(home.Statements()));
        Golden.MakeOnce(File, () => System.IO.File.ReadAllBytes(home.File));
    }

    [Fact]
    public void A_kept_store_opens_says_the_same_and_verifies()
    {
        using var home = Copied();
        home.MustBeSound(Entries);
        Assert.Equal(System.IO.File.ReadAllText(Golden.At(Statements)), home.Statements());
        using var raw = home.Raw();
        Assert.Equal(1L, raw.Query("PRAGMA user_version", row => (long)row[0])[0]);
    }

    [Fact]
    public void A_kept_store_holds_every_kind_of_fact_withheld_lines_and_closed_months()
    {
        using var home = Copied();
        using var store = home.Open();
        var loaded = BookLoader.Load(store, Clerk.Abc);
        Assert.Equal(
            FactCodec.Kinds.Except(LaterKinds).Order(),
            loaded.Entries.Select(stored => stored.Entry.Fact.Kind).Distinct().Order()
        );
        Assert.Equal(2, loaded.State.Closed.Count);
        Assert.Equal(["6#8", "6#9"], loaded.State.Withheld.Keys.Select(line => line.ToString()).Order());
        Assert.Null(new StoredLines(store, loaded.State).FindByName("6#9")!.Words);
    }

    [Fact]
    public void A_kept_store_goes_on()
    {
        using var home = Copied();
        Assert.True(home.With("2017-01-02", clerk => clerk.New(TheAgreement.First, key: "new-1")).Value.Repeated);
        Came.Done(home.With("2017-01-02", clerk => clerk.Correct("N-2", new LineChange(Amount: new Money(7007_00)))));
        Came.Done(home.With("2017-01-02", clerk => clerk.Withhold("N-4")));
        Came.Done(home.With("2017-01-02", clerk => clerk.Close("2016-12")));
        home.MustBeSound(Entries + 3);
    }

    [Fact]
    public void A_kept_store_is_small_and_holds_no_withheld_words()
    {
        var bytes = System.IO.File.ReadAllBytes(Golden.At(File));
        Assert.True(bytes.Length < 200_000, $"It has {bytes.Length} bytes.");
        Assert.True(bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(SmallStory.GonePerson)) < 0);
    }

    private static SqliteHome Copied()
    {
        var home = new SqliteHome();
        System.IO.File.Copy(Golden.At(File), home.File);
        return home;
    }
}
