using Openbook.Exchange;
using Openbook.Journal;

namespace Openbook.EndToEnd.Tests.Given;

/// <summary>A folder in which processes work on one store; it can be copied as a starting point.</summary>
public sealed class AStore : IDisposable
{
    public const string Book = "abc";

    public string Folder { get; } = Directory.CreateTempSubdirectory("openbook-e2e-").FullName;

    public string Data => Path.Combine(Folder, "data");

    /// <summary>A store with a Book that two councils have agreed to: three entries.</summary>
    public static AStore Agreed()
    {
        var store = new AStore();
        store.Write(
            "agreement.yaml",
            """
            rules: openbook-1
            partnership: Ash and Beech
            starts: 2016-10-01
            partners: [{ code: ash, name: Ash }, { code: beech, name: Beech }]
            host: ash
            services: [{ code: networks, name: Networks, share: equal }, { code: apps, name: Apps, share: equal }]

            """
        );
        TheProgram.Done(store.Folder, "new", Book, "--agreement", "agreement.yaml");
        foreach (var partner in new[] { "ash", "beech" })
        {
            TheProgram.Done(
                store.Folder,
                "approve",
                Book,
                "--partner",
                partner,
                "--body",
                "Cabinet",
                "--on",
                "2016-09-01"
            );
        }
        return store;
    }

    public void Write(string name, string text) => File.WriteAllText(Path.Combine(Folder, name), text);

    public AStore Copy()
    {
        var copy = new AStore();
        Directory.CreateDirectory(copy.Data);
        foreach (var file in Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories))
        {
            File.Copy(file, Path.Combine(copy.Folder, Path.GetRelativePath(Folder, file)));
        }
        return copy;
    }

    /// <summary>Opens the store as a process left it: the Book must verify. Gives its entries.</summary>
    public IReadOnlyList<Entry> MustBeSound()
    {
        using var store = SqliteStore.Open(Data);
        var report = Verification.Run(store, Book, text => AgreementText.Read(text, "agreement").Value);
        Assert.Empty(report.Damages);
        var loaded = BookLoader.Load(store, Book);
        Assert.Equal(report.Entries, loaded.Entries.Count);
        return [.. loaded.Entries.Select(stored => stored.Entry)];
    }

    /// <summary>The bytes of every file of the store.</summary>
    public byte[] AllBytes() => [.. Directory.EnumerateFiles(Data).Order().SelectMany(File.ReadAllBytes)];

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
