using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Openbook.Journal.Tests.Copies;

/// <summary>A copy of a Book restores to the same Book, proves itself without this program, and is refused when damaged.</summary>
public sealed class ExportAndRestoreTests
{
    [Theory, EveryStore]
    public void A_copy_restores_to_the_same_bytes_and_statements(string store)
    {
        using var home = AHome.WithSmallBook(store);
        using var folder = new TempFolder();
        var copy = Export(home, folder);
        using var other = StoreHomes.Make(store);
        using (var to = other.Open())
        {
            Assert.True(Restore.From(to, Clerk.Abc, copy, TheAgreement.Reread).IsDone);
        }
        other.MustBeSound(SmallStory.Entries);
        Assert.Equal(home.Statements(), other.Statements());
        Assert.Equal(File.ReadAllBytes(copy), File.ReadAllBytes(Export(other, folder)));
    }

    [Theory, EveryStore]
    public void A_copy_proves_itself_with_nothing_but_json_and_sha256(string store)
    {
        using var home = AHome.WithSmallBook(store);
        using var folder = new TempFolder();
        using var zip = ZipFile.OpenRead(Export(home, folder));
        var previous = new string('0', 64);
        foreach (var line in Read(zip, "entries.jsonl").TrimEnd('\n').Split('\n'))
        {
            using var entry = JsonDocument.Parse(line);
            var hash = entry.RootElement.GetProperty("hash").GetString()!;
            Assert.Equal(previous, entry.RootElement.GetProperty("previous").GetString());
            Assert.Equal(hash, Sha256(line.Replace($",\"hash\":\"{hash}\"", "", StringComparison.Ordinal)));
            previous = hash;
            if (entry.RootElement.GetProperty("kind").GetString() == "costs-recorded")
            {
                ProvesItsLines(zip, entry.RootElement);
            }
        }
    }

    [Theory, EveryStore]
    public void A_copy_in_which_any_file_is_changed_cut_short_or_missing_is_refused_and_leaves_nothing(string store)
    {
        using var home = AHome.WithSmallBook(store);
        using var folder = new TempFolder();
        var copy = Export(home, folder);
        var damages = new Func<byte[], byte[]?>[]
        {
            _ => null,
            bytes => bytes[..^1],
            bytes => bytes[..(bytes.Length / 2)],
            bytes =>
                [
                    .. bytes[..(bytes.Length / 2)],
                    (byte)(bytes[bytes.Length / 2] ^ 1),
                    .. bytes[(bytes.Length / 2 + 1)..],
                ],
            bytes => [.. bytes, .. "9,"u8],
        };
        // A database for each takes a server a while: a seeded part of them in each run.
        var all = Names(copy).SelectMany(name => damages.Select(damage => (name, damage)));
        foreach (var (name, damage) in LongRun.Part(all, oneIn: store == "postgres" ? 4 : 1))
        {
            var damaged = Damaged(copy, folder.At("damaged.zip"), name, damage);
            using var other = StoreHomes.Make(store);
            using var to = other.Open();
            Assert.False(Restore.From(to, Clerk.Abc, damaged, TheAgreement.Reread).IsDone, name);
            Assert.Empty(to.Books());
            Assert.Empty(to.Strays());
        }
    }

    [Theory, EveryStore]
    public void A_copy_is_not_restored_over_a_Book_that_is_there(string store)
    {
        using var home = AHome.WithSmallBook(store);
        using var folder = new TempFolder();
        var copy = Export(home, folder);
        using var to = home.Open();
        Came.Refused(Restore.From(to, Clerk.Abc, copy, TheAgreement.Reread), Refuse.BookExists);
    }

    internal static string Export(IStoreHome home, TempFolder folder)
    {
        var path = folder.At($"{Guid.NewGuid():N}.zip");
        using var store = home.Open();
        using var file = File.Create(path);
        EntriesCopy.Write(store, BookLoader.Load(store, Clerk.Abc), file);
        return path;
    }

    private static void ProvesItsLines(ZipArchive zip, JsonElement entry)
    {
        var number = entry.GetProperty("number").GetInt32();
        var lines = Read(zip, $"lines/{number}.csv");
        Assert.Equal(entry.GetProperty("fact").GetProperty("lines_sha256").GetString(), Sha256(lines));
        var words = Records(Read(zip, $"texts/{number}.csv"))
            .Skip(1)
            .ToDictionary(record => record[..record.IndexOf(',')], record => record[(record.IndexOf(',') + 1)..]);
        foreach (var record in Records(lines).Skip(1))
        {
            var row = record[..record.IndexOf(',')];
            if (words.TryGetValue(row, out var saltAndWords))
            {
                Assert.Equal(record[^64..], Sha256(saltAndWords));
            }
        }
    }

    // Records of CSV, whose cells may hold line ends between quotes.
    private static IEnumerable<string> Records(string csv)
    {
        var start = 0;
        var quoted = false;
        for (var i = 0; i < csv.Length; i++)
        {
            quoted ^= csv[i] == '"';
            if (csv[i] == '\n' && !quoted)
            {
                yield return csv[start..i];
                start = i + 1;
            }
        }
    }

    private static List<string> Names(string copy)
    {
        using var zip = ZipFile.OpenRead(copy);
        return [.. zip.Entries.Select(entry => entry.FullName)];
    }

    private static string Damaged(string copy, string to, string name, Func<byte[], byte[]?> damage)
    {
        using var from = ZipFile.OpenRead(copy);
        using var file = File.Create(to);
        using var zip = new ZipArchive(file, ZipArchiveMode.Create);
        foreach (var entry in from.Entries)
        {
            var bytes = Encoding.UTF8.GetBytes(Read(from, entry.FullName));
            if (entry.FullName == name)
            {
                bytes = damage(bytes);
            }
            if (bytes is not null)
            {
                using var stream = zip.CreateEntry(entry.FullName).Open();
                stream.Write(bytes);
            }
        }
        return to;
    }

    private static string Read(ZipArchive zip, string name)
    {
        using var reader = new StreamReader(zip.GetEntry(name)!.Open(), new UTF8Encoding(false));
        return reader.ReadToEnd();
    }

    private static string Sha256(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
