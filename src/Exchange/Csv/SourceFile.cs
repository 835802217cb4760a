using System.Security.Cryptography;
using Openbook.Domain;

namespace Openbook.Exchange;

/// <summary>A file's bytes, checked to be UTF-8 text without control characters, with its name and digest.</summary>
public sealed class SourceFile
{
    private SourceFile(string name, byte[] bytes)
    {
        Name = name;
        Bytes = bytes;
        Start = bytes.AsSpan().StartsWith("\uFEFF"u8) ? 3 : 0;
    }

    /// <summary>The file's name without its folder.</summary>
    public string Name { get; }

    /// <summary>All bytes.</summary>
    public byte[] Bytes { get; }

    /// <summary>Where the text begins: after a byte order mark.</summary>
    public int Start { get; }

    /// <summary>The lower-case hex SHA-256 of all bytes.</summary>
    public string Sha256() => Convert.ToHexStringLower(SHA256.HashData(Bytes));

    /// <summary>The source as facts name it.</summary>
    public Source ToSource() => new(Name, Sha256());

    /// <summary>The text.</summary>
    public string ToText() => System.Text.Encoding.UTF8.GetString(Bytes.AsSpan(Start));

    /// <summary>The largest file that is read whole, in bytes; cost lines are read in another way, and may be more.</summary>
    public const int MostBytes = 4 << 20;

    /// <summary>Reads a file from disk.</summary>
    public static Outcome<SourceFile> Read(string path)
    {
        var name = Path.GetFileName(path);
        try
        {
            if (new FileInfo(path) is { Exists: true, Length: > MostBytes })
            {
                return Refuse.FileTooLarge.Because("The file is larger than 4 MB.", new Place(name));
            }
            return Of(name, File.ReadAllBytes(path));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            return Unreadable(path);
        }
    }

    /// <summary>Takes bytes that are at hand as a file.</summary>
    public static Outcome<SourceFile> Of(string name, byte[] bytes)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        var file = new SourceFile(name, bytes);
        if (bytes.Length == file.Start)
        {
            return Refuse.FileEmpty.Because("The file is empty.", new Place(name));
        }
        return TextCheck.Fault(name, bytes, 0) is { } fault ? fault : file;
    }

    internal static Refusal Unreadable(string path)
    {
        var what =
            Directory.Exists(path) ? "is a folder"
            : File.Exists(path) ? "cannot be opened"
            : "is not there";
        return Refuse.FileUnreadable.Because($"The file {path} {what}.", new Place(Path.GetFileName(path)));
    }
}
