using System.IO.Compression;

namespace Openbook.Journal.Tests.Given;

/// <summary>An export in a file: its parts can be changed and put together again.</summary>
public sealed class ACopy : IDisposable
{
    private readonly TempFolder folder = new();

    public ACopy(IStoreHome home, string book = Clerk.Abc)
    {
        ArgumentNullException.ThrowIfNull(home);
        using var store = home.Open();
        using var file = File.Create(Path);
        EntriesCopy.Write(store, BookLoader.Load(store, book), file);
    }

    public string Path => folder.At("copy.zip");

    public byte[] Bytes => File.ReadAllBytes(Path);

    /// <summary>The files in it, in order.</summary>
    public IReadOnlyList<(string Name, byte[] Bytes)> Files()
    {
        using var zip = ZipFile.OpenRead(Path);
        return [.. zip.Entries.Select(entry => (entry.FullName, Read(entry)))];
    }

    /// <summary>The bytes of one file in it.</summary>
    public byte[] this[string name] => Files().Single(file => file.Name == name).Bytes;

    /// <summary>Writes a zip of these files beside, and gives its name.</summary>
    public string With(IEnumerable<(string Name, byte[] Bytes)> files)
    {
        ArgumentNullException.ThrowIfNull(files);
        using var zip = new ZipArchive(File.Create(folder.At("changed.zip")), ZipArchiveMode.Create);
        foreach (var (name, bytes) in files)
        {
            using var to = zip.CreateEntry(name).Open();
            to.Write(bytes);
        }
        return folder.At("changed.zip");
    }

    /// <summary>The same with one file changed.</summary>
    public string With(string name, Func<byte[], byte[]> change) =>
        With(Files().Select(file => file.Name == name ? (file.Name, change(file.Bytes)) : file));

    /// <summary>Writes bytes beside as they are, and gives their name.</summary>
    public string Raw(byte[] bytes, string name = "raw.zip")
    {
        File.WriteAllBytes(folder.At(name), bytes);
        return folder.At(name);
    }

    /// <summary>A statement as a partner was sent it, in a file.</summary>
    public string Statement(BookState state, string period, string? only = null)
    {
        ArgumentNullException.ThrowIfNull(state);
        var statement = Domain.Statement.Of(state, In.Period(period)).Value;
        return Raw(CanonicalJson.Bytes(StatementJson.Of(statement, only)), $"{period}.json");
    }

    public void Dispose() => folder.Dispose();

    private static byte[] Read(ZipArchiveEntry entry)
    {
        using var from = entry.Open();
        using var to = new MemoryStream();
        from.CopyTo(to);
        return to.ToArray();
    }
}
