namespace Openbook.Journal.Tests.Withheld;

/// <summary>Words that were withheld are gone, and everything that was worked out from the figures stays as it was.</summary>
public sealed class WithholdTests
{
    [Theory]
    [EveryStore("L-1")]
    [EveryStore("L-7")]
    [EveryStore("6#9")]
    public void A_book_still_verifies_and_its_statements_stay_as_they_were(string store, string line)
    {
        using var home = AHome.WithOctober(store);
        Came.Done(home.With("2016-11-02", clerk => clerk.Close("2016-10")));
        var before = home.Figures();
        Came.Done(home.With("2016-11-03", clerk => clerk.Withhold(line)));
        home.MustBeSound(9);
        Assert.Equal(before, home.Figures());
        DropDerived(home);
        home.MustBeSound(9);
        Assert.Equal(before, home.Figures());
    }

    [Theory, EveryStore]
    public void Only_the_words_of_that_line_are_gone(string store)
    {
        using var home = AHome.WithOctober(store);
        var before = home.Lines(6);
        Came.Done(home.With("2016-11-03", clerk => clerk.Withhold("L-2")));
        Assert.Equal(before.Select(line => line.LineId == "L-2" ? line with { Words = null } : line), home.Lines(6));
    }

    [Theory, EveryStore]
    public void The_working_shows_the_figures_and_that_words_are_withheld(string store)
    {
        using var home = AHome.WithOctober(store);
        Came.Done(home.With("2016-11-03", clerk => clerk.Withhold("L-1")));
        using var opened = home.Open();
        var state = BookLoader.Load(opened, Clerk.Abc).State;
        var explained = ExplainShare.Of(state, In.Period("2016-10"), "ash", "networks", new StoredLines(opened, state));
        var step = Assert.Single(All(explained.Value), step => step.Line == new LineRef(6, 2));
        Assert.Equal(10_001, step.Pence);
        Assert.Contains("words withheld", step.Title, StringComparison.Ordinal);
        Assert.DoesNotContain("Wire", explained.Value.ToJson().ToJsonString(), StringComparison.Ordinal);
    }

    [Theory, EveryStore]
    public void Income_of_a_listed_customer_stays_in_its_pool(string store)
    {
        using var home = AHome.WithOctober(store);
        Came.Done(home.With("2016-11-03", clerk => clerk.Withhold("L-7")));
        DropDerived(home);
        using var opened = home.Open();
        var state = BookLoader.Load(opened, Clerk.Abc).State;
        var statement = Statement.Of(state, In.Period("2016-10")).Value;
        var museum = statement
            .Partners.SelectMany(partner => partner.Lines.Select(line => (partner.Figures.Partner, line)))
            .Where(item => item.line.Pool.Key.Customer == "museum");
        var (partner, line) = Assert.Single(museum);
        Assert.Equal(("ash", -40_000L), (partner, line.Part.Pence));
    }

    [Theory, EveryStore]
    public void A_line_is_withheld_once(string store)
    {
        using var home = AHome.WithOctober(store);
        Came.Done(home.With("2016-11-03", clerk => clerk.Withhold("L-1")));
        Came.Refused(home.With("2016-11-03", clerk => clerk.Withhold("L-1")), Refuse.WithheldAlready);
        home.MustBeSound(8);
    }

    [Theory, EveryStore]
    public void A_withheld_line_is_known_again_by_its_figures_and_can_be_corrected(string store)
    {
        using var home = AHome.WithOctober(store);
        Came.Done(home.With("2016-11-03", clerk => clerk.Withhold("L-7")));
        var more = SmallStory.October + "L-99,2016-10-12,,,apps,,1.00,,ash,,,New,,,\n";
        var onlyWithIds = string.Concat(more.Split('\n').Where(row => !row.StartsWith(',')).Select(row => row + "\n"));
        var entry = Came.Done(home.With("2016-11-04", clerk => clerk.Costs("again.csv", onlyWithIds, skipKnown: true)));
        Assert.Equal((1, 7), (((CostsRecorded)entry.Fact).Count, ((CostsRecorded)entry.Fact).Skipped));
        var change = new LineChange(Amount: new Money(50_000));
        Came.Done(home.With("2016-11-05", clerk => clerk.Correct("L-7", change)));
        // The customer stays with the right line, or the income would be shared otherwise.
        Assert.Equal(["museum", "museum"], home.Lines(10).Select(line => line.Words!.Supplier));
        home.MustBeSound(10);
    }

    [Theory, EveryStore]
    public void Words_that_are_gone_though_no_entry_withholds_them_are_found(string store)
    {
        using var home = AHome.WithOctober(store);
        using var other = home.Copy();
        Came.Done(other.With("2016-11-03", clerk => clerk.Withhold("L-1")));
        home.Put(6, other.Blocks(6)[0]);
        Assert.Contains("6#2 are gone", home.MustBeDamagedAt(6).What, StringComparison.Ordinal);
    }

    [Theory, EveryStore]
    public void Words_that_are_still_there_though_an_entry_withholds_them_are_found(string store)
    {
        using var home = AHome.WithOctober(store);
        var before = home.Blocks(6)[0];
        Came.Done(home.With("2016-11-03", clerk => clerk.Withhold("L-1")));
        var after = home.Blocks(6)[0];
        home.Put(6, before);
        Assert.Contains("still there", home.MustBeDamagedAt(6).What, StringComparison.Ordinal);
        home.Put(6, after with { Salts = before.Salts });
        Assert.Contains("salt", home.MustBeDamagedAt(6).What, StringComparison.Ordinal);
        home.Put(6, after);
        home.MustBeSound(8);
    }

    private static void DropDerived(IStoreHome home)
    {
        using var raw = home.Raw();
        foreach (var table in home.Tables().Where(table => table.Name.StartsWith("derived_", StringComparison.Ordinal)))
        {
            raw.Run($"DELETE FROM {table.Name}");
        }
    }

    private static IEnumerable<Explanation> All(Explanation step) => step.Parts.SelectMany(All).Prepend(step);
}
