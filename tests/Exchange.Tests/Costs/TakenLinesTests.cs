using System.Text;
using Openbook.Domain;

namespace Openbook.Exchange.Tests;

/// <summary>Lines that are given on while their file is still being read.</summary>
public sealed class TakenLinesTests
{
    [Theory]
    [InlineData(11, 2048, 0)]
    [InlineData(12, 2048, 9)]
    [InlineData(13, 7, 300)]
    [InlineData(14, 20_000, 1)]
    [InlineData(15, 1_000_000, 0)]
    public void All_lines_are_given_in_order_with_their_texts_however_late_those_are_read(
        int number,
        int atATime,
        int behind
    ) =>
        Seeded.MustHoldFor(
            number,
            random =>
            {
                var text = BigFile.Of(random, 3 * BigFile.PartBytes + 300_000);
                var taker = new Taker(atATime, behind);
                var batch = CostsFile.Read(ACosts.File, Encoding.UTF8.GetBytes(text), taker).Value;
                taker.Finish();
                Assert.True(batch.WasTaken);
                ReadLine.MustBeEqual(ReadLine.Of(NaiveCsv.Read(text)), taker.Lines);
                ReadLine.MustBeEqual(ReadLine.Of(batch), taker.Lines);
                Assert.All(taker.Counts.SkipLast(1), count => Assert.Equal(atATime, count));
            }
        );

    [Fact]
    public void A_record_that_stands_in_many_parts_is_given_whole()
    {
        // A cell may have 8,192 bytes; blank lines make the rest of what lies between two lines.
        var row = $"{ACosts.Row},a,{new string('w', 8_000)},c\n";
        var text = $"{ACosts.WithWords}{row}{new string('\n', 3 * BigFile.PartBytes)}{row}{row}";
        var taker = new Taker(2, 1);
        var batch = CostsFile.Read(ACosts.File, Encoding.UTF8.GetBytes(text), taker).Value;
        taker.Finish();
        Assert.Equal([2, 1], taker.Counts);
        ReadLine.MustBeEqual(ReadLine.Of(batch), taker.Lines);
    }

    [Fact]
    public void Of_a_file_with_a_fault_only_lines_before_it_are_given()
    {
        var rows = string.Concat(Enumerable.Repeat($"{ACosts.Row}\n", 200_000));
        var taker = new Taker(1_000, 0);
        var text = $"date,service,amount,paid_by\n{rows}2016-02-30,networks,1.00,camden\n{rows}";
        var read = CostsFile.Read(ACosts.File, Encoding.UTF8.GetBytes(text), taker);
        Assert.False(read.IsDone);
        Assert.False(read.Partial!.WasTaken);
        Assert.InRange(taker.Lines.Count, 100_000, 200_000);
    }

    [Fact]
    public void Lines_that_nobody_took_say_so()
    {
        var text = $"date,service,amount,paid_by\n{ACosts.Row}\n";
        Assert.False(ACosts.Read(text).Value.WasTaken);
        var taker = new Taker(2048, 0);
        Assert.True(CostsFile.Read(ACosts.File, Encoding.UTF8.GetBytes(text), taker).Value.WasTaken);
    }

    [Fact]
    public void What_a_taker_throws_goes_through() =>
        Assert.Throws<InvalidOperationException>(() =>
            CostsFile.Read(
                ACosts.File,
                Encoding.UTF8.GetBytes($"date,service,amount,paid_by\n{ACosts.Row}\n"),
                new Refusing()
            )
        );

    private sealed class Refusing : ILineTaker
    {
        public int AtATime => 1;

        public void Take(LinesRead lines) => throw new InvalidOperationException("No.");
    }

    /// <summary>Reads texts only when so many more pieces have come.</summary>
    private sealed class Taker(int atATime, int behind) : ILineTaker
    {
        private readonly Queue<LinesRead> waiting = new();

        public int AtATime => atATime;

        public List<ReadLine> Lines { get; } = [];

        public List<int> Counts { get; } = [];

        public void Take(LinesRead lines)
        {
            Assert.Equal(Counts.Sum(), lines.First);
            Counts.Add(lines.Count);
            waiting.Enqueue(lines);
            while (waiting.Count > behind)
            {
                ReadNext();
            }
        }

        public void Finish()
        {
            while (waiting.Count > 0)
            {
                ReadNext();
            }
        }

        private void ReadNext()
        {
            var lines = waiting.Dequeue();
            var batch = new CostBatch
            {
                Source = "",
                Sha256 = "",
                Names = lines.Names,
                Lines = lines.Lines,
                Corrects = new Dictionary<int, string>(),
                Texts = lines.Texts,
            };
            Lines.AddRange(ReadLine.Of(batch, lines.First, lines.Count));
            lines.Done();
        }
    }
}
