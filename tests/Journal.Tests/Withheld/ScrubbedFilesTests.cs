using System.Text;

namespace Openbook.Journal.Tests.Withheld;

/// <summary>Nothing of withheld words, packed or plain, and nothing of their salt or of what it came from is left in any file of a SQLite store.</summary>
public sealed class ScrubbedFilesTests
{
    [Theory]
    [InlineData("L-2", "Désktop ☃ Ltd")]
    [InlineData("6#9", SmallStory.GonePerson)]
    [InlineData("L-7", "Rent of a line")]
    public void Nothing_is_left_in_the_files_once_the_act_is_done(string line, string words)
    {
        using var home = (SqliteHome)AHome.WithOctober("sqlite");
        var traces = new Traces(home, 6, line, words);
        using (var store = home.Open())
        {
            // Somebody else has the store open too, without reading.
            using var other = home.Open();
            Assert.NotEmpty(other.Books());
            Assert.True(traces.InPacked(home.AllBytes()) > 0);
            Assert.True(traces.OfSalt(home.AllBytes()) > 0);
            Came.Done(new Clerk(store, new AClock()).Withhold(line));
            Assert.Equal((0, 0, 0), traces.In(home.AllBytes()));
        }
        Assert.Equal((0, 0, 0), traces.In(home.AllBytes()));
        home.MustBeSound(8);
    }

    [Fact]
    public void A_supplier_that_stood_plainly_among_the_sums_is_gone_from_them()
    {
        using var home = (SqliteHome)AHome.WithOctober("sqlite");
        var person = Encoding.UTF8.GetBytes(SmallStory.GonePerson);
        Assert.True(Traces.Count(home.AllBytes(), person) > 0);
        Came.Done(home.With("2016-11-03", clerk => clerk.Withhold("6#9")));
        Assert.Equal(0, Traces.Count(home.AllBytes(), person));
    }

    [Fact]
    public void Words_in_a_batch_of_many_pages_are_gone_from_every_page()
    {
        using var home = (SqliteHome)AHome.WithOctober("sqlite");
        var many =
            "line_id,date,service,amount,paid_by,supplier,description\n"
            + string.Concat(
                Enumerable
                    .Range(1, 1500)
                    .Select(i => $"M-{i},2016-10-03,networks,{i}.00,ash,Supplier {i},{Hand.Sha256($"words {i}")}\n")
            );
        Came.Done(home.With("2016-11-02", clerk => clerk.Costs("many.csv", many)));
        var traces = new Traces(home, 8, "M-700", Hand.Sha256("words 700"));
        Came.Done(home.With("2016-11-03", clerk => clerk.Withhold("M-700")));
        Assert.Equal((0, 0, 0), traces.In(home.AllBytes()));
        home.MustBeSound(9);
    }

    [Fact]
    public void While_another_program_reads_the_old_state_it_keeps_it_and_it_goes_when_that_ends()
    {
        using var home = (SqliteHome)AHome.WithOctober("sqlite");
        var traces = new Traces(home, 6, "L-2", "Désktop ☃ Ltd");
        using (var store = home.Open())
        {
            using (var reader = home.Raw())
            {
                reader.Run("BEGIN");
                Assert.Single(reader.Query("SELECT count(*) FROM lines", row => (long)row[0]));
                // Not the whole minute that it would be waited for.
                SqliteHome.Within(store).Run("PRAGMA busy_timeout = 0");
                Came.Done(new Clerk(store, new AClock()).Withhold("L-2"));
                reader.Run("ROLLBACK");
            }
        }
        Assert.Equal((0, 0, 0), traces.In(home.AllBytes()));
        home.MustBeSound(8);
    }

    /// <summary>What a line left in the files before it was withheld.</summary>
    private sealed class Traces
    {
        private readonly byte[] words;
        private readonly byte[] salt;
        private readonly byte[] secret;
        private readonly List<byte[]> packed;

        public Traces(SqliteHome home, int entry, string line, string words)
        {
            this.words = Encoding.UTF8.GetBytes(words);
            var place = home.Lines(entry)
                .Select((found, i) => (found, i))
                .Single(item => item.found.LineId == line || item.found.Ref.ToString() == line)
                .i;
            var block = home.Blocks(entry)[place / StoredBlock.Full];
            salt = Salts.Of(block)[place % StoredBlock.Full];
            secret = block.Salts[1..];
            using var after = home.Copy();
            Came.Done(after.With("2016-11-03", clerk => clerk.Withhold(line)));
            var kept = after.Blocks(entry)[place / StoredBlock.Full].Words;
            // Pieces of the packed words that are not in the new ones too.
            packed =
            [
                .. Enumerable
                    .Range(0, Math.Max(0, block.Words.Length - 12))
                    .Where(i => i % 4 == 0)
                    .Select(i => block.Words[i..(i + 12)])
                    .Where(piece => kept.AsSpan().IndexOf(piece) < 0),
            ];
            Assert.NotEmpty(packed);
        }

        public int InPacked(byte[] bytes) => packed.Sum(piece => Count(bytes, piece));

        /// <summary>Of its salt or of what its salt comes from.</summary>
        public int OfSalt(byte[] bytes) => Count(bytes, salt) + Count(bytes, secret);

        public (int Words, int Salt, int Packed) In(byte[] bytes) =>
            (Count(bytes, words), OfSalt(bytes), InPacked(bytes));

        public static int Count(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> piece)
        {
            var count = 0;
            for (int at; (at = bytes.IndexOf(piece)) >= 0; count++)
            {
                bytes = bytes[(at + 1)..];
            }
            return count;
        }
    }
}
