namespace Openbook.House.Tests.Reading;

/// <summary>A text file of the repository: its path from the root, with slashes, and what it says.</summary>
public sealed record TextFile(string Path, string Text)
{
    public string Name => Path[(Path.LastIndexOf('/') + 1)..];

    public string Folder => Path.Contains('/', StringComparison.Ordinal) ? Path[..Path.LastIndexOf('/')] : "";

    /// <summary>Where a reader finds the character: "path:line".</summary>
    public string At(int offset) => $"{Path}:{Text.AsSpan(0, offset).Count('\n') + 1}";
}
