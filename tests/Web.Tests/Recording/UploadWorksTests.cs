using System.Text;
using Openbook.Domain;
using Openbook.Exchange;
using Openbook.Journal;
using Openbook.Web.Recording;
using Openbook.Web.Tests.Given;

namespace Openbook.Web.Tests.Recording;

/// <summary>Work on files that nobody waits for.</summary>
public sealed class UploadWorksTests : IDisposable
{
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(30);
    private readonly Uploads uploads = new(TimeProvider.System);
    private readonly UploadWorks works;
    private readonly ManualResetEventSlim gate = new();

    public UploadWorksTests() => works = new UploadWorks(uploads);

    [Fact]
    public async Task The_same_work_is_done_once_and_says_how_far_it_is()
    {
        using var told = new ManualResetEventSlim();
        var id = Kept();
        var work = (UploadWork<int>)works.Start(id, "check", it => Counted(it, 350_000, told));
        Assert.Same(work, works.Start(id, "check", _ => 0));
        Assert.True(told.Wait(Long));
        Assert.Equal("Reading rows: 350,000 so far", work.InWords);
        gate.Set();
        await work.Task.WaitAsync(Long);
        Assert.Equal(350_000, work.Result);
        Assert.Same(work, works.Find(id));
        works.Forget(id, work);
        Assert.Null(works.Find(id));
    }

    [Fact]
    public async Task Other_work_on_a_file_takes_the_place_of_what_is_going_on()
    {
        using var told = new ManualResetEventSlim();
        var id = Kept();
        var first = works.Start(id, "first map", it => Counted(it, 1, told));
        Assert.True(told.Wait(Long));
        var second = (UploadWork<int>)works.Start(id, "second map", _ => 2);
        gate.Set();
        await second.Task.WaitAsync(Long);
        Assert.Equal(2, second.Result);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first.Task);
        Assert.True(first.WasStopped);
        Assert.False(second.WasStopped);
        // Stopping what is over does nothing.
        first.Stop();
        second.Stop();
        Assert.False(second.WasStopped);
    }

    [Fact]
    public async Task What_breaks_because_it_was_stopped_counts_as_stopped()
    {
        using var told = new ManualResetEventSlim();
        var id = Kept();
        var first = works.Start<int>(
            id,
            "first map",
            it =>
            {
                Waiting(it, told);
                throw new IOException("The file is gone.");
            }
        );
        Assert.True(told.Wait(Long));
        works.Start(id, "second map", _ => 2);
        gate.Set();
        await Assert.ThrowsAsync<IOException>(() => first.Task.WaitAsync(Long));
        Assert.True(first.WasStopped);
        var broken = works.Start<int>(Kept(), "check", _ => throw new IOException("The file is gone."));
        await Assert.ThrowsAsync<IOException>(() => broken.Task.WaitAsync(Long));
        Assert.False(broken.WasStopped);
    }

    [Fact]
    public async Task Work_that_lasts_is_given_to_whoever_asks_until_its_outcome_is_told()
    {
        using var told = new ManualResetEventSlim();
        var id = Kept();
        var check = works.Start(id, "check", it => Waiting(it, null));
        var recording = works.Start(id, "one key", it => Counted(it, 2, told), lasts: true);
        Assert.NotSame(check, recording);
        Assert.True(told.Wait(Long));
        Assert.Same(recording, works.Start(id, "other key", _ => 0, lasts: true));
        Assert.Same(recording, works.Start(id, "check", _ => ""));
        gate.Set();
        await recording.Task.WaitAsync(Long);
        Assert.False(recording.WasStopped);
        Assert.Same(recording, works.Start(id, "check", _ => ""));
        works.Forget(id, recording);
        Assert.NotSame(recording, works.Start(id, "check", _ => ""));
    }

    [Fact]
    public void To_forget_work_leaves_what_took_its_place()
    {
        var id = Kept();
        var first = works.Start(id, "first map", _ => 1);
        var second = works.Start(id, "second map", _ => 2);
        works.Forget(id, first);
        Assert.Same(second, works.Find(id));
    }

    [Fact]
    public async Task A_third_file_waits_until_another_is_done()
    {
        using var told = new CountdownEvent(2);
        var first = works.Start(Kept(), "check", it => WaitingOf(it, told));
        var second = works.Start(Kept(), "check", it => WaitingOf(it, told));
        Assert.True(told.Wait(Long));
        var third = works.Start(Kept(), "check", it => Waiting(it, null));
        Assert.Equal("Waiting until other files are done", third.InWords);
        await Task.Delay(100);
        Assert.False(third.Task.IsCompleted);
        gate.Set();
        await Task.WhenAll(first.Task, second.Task, third.Task).WaitAsync(Long);
    }

    [Fact]
    public async Task The_end_of_the_site_stops_all_work()
    {
        using var told = new ManualResetEventSlim();
        var own = new UploadWorks(uploads);
        var work = own.Start<int>(
            Kept(),
            "check",
            it =>
            {
                told.Set();
                while (true)
                {
                    it.Count(1);
                    Thread.Sleep(1);
                }
            }
        );
        Assert.True(told.Wait(Long));
        own.Dispose();
        Assert.True(work.Task.IsCompleted);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => work.Task);
    }

    [Fact]
    public void What_is_stopped_while_it_is_recorded_is_not_recorded()
    {
        using var site = ASmallBook.Agreed();
        using var store = SqliteStore.Open(site.Folder);
        var read = CostFiles.Read(Path.Combine(site.Folder, "january.csv")).Lines;
        var journal = new BookJournal(store, TimeProvider.System, "test")
        {
            LinesWritten = lines => throw new OperationCanceledException($"after {lines} lines"),
        };
        var stopped = Assert.Throws<OperationCanceledException>(() => journal.Record("ab", false, null, Decide));
        Assert.Equal("after 2 lines", stopped.Message);
        Assert.Equal(3, BookLoader.Load(store, "ab").State.LastEntry);
        Assert.Equal(
            4,
            new BookJournal(store, TimeProvider.System, "test").Record("ab", false, null, Decide).Value.Entry.Number
        );

        Outcome<Act> Decide(BookState state, DateTime now) =>
            FileAct.Costs(
                state,
                RecordCosts.Decide(state, read, new StoredLines(store, state), new RecordCostsOptions()),
                "ash"
            );
    }

    public void Dispose()
    {
        gate.Set();
        works.Dispose();
        uploads.Dispose();
        gate.Dispose();
    }

    private int Counted(UploadWork work, int rows, ManualResetEventSlim told)
    {
        work.Begin("Reading rows");
        work.Count(rows);
        told.Set();
        gate.Wait(Long);
        work.Count(rows);
        return rows;
    }

    private int WaitingOf(UploadWork work, CountdownEvent told)
    {
        told.Signal();
        return Waiting(work, null);
    }

    private int Waiting(UploadWork work, ManualResetEventSlim? told)
    {
        work.Begin("Reading rows");
        told?.Set();
        gate.Wait(Long);
        return 1;
    }

    private string Kept() =>
        uploads
            .Keep(
                "a.csv",
                new MemoryStream(Encoding.UTF8.GetBytes("a")),
                (id, path, at) =>
                    new Upload
                    {
                        Id = id,
                        Book = "ab",
                        Kind = "costs",
                        Path = path,
                        By = "ash",
                        At = at,
                    }
            )
            .Id;
}
