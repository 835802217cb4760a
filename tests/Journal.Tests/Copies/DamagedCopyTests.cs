using System.Collections.Concurrent;
using System.Text;

namespace Openbook.Journal.Tests.Copies;

/// <summary>An export in which anything was changed is refused, and nothing of it is left in the store.</summary>
public sealed class DamagedCopyTests
{
    [Theory, EveryStore]
    public void Every_damage_to_a_file_of_an_export_is_refused_and_leaves_nothing(string store)
    {
        using var home = AHome.WithSmallBook(store);
        using var copy = new ACopy(home);
        MustAllBeRefused(store, copy, [.. LongRun.Part(Damages(copy), oneIn: store == "postgres" ? 4 : 1)]);
    }

    [Theory, EveryStore]
    public void An_export_that_was_cut_off_or_written_over_is_refused_and_leaves_nothing(string store)
    {
        using var home = AHome.WithSmallBook(store);
        using var copy = new ACopy(home);
        var bytes = copy.Bytes;
        var all = new List<(string, Func<string>)>();
        for (var length = 0; length < bytes.Length; length += Math.Max(1, bytes.Length / 40))
        {
            var cut = length;
            all.Add(($"cut to {cut}", () => copy.Raw(bytes[..cut])));
        }
        foreach (var text in new[] { "", "PK", "Dear Council", "{}" })
        {
            all.Add(($"\"{text}\"", () => copy.Raw(Encoding.UTF8.GetBytes(text))));
        }
        MustAllBeRefused(store, copy, all);
    }

    [Theory, EveryStore]
    public void A_zip_with_any_bit_turned_is_refused_or_restores_the_same(string store)
    {
        using var home = AHome.WithSmallBook(store);
        using var copy = new ACopy(home);
        var bytes = copy.Bytes;
        var random = new Random(LongRun.Seed);
        for (
            var i = 0;
            i
                < (
                    LongRun.IsOn ? 2000
                    : store == "postgres" ? 15
                    : 60
                );
            i++
        )
        {
            var changed = bytes.ToArray();
            var at = random.Next(bytes.Length);
            changed[at] ^= (byte)(1 << random.Next(8));
            using var other = StoreHomes.Make(store);
            using var opened = other.Open();
            var restored = Restore.From(opened, Clerk.Abc, copy.Raw(changed), TheAgreement.Reread);
            if (!restored.IsDone)
            {
                MustBeEmpty(other, opened, $"seed {LongRun.Seed}, byte {at}");
                continue;
            }
            // Turned where a zip keeps times and attributes.
            other.MustBeSound(SmallStory.Entries);
            Assert.Equal(home.Statements(), other.Statements());
        }
    }

    [Theory, EveryStore]
    public void An_export_of_a_newer_program_says_so_and_leaves_nothing(string store)
    {
        using var home = AHome.WithSmallBook(store);
        using var copy = new ACopy(home);
        var path = copy.With(
            "entries.jsonl",
            bytes => Rehashed(Replaced(bytes, "\"kind\":\"counts-recorded\"", "\"kind\":\"parking-recorded\""))
        );
        using var other = StoreHomes.Make(store);
        using var opened = other.Open();
        var fault = Assert.Throws<StoreException>(() => Restore.From(opened, Clerk.Abc, path, TheAgreement.Reread));
        Assert.Contains("newer Openbook", fault.Message, StringComparison.Ordinal);
        MustBeEmpty(other, opened, "newer");
    }

    private static IEnumerable<(string What, Func<string> Make)> Damages(ACopy copy)
    {
        foreach (var (name, bytes) in copy.Files())
        {
            yield return ($"{name} missing", () => copy.With(copy.Files().Where(file => file.Name != name)));
            yield return (
                $"{name} renamed",
                () => copy.With(copy.Files().Select(file => file.Name == name ? (name + "x", file.Bytes) : file))
            );
            yield return ($"{name} empty", () => copy.With(name, _ => []));
            yield return ($"{name} cut by a byte", () => copy.With(name, it => it[..^1]));
            yield return ($"{name} cut by a line", () => copy.With(name, WithoutLastLine));
            yield return ($"{name} cut in half", () => copy.With(name, it => it[..(it.Length / 2)]));
            yield return ($"{name} a line more", () => copy.With(name, it => [.. it, .. LastLine(it)]));
            yield return ($"{name} a byte more", () => copy.With(name, it => [.. it, (byte)'x']));
            yield return ($"{name} with other line ends", () => copy.With(name, it => Replaced(it, "\n", "\r\n")));
            foreach (var at in Enumerable.Range(0, 12).Select(i => i * (bytes.Length - 1) / 11))
            {
                yield return ($"{name} byte {at}", () => copy.With(name, it => Turned(it, at)));
            }
        }
        foreach (var (name, from, to) in Changes)
        {
            yield return ($"{name}: {to}", () => copy.With(name, it => Replaced(it, from, to)));
        }
    }

