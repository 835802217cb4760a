using System.Reflection;

namespace Openbook.House.Tests.Reading;

/// <summary>
/// The working tree as it lies on disk. It is walked, not asked of git, so that the rules also hold in a plain archive;
/// what is built, installed or measured is left out.
/// </summary>
public sealed class Repository
{
    private static readonly HashSet<string> LeftOut =
    [
        "bin",
        "obj",
        "node_modules",
        ".git",
        ".work",
        "TestResults",
        "openbook-data",
    ];

    private static readonly Lazy<Repository> Found = new(() => new Repository(FindRoot(AppContext.BaseDirectory)));

    private readonly Dictionary<string, TextFile?> texts = new(StringComparer.Ordinal);

    public Repository(string root)
    {
        Root = root;
        Walk(root, "");
        Paths.Sort(StringComparer.Ordinal);
        foreach (var path in Paths)
        {
            texts[path] = Read(path);
        }
    }

    public static Repository Here => Found.Value;

    public string Root { get; }

    /// <summary>Every file, as a path from the root with slashes.</summary>
    public List<string> Paths { get; } = [];

    /// <summary>Every folder, the root as "".</summary>
    public HashSet<string> Folders { get; } = new(StringComparer.Ordinal) { "" };

    /// <summary>Every file that is text.</summary>
    public IEnumerable<TextFile> Texts => texts.Values.OfType<TextFile>();

    public TextFile Text(string path) =>
        texts.GetValueOrDefault(path)
        ?? throw new FileNotFoundException($"{path} is not a text file of this repository");

    /// <summary>The text files under one of the folders with one of the endings.</summary>
    public IReadOnlyList<TextFile> Under(string[] folders, params string[] endings) =>
        [
            .. Texts.Where(file =>
                folders.Any(folder => file.Path.StartsWith(folder + "/", StringComparison.Ordinal))
                && endings.Any(ending => file.Path.EndsWith(ending, StringComparison.Ordinal))
            ),
        ];

    /// <summary>The text files, wherever they are, with one of the names or endings.</summary>
    public IReadOnlyList<TextFile> Named(params string[] endings) =>
        [.. Texts.Where(file => endings.Any(ending => file.Path.EndsWith(ending, StringComparison.Ordinal)))];

    /// <summary>The compiled file of a project, built in the same configuration as these tests.</summary>
    public string Built(string projectPath, string assembly)
    {
        var configuration = typeof(Repository)
            .Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!
            .Configuration;
        var folder = Path.Combine(Root, Path.GetDirectoryName(projectPath)!, "bin", configuration);
        var built = Directory.Exists(folder)
            ? Directory
                .EnumerateFiles(folder, assembly + ".dll", SearchOption.AllDirectories)
                .Where(path => !path.Contains("publish", StringComparison.Ordinal))
                .OrderByDescending(File.GetLastWriteTimeUtc)
                .FirstOrDefault()
            : null;
        return built
            ?? throw new FileNotFoundException($"{assembly}.dll is not built under {folder}: build {projectPath}");
    }

    private static string FindRoot(string from)
    {
        var folder = new DirectoryInfo(from);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Openbook.slnx")))
        {
            folder = folder.Parent;
        }
        return folder?.FullName ?? throw new DirectoryNotFoundException($"no Openbook.slnx above {from}");
    }

    private void Walk(string folder, string prefix)
    {
        foreach (var path in Directory.EnumerateFiles(folder))
        {
            Paths.Add(prefix + Path.GetFileName(path));
        }
        foreach (var path in Directory.EnumerateDirectories(folder))
        {
            var name = Path.GetFileName(path);
            if (!LeftOut.Contains(name) && new DirectoryInfo(path).LinkTarget is null)
            {
                Folders.Add(prefix + name);
                Walk(path, prefix + name + "/");
            }
        }
    }

    private TextFile? Read(string path)
    {
        var bytes = File.ReadAllBytes(Path.Combine(Root, path));
        return bytes.AsSpan(0, Math.Min(bytes.Length, 8192)).Contains((byte)0)
            ? null
            : new TextFile(
                path,
                System.Text.Encoding.UTF8.GetString(bytes).Replace("\r\n", "\n", StringComparison.Ordinal)
            );
    }
}
