using System.Text;

namespace Openbook.Journal.Tests.Codec;

/// <summary>
/// A store as an earlier Openbook wrote it, with every kind of fact, two withheld lines and two closed months: it opens, says
/// the same and verifies. (immudb examples 24: client and server of different versions fail to verify.)
/// </summary>
public sealed class GoldenStoreTests
{
    private const string Newest = "store-v3";

    private static readonly string[] KindsOfDrafts =
    [
        DraftIssued.StoredKind,
        DraftAccepted.StoredKind,
        LineQueried.StoredKind,
        QueryAnswered.StoredKind,
    ];

    public GoldenStoreTests()
    {
        if (!Golden.IsMaking || System.IO.File.Exists(Golden.At(File(Newest))))
        {
            return;
        }
        using var home = (SqliteHome)AHome.WithSmallBook("sqlite");
        Golden.MakeOnce(Statements(Newest), () => Encoding.UTF8.GetBytes(home.Statements()));
        Golden.MakeOnce(File(Newest), () => System.IO.File.ReadAllBytes(home.File));
    }

    // Each landed form of the store. Drafts came after the first: its Book is the small story without the four entries about them.
    public static TheoryData<string, bool> Kept =>
        new()
        {
            { "store-v1", false },
            { "store-v2", true },
            { Newest, true },
        };

    [Theory, MemberData(nameof(Kept))]
    public void A_kept_store_opens_says_the_same_verifies_and_goes_forward(string kept, bool hasDrafts)
    {
        using var home = Copied(kept);
        home.MustBeSound(Entries(hasDrafts));
        Assert.Equal(System.IO.File.ReadAllText(Golden.At(Statements(kept))), home.Statements());
        using var raw = home.Raw();
        Assert.Equal(3L, raw.Query("PRAGMA user_version", row => (long)row[0])[0]);
    }

    [Theory, MemberData(nameof(Kept))]
    public void A_kept_store_holds_every_kind_of_fact_withheld_lines_and_closed_months(string kept, bool hasDrafts)
    {
        using var home = Copied(kept);
        using var store = home.Open();
        var loaded = BookLoader.Load(store, Clerk.Abc);
        Assert.Equal(
            FactCodec.Kinds.Except(hasDrafts ? [] : KindsOfDrafts).Order(),
            loaded.Entries.Select(stored => stored.Entry.Fact.Kind).Distinct().Order()
        );
        Assert.Equal(2, loaded.State.Closed.Count);
        Assert.Equal(["6#8", "6#9"], loaded.State.Withheld.Keys.Select(line => line.ToString()).Order());
        Assert.Null(new StoredLines(store, loaded.State).FindByName("6#9")!.Words);
    }

    [Theory, MemberData(nameof(Kept))]
    public void A_kept_store_goes_on(string kept, bool hasDrafts)
    {
        using var home = Copied(kept);
        Assert.True(home.With("2017-01-02", clerk => clerk.New(TheAgreement.First, key: "new-1")).Value.Repeated);
        Came.Done(home.With("2017-01-02", clerk => clerk.Correct("N-2", new LineChange(Amount: new Money(7007_00)))));
        Came.Done(home.With("2017-01-02", clerk => clerk.Withhold("N-4")));
        Came.Done(home.With("2017-01-02", clerk => clerk.Close("2016-12")));
        home.MustBeSound(Entries(hasDrafts) + 3);
    }

    [Theory]
    [InlineData("store-v1")]
    [InlineData("store-v2")]
    [InlineData(Newest)]
    public void A_kept_store_is_small_and_holds_no_withheld_words(string kept)
    {
        var bytes = System.IO.File.ReadAllBytes(Golden.At(File(kept)));
        Assert.True(bytes.Length < 200_000, $"It has {bytes.Length} bytes.");
        Assert.True(bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(SmallStory.GonePerson)) < 0);
    }

    private static string File(string kept) => $"{kept}/openbook.db";

    private static string Statements(string kept) => $"{kept}/statements.jsonl";

    private static int Entries(bool hasDrafts) => SmallStory.Entries - (hasDrafts ? 0 : 4);

    private static SqliteHome Copied(string kept)
    {
        var home = new SqliteHome();
        System.IO.File.Copy(Golden.At(File(kept)), home.File);
        return home;
    }
}