    private static readonly (string Name, string From, string To)[] Changes =
    [
        ("entries.jsonl", "\"amount_pence\":100000", "\"amount_pence\":100001"),
        ("entries.jsonl", "Minute 12", "Minute 13"),
        ("lines/6.csv", ",100.01,", ",100.02,"),
        ("lines/6.csv", ",100.01,", ",99999999999999999999.01,"),
        ("lines/6.csv", "\n2,", "\n99999999999,"),
        ("lines/6.csv", "\n2,", "\n-2,"),
        ("lines/6.csv", ",2016-10,", ",2016-13,"),
        ("lines/6.csv", ",income,", ",gift,"),
        ("lines/9.csv", "6#5", "6#4"),
        ("texts/6.csv", "Laptops", "Desktop"),
        ("texts/6.csv", "Laptops", "\"Laptops\""),
        ("texts/6.csv", "Laptops", "Lap\"tops"),
        ("texts/6.csv", "\n3,", "\n3,z"),
        ("texts/6.csv", "\n3,", "\n33,"),
    ];

    private static void MustAllBeRefused(string store, ACopy copy, IReadOnlyList<(string What, Func<string> Make)> all)
    {
        var missed = new ConcurrentBag<string>();
        using var home = StoreHomes.Make(store);
        using var opened = home.Open();
        foreach (var (what, make) in all)
        {
            try
            {
                var restored = Restore.From(opened, Clerk.Abc, make(), TheAgreement.Reread);
                if (
                    restored.IsDone
                    || restored.Refusals.Any(item => item.Code.Code is not ("copy-damaged" or "copy-unreadable"))
                )
                {
                    missed.Add($"{what}: {(restored.IsDone ? "restored" : restored.Refusals[0])}");
                }
            }
            catch (Exception fault)
            {
                missed.Add($"{what}: {fault.GetType().Name} {fault.Message}");
            }
            MustBeEmpty(home, opened, what);
        }
        Assert.True(all.Count > 30 && copy.Bytes.Length > 0);
        Assert.Empty(missed);
    }

    private static void MustBeEmpty(IStoreHome home, IStore opened, string after)
    {
        Assert.True(opened.Books().Count == 0, after);
        Assert.Empty(opened.Strays());
        using var raw = home.Raw();
        Assert.All(
            home.Tables(),
            table => Assert.True(raw.Query($"SELECT count(*) FROM {table.Name}", row => (long)row[0])[0] == 0, after)
        );
    }

    private static byte[] Replaced(byte[] bytes, string from, string to)
    {
        var text = Encoding.UTF8.GetString(bytes);
        Assert.Contains(from, text, StringComparison.Ordinal);
        return Encoding.UTF8.GetBytes(text.Replace(from, to, StringComparison.Ordinal));
    }

    private static byte[] Rehashed(byte[] entries) =>
        Encoding
            .UTF8.GetString(entries)
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(entry => (byte[])[.. Hand.Rehashed(entry), (byte)'\n'])
            .ToArray();

    private static byte[] Turned(byte[] bytes, int at)
    {
        var changed = bytes.ToArray();
        changed[at] ^= (byte)(1 << (at % 7));
        return changed;
    }

    private static byte[] WithoutLastLine(byte[] bytes) => bytes[..^LastLine(bytes).Length];

    private static byte[] LastLine(byte[] bytes) =>
        bytes[(Array.LastIndexOf(bytes, (byte)'\n', bytes.Length - 2) + 1)..];
}
