using System.Buffers;
using System.Security.Cryptography;
using Openbook.Domain;

namespace Openbook.Exchange;

/// <summary>
/// Reads a file of costs in parts: while one part is hashed and checked, those before it are turned into figures on other
/// threads. Only a few parts are in memory at a time.
/// </summary>
internal sealed class CostsReading : IDisposable
{
    private const int PartBytes = 1 << 20;
    private const int LongestRecord = 8 << 20;
    private static readonly int Ahead = Math.Max(2, Environment.ProcessorCount) + 1;
    private readonly ByteSource source;
    private readonly RowsRead? watch;
    private readonly IncrementalHash? hasher;
    private readonly Queue<(Task<CostsPart> Part, int Bytes)> pending = new();
    private readonly LineRooms rooms = new();
    private CsvHeader? header;
    private int linesBefore;

    public CostsReading(ByteSource source, RowsRead? watch, bool digested)
    {
        hasher = digested ? IncrementalHash.CreateHash(HashAlgorithmName.SHA256) : null;
        this.source = source;
        this.watch = watch;
        Merge = new CostsMerge(source.Name, source.Length);
    }

    public CostsMerge Merge { get; }

    public CsvHeader Header => header!;

    /// <summary>The digest of the file; empty if it was not asked for.</summary>
    public string Sha256 { get; private set; } = "";

    /// <summary>Reads all; what is wrong with the file as a whole comes back at once, faults of lines are in the merge.</summary>
    public IReadOnlyList<Refusal> Run()
    {
        var carried = Array.Empty<byte>();
        long at = 0;
        for (var size = PartBytes; ; size = PartBytes)
        {
            byte[] part;
            int length;
            int boundary;
            while (true)
            {
                part = ArrayPool<byte>.Shared.Rent(carried.Length + size);
                carried.CopyTo(part, 0);
                length = carried.Length + source.Read(at + carried.Length, part.AsSpan(carried.Length, size));
                var last = at + length >= source.Length;
                boundary = last ? length : Boundary(part.AsSpan(0, length));
                if (boundary > 0 || last || size > LongestRecord)
                {
                    break;
                }
                ArrayPool<byte>.Shared.Return(part);
                size *= 2;
            }
            if (boundary == 0 && length > 0)
            {
                // Quotes that do not pair: cut at any line end. The part has a bad quote, for which all is read again in one.
                boundary = part.AsSpan(0, length).LastIndexOf((byte)'\n') + 1;
            }
            if (boundary == 0 && length > 0)
            {
                return [Refuse.QuoteWrong.Because("A double quote is not closed.", new Place(source.Name))];
            }
            if (length == 0)
            {
                ArrayPool<byte>.Shared.Return(part);
                break;
            }
            carried = part[boundary..length];
            if (Take(part, boundary, (int)at) is { Count: > 0 } faults)
            {
                return faults;
            }
            at += boundary;
            if (Merge.TooManyFaults)
            {
                break;
            }
        }
        while (pending.Count > 0)
        {
            MergeNext();
        }
        Sha256 = hasher is null ? "" : Convert.ToHexStringLower(hasher.GetHashAndReset());
        return [];
    }

    public void Dispose() => hasher?.Dispose();

    private IReadOnlyList<Refusal> Take(byte[] part, int length, int at)
    {
        var bytes = part.AsSpan(0, length);
        hasher?.AppendData(bytes);
        if (TextCheck.Fault(source.Name, bytes, linesBefore) is { } fault)
        {
            return [fault];
        }
        linesBefore += bytes.Count((byte)'\n');
        var start = 0;
        if (header is null)
        {
            var read = CsvHeader.Read(source.Name, bytes, CostsFile.Required, CostsFile.Optional);
            if (!read.IsDone)
            {
                return read.Refusals;
            }
            header = read.Value;
            start = header.Next;
        }
        var known = header;
        pending.Enqueue(
            (
                Task.Run(() =>
                {
                    var reader = new CostsPart(source.Name, known, at + start, rooms);
                    reader.Read(part.AsSpan(start, length - start));
                    ArrayPool<byte>.Shared.Return(part);
                    return reader;
                }),
                length
            )
        );
        if (pending.Count > Ahead)
        {
            MergeNext();
        }
        return [];
    }

    private void MergeNext()
    {
        var (part, bytes) = pending.Dequeue();
        Merge.Add(part.GetAwaiter().GetResult(), bytes);
        watch?.Invoke(Merge.Count);
    }

    // After the last line end that lies outside quotes: where the number of quotes before it is even. 0 if there is none.
    private static int Boundary(ReadOnlySpan<byte> part)
    {
        var quotes = part.Count((byte)'"');
        for (var end = part.Length; ; )
        {
            var line = part[..end].LastIndexOf((byte)'\n');
            if (line < 0)
            {
                return 0;
            }
            quotes -= part[line..end].Count((byte)'"');
            if (quotes % 2 == 0)
            {
                return line + 1;
            }
            end = line;
        }
    }
}
