using System.Diagnostics;
using System.Globalization;
using Openbook.Cli.Tests.Given;
using Openbook.Journal;
using Xunit.Abstractions;

namespace Openbook.Cli.Tests.Hostile;

/// <summary>
/// Spoilt files of every kind that the program reads: each is read or refused, in good time, without an exception that nobody
/// expected, and the Book is as it was before, or has the whole of one entry more. <c>./test</c> tries some hundreds,
/// <c>OPENBOOK_TEST_LONG=1</c> 100,000. A failure names the seed and the case; OPENBOOK_TEST_SEED tries them again.
/// </summary>
[Collection(Alone.Collection)]
public sealed class HostileTests(ITestOutputHelper output)
{
    private const int Few = 600;
    private const int Many = 100_000;
    private const int VerifiedOneIn = 50;

    /// <summary>What a machine that does much else may need for a file of some kilobytes.</summary>
    private static readonly TimeSpan LongestCase = TimeSpan.FromSeconds(60);

    /// <summary>All that a case takes, of which it can never hold more: the limit of what it may hold.</summary>
    private const long MostBytes = 256L << 20;

    private static readonly bool IsLong = Environment.GetEnvironmentVariable("OPENBOOK_TEST_LONG") == "1";

    private static readonly int Seed = int.TryParse(
        Environment.GetEnvironmentVariable("OPENBOOK_TEST_SEED"),
        CultureInfo.InvariantCulture,
        out var seed
    )
        ? seed
        : Random.Shared.Next();

    [Fact]
    public void Every_good_file_is_read()
    {
        using var ground = HostileFiles.Ground();
        foreach (var kind in HostileFiles.Kinds(ground))
        {
            foreach (var good in kind.Good)
            {
                using var session = ground.Copy();
                File.WriteAllBytes(session.PathOf(kind.File), good);
                var ran = session.Run(kind.Command);
                // The file of October is known; it is here for its pieces.
                Assert.True(
                    ran.Code == Exit.Done || ran.Error.Contains("-known]", StringComparison.Ordinal),
                    $"{kind.Name}: {ran.Error}"
                );
            }
        }
    }

    [Fact]
    public void A_spoilt_file_is_read_or_refused_and_never_half_recorded()
    {
        using var ground = HostileFiles.Ground();
        var kinds = HostileFiles.Kinds(ground);
        var pieces = kinds.SelectMany(kind => kind.Good).ToList();
        var tally = new Tally();
        var session = ground.Copy();
        for (var number = 0; number < (IsLong ? Many : Few); number++)
        {
            var random = new Random(unchecked(Seed * 1_000_003 + number));
            var kind = kinds[number % kinds.Count];
            var file = kind.Spoil(new Spoiler(random), kind.Good[random.Next(kind.Good.Count)], pieces);
            try
            {
                Try(session, kind, file, tally, isVerified: number % VerifiedOneIn == 0);
            }
            catch (Exception failure)
            {
                throw new InvalidOperationException(
                    $"Case {number}, {kind.Name}; try again with OPENBOOK_TEST_SEED={Seed}; the file: {Kept(kind, file)}\n{failure.Message}",
                    failure
                );
            }
            if (tally.HasChanged)
            {
                session.Dispose();
                session = ground.Copy();
                tally.HasChanged = false;
            }
        }
        session.Dispose();
        output.WriteLine($"Seed {Seed}: {tally}");
        // Both must happen to most kinds, or the loop proves nothing.
        Assert.True(tally.Done > kinds.Count && tally.Refused > kinds.Count, $"{tally}");
    }

    private static void Try(Session session, HostileKind kind, byte[] file, Tally tally, bool isVerified)
    {
        File.WriteAllBytes(session.PathOf(kind.File), file);
        var before = Entries(session.Data);
        var allocated = GC.GetTotalAllocatedBytes();
        var watch = Stopwatch.StartNew();
        var running = Task.Run(() => session.Run(kind.Command));
        Assert.True(Task.WaitAny([running], LongestCase) == 0, $"It took longer than {LongestCase}.");
        var ran = running.GetAwaiter().GetResult();
        tally.Add(kind.Name, ran.Code, watch.Elapsed, GC.GetTotalAllocatedBytes() - allocated);
        Assert.InRange(GC.GetTotalAllocatedBytes() - allocated, 0, MostBytes);
        var reads =
            kind.Command.StartsWith("restore", StringComparison.Ordinal)
            || kind.Command.StartsWith("verify", StringComparison.Ordinal);
        Assert.True(
            ran.Code is Exit.Done or Exit.Refused || (reads && ran.Code == Exit.Store),
            $"Exit {ran.Code}: {ran.Error}"
        );
        var after = Entries(session.Data);
        tally.HasChanged = after.Count != before.Count || Directory.Exists(session.PathOf("other"));
        Assert.Equal(before, after.Take(before.Count));
        Assert.InRange(after.Count, before.Count, before.Count + (ran.Code == Exit.Done ? 1 : 0));
        if (tally.HasChanged || isVerified)
        {
            session.Do("verify cih");
        }
        if (Directory.Exists(session.PathOf("other")))
        {
            MustBeRestoredOrNot(session, ran.Code);
        }
    }

    private static void MustBeRestoredOrNot(Session session, int code)
    {
        using var store = SqliteStore.Open(session.PathOf("other"));
        Assert.Equal(code == Exit.Done ? ["cih"] : [], store.Books());
        Assert.Empty(store.Strays());
        if (code == Exit.Done)
        {
            session.Do("verify cih --data other");
        }
    }

    private static List<string> Entries(string folder)
    {
        using var store = SqliteStore.Open(folder);
        return [.. store.Entries("cih", after: 0).Select(entry => Convert.ToBase64String(entry.Bytes))];
    }

    private static string Kept(HostileKind kind, byte[] file)
    {
        var path = Path.Combine(Path.GetTempPath(), $"hostile-{Seed}-{kind.File}");
        File.WriteAllBytes(path, file);
        return path;
    }

    private sealed class Tally
    {
        private readonly SortedDictionary<string, int[]> codes = new(StringComparer.Ordinal);
        private (TimeSpan Time, string Kind) longest;
        private (long Bytes, string Kind) most;

        public int Done { get; private set; }

        public int Refused { get; private set; }

        public bool HasChanged { get; set; }

        public void Add(string kind, int code, TimeSpan time, long bytes)
        {
            codes.TryAdd(kind, new int[4]);
            codes[kind][code]++;
            Done += code == Exit.Done ? 1 : 0;
            Refused += code == Exit.Refused ? 1 : 0;
            longest = time > longest.Time ? (time, kind) : longest;
            most = bytes > most.Bytes ? (bytes, kind) : most;
        }

        public override string ToString() =>
            $"{Done} done, {Refused} refused; the longest took {longest.Time.TotalSeconds:0.00} s ({longest.Kind}), the largest "
            + $"{most.Bytes >> 20} MB in all ({most.Kind}). "
            + string.Join(", ", codes.Select(item => $"{item.Key} {string.Join('/', item.Value)}"));
    }
}

/// <summary>What measures memory runs while no other test does.</summary>
[CollectionDefinition(Collection, DisableParallelization = true)]
public sealed class Alone
{
    public const string Collection = "Alone";
}
