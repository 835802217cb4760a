namespace Openbook.Journal.Tests.Batches;

/// <summary>Batches of many blocks, with words that are hard to keep apart.</summary>
public sealed class LargeBatchTests(LargeBook large) : IClassFixture<LargeBook>
{
    private const int Batch = 8;

    [Theory, EveryStore]
    public void Every_line_is_read_back_as_it_was_in_the_file(string store)
    {
        using var home = large.Copy(store);
        var lines = home.Lines(Batch);
        Assert.Equal(LargeBook.Lines, lines.Count);
        for (var i = 1; i <= lines.Count; i++)
        {
            Assert.Equal(LargeBook.Line(i, i + 1), lines[i - 1]);
        }
        var blocks = home.Blocks(Batch);
        Assert.True(blocks.Count > 3);
        Assert.All(blocks.SkipLast(1), block => Assert.Equal(StoredBlock.Full, block.Count));
        Assert.Equal(LargeBook.Lines, blocks.Sum(block => block.Count));
        home.MustBeSound(Batch);
    }

    [Theory, EveryStore]
    public void A_line_is_found_by_its_id_and_by_its_place_in_any_block(string store)
    {
        using var home = large.Copy(store);
        using var opened = home.Open();
        var lines = new StoredLines(opened, BookLoader.Load(opened, Clerk.Abc).State);
        foreach (var i in new[] { 1, StoredBlock.Full, StoredBlock.Full + 1, LargeBook.Lines / 2, LargeBook.Lines })
        {
            var expected = LargeBook.Line(i, i + 1);
            Assert.Equal(expected, lines.FindByName(expected.LineId));
            Assert.Equal(expected, lines.FindByName($"{Batch}#{i + 1}"));
        }
        Assert.Null(lines.FindByName($"{Batch}#1"));
        Assert.Null(lines.FindByName($"{Batch}#{LargeBook.Lines + 2}"));
        Assert.Null(lines.FindByName("X/020001"));
        Assert.Null(lines.FindByName("7#2"));
    }

    [Theory, EveryStore]
    public void Words_are_withheld_in_a_block_in_the_middle_and_nowhere_else(string store)
    {
        using var home = large.Copy(store);
        var before = home.Blocks(Batch);
        var middle = before.Count / 2;
        var row = middle * StoredBlock.Full + 18;
        Came.Done(home.With("2016-11-03", clerk => clerk.Withhold($"{Batch}#{row}")));
        home.MustBeSound(Batch + 1);
        var after = home.Blocks(Batch);
        Assert.Equal(before.Count, after.Count);
        for (var i = 0; i < before.Count; i++)
        {
            Assert.Equal(before[i].Figures, after[i].Figures);
            Assert.Equal(i != middle, before[i].Words.AsSpan().SequenceEqual(after[i].Words));
            Assert.Equal(i != middle, before[i].Salts.AsSpan().SequenceEqual(after[i].Salts));
            var salts = Salts.Of(before[i]);
            if (i == middle)
            {
                salts[17 - 1] = new byte[StoredBlock.SaltBytes];
            }
            Assert.Equal(salts, Salts.Of(after[i]));
        }
        var gone = Assert.Single(home.Lines(Batch), line => line.Words is null);
        Assert.Equal(LargeBook.Line(row - 1, row) with { Words = null }, gone);
    }

    [Theory, EveryStore]
    public void Known_lines_are_skipped_wherever_they_stand_and_the_rest_keeps_its_rows(string store)
    {
        using var home = large.Copy(store);
        var header = LargeBook.Csv(1, 0);
        // New lines before, between and after known ones, over block borders.
        var csv =
            LargeBook.Csv(20_001, 20_003)
            + LargeBook.Csv(5_000, 14_000)[header.Length..]
            + LargeBook.Csv(20_004, 24_500)[header.Length..]
            + LargeBook.Csv(14_001, 14_002)[header.Length..]
            + LargeBook.Csv(24_501, 24_501)[header.Length..];
        Assert.Contains(
            home.With("2016-11-03", clerk => clerk.Costs("more.csv", csv)).Refusals,
            item => item.Code == Refuse.LineKnown
        );
        var entry = Came.Done(home.With("2016-11-03", clerk => clerk.Costs("more.csv", csv, skipKnown: true)));
        var fact = (CostsRecorded)entry.Fact;
        Assert.Equal((4_501, 9_003), (fact.Count, fact.Skipped));
        home.MustBeSound(Batch + 1);
        var lines = home.Lines(Batch + 1);
        Assert.Equal(
            Enumerable.Range(20_001, 4_501).Select(i => LargeBook.Line(i, 0).LineId),
            lines.Select(line => line.LineId)
        );
        Assert.Equal(
            Enumerable.Range(20_001, 4_501).Select(i => LargeBook.Line(i, 0).Words),
            lines.Select(line => line.Words)
        );
        Assert.Equal([2, 3, 4, 9_006], lines.Take(4).Select(line => line.Ref.Row));
        Assert.Equal(13_505, lines[^1].Ref.Row);
    }

