using Microsoft.Win32.SafeHandles;

namespace Openbook.Exchange;

/// <summary>Bytes that can be read again at any place: a file on disk, or memory.</summary>
internal abstract class ByteSource
{
    public abstract string Name { get; }

    public abstract long Length { get; }

    /// <summary>Reads from a place; gives fewer bytes only at the end.</summary>
    public abstract int Read(long at, Span<byte> to);

    /// <summary>Whether the bytes are still those that were read first.</summary>
    public abstract bool IsUnchanged();

    public byte[] ReadAll()
    {
        var bytes = new byte[Length];
        var read = Read(0, bytes);
        return read == bytes.Length ? bytes : bytes[..read];
    }
}

internal sealed class MemorySource(string name, byte[] bytes) : ByteSource
{
    public override string Name => name;

    public override long Length => bytes.Length;

    public override int Read(long at, Span<byte> to)
    {
        var length = (int)Math.Min(to.Length, Math.Max(bytes.Length - at, 0));
        bytes.AsSpan((int)Math.Min(at, bytes.Length), length).CopyTo(to);
        return length;
    }

    public override bool IsUnchanged() => true;
}

internal sealed class DiskSource : ByteSource
{
    private readonly SafeFileHandle handle;
    private readonly string path;
    private readonly DateTime written;

    public DiskSource(string path)
    {
        this.path = path;
        handle = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.Read, FileOptions.SequentialScan);
        Length = RandomAccess.GetLength(handle);
        written = File.GetLastWriteTimeUtc(path);
    }

    public override string Name => Path.GetFileName(path);

    public override long Length { get; }

    public override int Read(long at, Span<byte> to)
    {
        var total = 0;
        while (total < to.Length && RandomAccess.Read(handle, to[total..], at + total) is var read and > 0)
        {
            total += read;
        }
        return total;
    }

    public override bool IsUnchanged() =>
        RandomAccess.GetLength(handle) == Length && File.GetLastWriteTimeUtc(path) == written;
}
