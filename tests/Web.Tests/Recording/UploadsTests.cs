using System.Text;
using Openbook.Journal;
using Openbook.Web.Books;
using Openbook.Web.Recording;
using Openbook.Web.Tests.Given;

namespace Openbook.Web.Tests.Recording;

/// <summary>Files that were handed in, changed by several at once.</summary>
public sealed class UploadsTests : IDisposable
{
    private const string Spend = "Supplier Name,Payment Date,Net Amount\nWire Ltd,05/01/2026,12.50\n";
    private readonly AMovingClock clock = new();
    private readonly Uploads uploads;

    public UploadsTests() => uploads = new Uploads(clock);

    [Fact]
    public void Who_changes_a_reading_that_was_changed_meanwhile_changes_nothing()
    {
        var seen = Kept();
        Assert.True(uploads.Change(seen, seen with { Map = "one", Revision = 1 }));
        Assert.False(uploads.Change(seen, seen with { Map = "other", Revision = 1 }));
        Assert.Equal("one", uploads.Find("ab", seen.Id)!.Map);
    }

    [Fact]
    public void What_is_recorded_stays_recorded()
    {
        var seen = Kept();
        var changed = seen with { Map = "one", Revision = 1 };
        Assert.True(uploads.Change(seen, changed));
        // What was recorded began before the change.
        uploads.Recorded(seen, 4);
        Assert.False(uploads.Change(changed, changed with { Revision = 2 }));
        Assert.Equal(4, uploads.Find("ab", seen.Id)!.Record);
        Assert.False(File.Exists(seen.Path));
    }

    [Fact]
    public void A_file_that_nobody_confirms_goes_though_nobody_asks_for_it()
    {
        var upload = Kept();
        clock.Pass(TimeSpan.FromMinutes(119));
        Assert.True(File.Exists(upload.Path));
        Assert.NotNull(uploads.Find("ab", upload.Id));
        clock.Pass(TimeSpan.FromMinutes(2));
        Assert.False(File.Exists(upload.Path));
        Assert.Null(uploads.Find("ab", upload.Id));
        Assert.False(uploads.IsKept(upload.Id));
    }

    [Fact]
    public void A_draft_does_not_take_the_place_of_a_map_that_a_person_made_meanwhile()
    {
        using var site = ASmallBook.Agreed();
        var checker = new FileChecker(
            new BookShelf(
                new SiteOptions
                {
                    OpenStore = () => SqliteStore.Open(site.Folder),
                    StoreInWords = "the test's folder",
                    Clock = TimeProvider.System,
                    Addresses = [],
                    Log = TextWriter.Null,
                }
            ),
            uploads
        );
        var seen = Kept();
        uploads.Change(seen, seen with { Map = "a person's", Revision = 1 });
        Assert.Throws<OperationCanceledException>(() => checker.Of(seen, Work()));
        Assert.Equal("a person's", uploads.Find("ab", seen.Id)!.Map);
        // With nobody else there, the draft is kept under the same revision.
        var alone = Kept();
        Assert.True(checker.Of(alone, Work()).IsGood);
        var drafted = uploads.Find("ab", alone.Id)!;
        Assert.NotNull(drafted.Map);
        Assert.Equal(0, drafted.Revision);
    }

    public void Dispose() => uploads.Dispose();

    private static UploadWork<FileCheck> Work() => new("check", lasts: false, CancellationToken.None);

    private Upload Kept() =>
        uploads.Keep(
            "spend.csv",
            new MemoryStream(Encoding.UTF8.GetBytes(Spend)),
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
        );

    /// <summary>Its one timer rings whenever time passes.</summary>
    private sealed class AMovingClock : TimeProvider
    {
        private DateTimeOffset now = new(2026, 1, 31, 12, 0, 0, TimeSpan.Zero);
        private Action ring = () => { };

        public override DateTimeOffset GetUtcNow() => now;

        public void Pass(TimeSpan time)
        {
            now += time;
            ring();
        }

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            ring = () => callback(state);
            return System.CreateTimer(_ => { }, null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }
    }
}