    [Theory, EveryStore]
    public void A_known_line_with_other_content_is_refused_and_named(string store)
    {
        using var home = large.Copy(store);
        var csv = LargeBook.Csv(19_999, 20_001).Replace("Plain 19999", "Plain 1", StringComparison.Ordinal);
        csv = csv.Replace(LargeBook.Line(20_000, 0).Amount.ToPlain(), "1.00", StringComparison.Ordinal);
        var refused = home.With("2016-11-03", clerk => clerk.Costs("other.csv", csv, skipKnown: true));
        Assert.Contains(
            refused.Refusals,
            item => item.Code == Refuse.LineKnownOtherwise && item.What.Contains("X/020000", StringComparison.Ordinal)
        );
        home.MustBeSound(Batch);
    }

    [Theory, EveryStore]
    public void A_line_is_corrected_by_its_place_and_the_right_line_in_turn(string store)
    {
        using var home = large.Copy(store);
        var row = LargeBook.Lines - 1;
        var amount = new LineChange(Amount: new Money(1));
        Came.Done(home.With("2016-11-03", clerk => clerk.Correct($"{Batch}#{row}", amount)));
        Came.Refused(
            home.With("2016-11-03", clerk => clerk.Correct($"{Batch}#{row}", new LineChange(Amount: new Money(2)))),
            Refuse.LineReversedAlready
        );
        Came.Done(home.With("2016-11-04", clerk => clerk.Correct("9#2", new LineChange(Service: "networks"))));
        var reversal = home.With("2016-11-04", clerk => clerk.Correct("9#1", amount));
        Assert.Contains(reversal.Refusals, item => item.Code == Refuse.ReversalOfReversal);
        home.MustBeSound(Batch + 2);
        var original = LargeBook.Line(row - 1, row);
        var lines = home.Lines(9).Concat(home.Lines(10)).ToList();
        Assert.Equal([-original.Amount.Pence, 1, -1, 1], lines.Select(line => line.Amount.Pence));
        Assert.Equal(
            [$"{Batch}#{row}", $"{Batch}#{row}", "9#2", "9#2"],
            lines.Select(line => line.Corrects.ToString())
        );
        Assert.All(lines, line => Assert.Equal(original.Words, line.Words));
    }

    [Theory, EveryStore]
    public void A_book_of_many_blocks_is_exported_restored_and_folds_the_same_without_derived_rows(string store)
    {
        using var home = large.Copy(store);
        Came.Done(home.With("2016-11-02", clerk => clerk.Close("2016-10")));
        using var copy = new ACopy(home);
        using var other = StoreHomes.Make(store);
        using (var opened = other.Open())
        {
            Assert.True(Restore.From(opened, Clerk.Abc, copy.Path, TheAgreement.Reread).IsDone);
        }
        using (var raw = home.Raw())
        {
            Assert.Equal(2, raw.Run("DELETE FROM derived_batches"));
        }
        Assert.Equal(home.Statements(), other.Statements());
        Assert.Equal(home.Lines(Batch), other.Lines(Batch));
        using var again = new ACopy(other);
        Assert.Equal(copy.Bytes, again.Bytes);
    }

    [Theory, EveryStore]
    public void A_block_that_is_missing_doubled_or_exchanged_is_found(string store)
    {
        using var home = large.Copy(store);
        foreach (
            var sql in new[]
            {
                "DELETE FROM lines WHERE entry = 8 AND block = 0",
                "DELETE FROM lines WHERE entry = 8 AND block = 1",
                "DELETE FROM lines WHERE entry = 8 AND block = (SELECT max(block) FROM lines WHERE entry = 8)",
                "UPDATE lines SET block = block + 100 WHERE entry = 8 AND block = 1",
                "UPDATE lines SET block = CASE block WHEN 1 THEN 102 ELSE 101 END WHERE entry = 8 AND block IN (1, 2);"
                    + "UPDATE lines SET block = block - 100 WHERE block > 100",
                "INSERT INTO lines SELECT book, entry, 99, count, figures, salts, words FROM lines WHERE entry = 8 AND block = 0",
                "UPDATE lines SET words = (SELECT words FROM lines WHERE entry = 8 AND block = 1) WHERE entry = 8 AND block = 2",
            }
        )
        {
            using var copy = home.Copy();
            using (var raw = copy.Raw())
            {
                Assert.True(raw.Run(sql) > 0);
            }
            copy.MustBeDamagedAt(Batch);
        }
    }
}
