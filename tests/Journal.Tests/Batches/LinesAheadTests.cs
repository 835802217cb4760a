using System.Text;
using Openbook.Exchange;

namespace Openbook.Journal.Tests.Batches;

/// <summary>Lines that are written while their file is still being read, before anything is decided on them.</summary>
public sealed class LinesAheadTests(LargeBook large) : IClassFixture<LargeBook>
{
    private const int Batch = 8;
    private const string October = "2016-11-03";

    [Theory, EveryStore]
    public void They_are_stored_as_if_they_had_been_read_first(string store)
    {
        using var ahead = large.Copy(store);
        using var after = AHome.WithOctober(store);
        var read = CostsFile.Read("large.csv", Encoding.UTF8.GetBytes(LargeBook.Csv(1, LargeBook.Lines))).Value;
        Came.Done(after.With("2016-11-02", clerk => clerk.Costs(read)));
        var (one, other) = (ahead.Blocks(Batch), after.Blocks(Batch));
        Assert.Equal(Numbers(other), Numbers(one));
        for (var i = 0; i < one.Count; i++)
        {
            Assert.Equal(other[i].Figures, one[i].Figures);
            Assert.Equal(other[i].Words, one[i].Words);
            Assert.NotEqual(other[i].Salts, one[i].Salts);
        }
        ahead.MustBeSound(Batch);
        after.MustBeSound(Batch);
    }

    [Theory, EveryStore]
    public void They_are_taken_back_and_written_anew_if_some_are_left_out(string store)
    {
        using var home = large.Copy(store);
        var csv = LargeBook.Csv(LargeBook.Lines - 4_000, LargeBook.Lines + 4_000);
        Came.Done(home.With(October, clerk => clerk.Costs("more.csv", csv, skipKnown: true)));
        Assert.Equal([(0, 2048), (1, 1952)], Numbers(home.Blocks(Batch + 1)));
        home.MustBeSound(Batch + 1);
    }

    [Theory, EveryStore]
    public void They_are_taken_back_and_written_anew_if_one_corrects_another(string store)
    {
        using var home = AHome.WithOctober(store);
        var csv =
            "line_id,date,service,amount,paid_by,nature,corrects\n"
            + string.Concat(Enumerable.Range(1, 3_000).Select(i => $"N-{i},2016-10-03,networks,{i}.00,ash,,\n"))
            + "R-1,2016-10-03,networks,-1.00,ash,reversal,N-1\n";
        Came.Done(home.With(October, clerk => clerk.Costs("reversed.csv", csv)));
        home.MustBeSound(Batch);
        Assert.Equal(new LineRef(Batch, 2), home.Lines(Batch)[^1].Corrects);
        Assert.Equal([(0, 2048), (1, 953)], Numbers(home.Blocks(Batch)));
    }

    [Theory, EveryStore]
    public void Nothing_is_left_of_them_if_they_are_refused(string store)
    {
        using var home = large.Copy(store);
        var csv = LargeBook.Csv(LargeBook.Lines + 1, LargeBook.Lines + 5_000) + LargeBook.Csv(7, 7).Split('\n', 2)[1];
        Assert.Contains(
            home.With(October, clerk => clerk.Costs("more.csv", csv)).Refusals,
            item => item.Code == Refuse.LineKnown
        );
        Assert.Empty(home.Blocks(Batch + 1));
        home.MustBeSound(Batch);
    }

    [Theory, EveryStore]
    public void Nothing_is_left_of_them_if_their_file_ends_in_a_fault_and_the_next_act_goes_on(string store)
    {
        using var home = large.Copy(store);
        var csv = LargeBook.Csv(LargeBook.Lines + 1, LargeBook.Lines + 60_000);
        using (var opened = home.Open())
        {
            var journal = new BookJournal(opened, new AClock(), "acct-7f3a");
            var blocks = new List<int>();
            using (
                var ahead = new BookJournal(opened, new AClock(), "acct-7f3a") { LinesWritten = blocks.Add }.WriteAhead(
                    Clerk.Abc
                )
            )
            {
                Assert.False(CostsFile.Read("bad.csv", Encoding.UTF8.GetBytes(csv + "x\n"), ahead).IsDone);
                Assert.NotEmpty(blocks);
            }
            Assert.Empty(opened.Blocks(Clerk.Abc, Batch + 1));
            Assert.Null(journal.WriteAhead("unknown"));
            Came.Done(new Clerk(opened, new AClock()).Costs("good.csv", csv));
        }
        home.MustBeSound(Batch + 1);
    }

    [Theory, EveryStore]
    public void Others_see_nothing_of_them_before_they_are_recorded(string store)
    {
        using var home = large.Copy(store);
        using var opened = home.Open();
        using var other = home.Open();
        var csv = LargeBook.Csv(LargeBook.Lines + 1, LargeBook.Lines + 60_000);
        using var ahead = new BookJournal(opened, new AClock(), "acct-7f3a").WriteAhead(Clerk.Abc);
        Assert.True(CostsFile.Read("more.csv", Encoding.UTF8.GetBytes(csv), ahead).Value.WasTaken);
        Assert.NotEmpty(opened.Blocks(Clerk.Abc, Batch + 1));
        Assert.Empty(other.Blocks(Clerk.Abc, Batch + 1));
        Assert.Empty(Verification.Run(other, Clerk.Abc, TheAgreement.Reread).Damages);
    }

    private static IEnumerable<(int Block, int Count)> Numbers(IEnumerable<StoredBlock> blocks) =>
        blocks.Select(block => (block.Block, block.Count));
}
