using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace Openbook.Web.Recording;

/// <summary>What a person handed in and has not confirmed yet.</summary>
public sealed record Upload
{
    /// <summary>Its id, which nobody can guess.</summary>
    public required string Id { get; init; }

    /// <summary>The Book it is for.</summary>
    public required string Book { get; init; }

    /// <summary>What the file holds: costs, counts, budget or payments.</summary>
    public required string Kind { get; init; }

    /// <summary>Where the file lies until then, under the name by which it will be recorded.</summary>
    public required string Path { get; init; }

    /// <summary>For which council it is recorded.</summary>
    public required string By { get; init; }

    /// <summary>How many lines there must be, as the person counted them.</summary>
    public long? Lines { get; init; }

    /// <summary>What they must come to.</summary>
    public Money? Total { get; init; }

    /// <summary>How to read a file of another layout; null for the canonical one.</summary>
    public string? Map { get; init; }

    /// <summary>What a person must look at in a map that was drafted; empty as soon as a person changed it.</summary>
    public IReadOnlyList<string> Unclear { get; init; } = [];

    /// <summary>Whether lines that are in the Book already are left out.</summary>
    public bool SkipKnown { get; init; }

    /// <summary>How often a person changed how it is to be read.</summary>
    public int Revision { get; init; }

    /// <summary>The record that it became; null until then.</summary>
    public int? Record { get; init; }

    /// <summary>When it came.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The file's name.</summary>
    public string Name => System.IO.Path.GetFileName(Path);
}

/// <summary>
/// Keeps files that were handed in until they are confirmed, for two hours at most and the minutes until it next looks; the site's
/// end removes them all.
/// </summary>
public sealed class Uploads : IDisposable
{
    private const int LongestName = 100;
    private static readonly TimeSpan Longest = TimeSpan.FromHours(2);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMinutes(5);
    private readonly ConcurrentDictionary<string, Upload> kept = new(StringComparer.Ordinal);
    private readonly Lazy<DirectoryInfo> folder = new(() => Directory.CreateTempSubdirectory("openbook-uploads-"));
    private readonly TimeProvider clock;
    private readonly ITimer looks;

    public Uploads(TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(clock);
        this.clock = clock;
        looks = clock.CreateTimer(_ => RemoveOld(), null, BetweenLooks, BetweenLooks);
    }

    /// <summary>Keeps a file.</summary>
    /// <param name="name">The name that the person's machine gave it.</param>
    /// <param name="content">Its bytes.</param>
    /// <param name="make">What it is, given its id, where it lies, and when it came.</param>
    public Upload Keep(string name, Stream content, Func<string, string, DateTimeOffset, Upload> make)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(make);
        var id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        var path = Path.Combine(folder.Value.CreateSubdirectory(id).FullName, Plain(name));
        using (var file = File.Create(path))
        {
            content.CopyTo(file);
        }
        return kept[id] = make(id, path, clock.GetUtcNow());
    }

    /// <summary>What was kept for a Book under an id; null if it is there no more.</summary>
    public Upload? Find(string book, string id) =>
        kept.TryGetValue(id, out var found) && found.Book == book && clock.GetUtcNow() - found.At <= Longest
            ? found
            : null;

    /// <summary>Changes how a file is to be read, unless somebody changed that meanwhile or it was recorded.</summary>
    /// <param name="seen">The file as the change began from it.</param>
    /// <param name="changed">The same with the change.</param>
    /// <returns>Whether it was changed.</returns>
    public bool Change(Upload seen, Upload changed)
    {
        ArgumentNullException.ThrowIfNull(seen);
        return kept.TryGetValue(seen.Id, out var now)
            && now.Revision == seen.Revision
            && now.Record is null
            && kept.TryUpdate(seen.Id, changed, now);
    }

    /// <summary>Notes the record that a file became; the file itself goes.</summary>
    public void Recorded(Upload upload, int record)
    {
        ArgumentNullException.ThrowIfNull(upload);
        // Whatever was changed meanwhile, it is recorded.
        while (kept.TryGetValue(upload.Id, out var now) && !kept.TryUpdate(now.Id, now with { Record = record }, now))
        { }
        Delete(Path.GetDirectoryName(upload.Path)!);
    }

    /// <summary>Whether a file is kept under an id.</summary>
    public bool IsKept(string id) => kept.ContainsKey(id);

    public void Dispose()
    {
        looks.Dispose();
        if (folder.IsValueCreated)
        {
            Delete(folder.Value.FullName);
        }
    }

    private void RemoveOld()
    {
        foreach (var upload in kept.Values.Where(upload => clock.GetUtcNow() - upload.At > Longest))
        {
            kept.TryRemove(upload.Id, out _);
            Delete(Path.GetDirectoryName(upload.Path)!);
        }
    }

    // A name goes into the Book as it is, and onto the disk: only what every system can hold.
    private static string Plain(string name)
    {
        var last = name.Split('/', '\\')[^1];
        var plain = new string([
            .. last.Where(c => char.IsLetterOrDigit(c) || c is ' ' or '.' or '_' or '-' or '(' or ')'),
        ]).Trim(' ', '.');
        if (plain.Length > LongestName)
        {
            plain = plain[^LongestName..].Trim(' ', '.');
        }
        return plain.Length == 0 ? "file.csv" : plain;
    }

    private static void Delete(string path)
    {
        try
        {
            Directory.Delete(path, recursive: true);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // It is the machine's temporary folder, which is cleaned anyway.
        }
    }
}
