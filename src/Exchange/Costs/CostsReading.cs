using System.Buffers;
using System.Security.Cryptography;
using Openbook.Domain;

namespace Openbook.Exchange;

/// <summary>
/// Reads a file of costs in parts: while one part is hashed, those before it are checked and turned into figures on other
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
    private readonly Queue<Task<PartRead>> pending = new();
    private readonly LineRooms rooms = new();
    private readonly ILineTaker? taker;
    private LineGiving? giving;
    private CsvHeader? header;
    private int linesBefore;

    /// <summary>A part that was read, or what is wrong with its text.</summary>
    /// <param name="Lines">Its lines; none if its text has a fault.</param>
    /// <param name="File">Its bytes.</param>
    /// <param name="LineEnds">How many lines of text end in it.</param>
    /// <param name="TextFault">What is wrong with its text, with its line counted from the part's own beginning.</param>
    private sealed record PartRead(CostsPart Lines, FilePart File, int LineEnds, Refusal? TextFault);

    public CostsReading(ByteSource source, RowsRead? watch, bool digested, ILineTaker? taker)
    {
        hasher = digested ? IncrementalHash.CreateHash(HashAlgorithmName.SHA256) : null;
        this.source = source;
        this.watch = watch;
        this.taker = taker;
        Merge = new CostsMerge(source.Name, source.Length);
    }

    public CostsMerge Merge { get; }

    public CsvHeader Header => header!;

    /// <summary>Whether somebody took all lines while they were read.</summary>
    public bool AllTaken => giving is not null;

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
            if (Take(new FilePart((int)at, part, boundary)) is { Count: > 0 } faults)
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
            if (MergeNext() is { } fault)
            {
                return [fault];
            }
        }
        giving?.Finish(Merge);
        Sha256 = hasher is null ? "" : Convert.ToHexStringLower(hasher.GetHashAndReset());
        return [];
    }

    public void Dispose() => hasher?.Dispose();

    private IReadOnlyList<Refusal> Take(FilePart part)
    {
        hasher?.AppendData(part.Bytes);
        var start = 0;
        if (header is null)
        {
            if (TextCheck.Fault(source.Name, part.Bytes, 0) is { } fault)
            {
                return [fault];
            }
            var read = CsvHeader.Read(source.Name, part.Bytes, CostsFile.Required, CostsFile.Optional);
            if (!read.IsDone)
            {
                return read.Refusals;
            }
            header = read.Value;
            start = header.Next;
            giving = taker is null ? null : new LineGiving(taker, header);
        }
        var known = header;
        pending.Enqueue(Task.Run(() => ReadPart(known, part, start)));
        return pending.Count > Ahead && MergeNext() is { } found ? [found] : [];
    }

    private PartRead ReadPart(CsvHeader known, FilePart part, int start)
    {
        var reader = new CostsPart(source.Name, known, part.From + start, rooms);
        var fault = TextCheck.Fault(source.Name, part.Bytes, 0);
        if (fault is null)
        {
            reader.Read(part.Bytes[start..]);
        }
        return new PartRead(reader, part, part.Bytes.Count((byte)'\n'), fault);
    }

    // Gives what is wrong with the text, if anything.
    private Refusal? MergeNext()
    {
        var read = pending.Dequeue().GetAwaiter().GetResult();
        if (read.TextFault is { } fault)
        {
            return fault with { Place = fault.Place! with { Row = fault.Place.Row + linesBefore } };
        }
        linesBefore += read.LineEnds;
        Merge.Add(read.Lines, read.File.Length);
        GiveOn(read.File);
        watch?.Invoke(Merge.Count);
        return null;
    }

    // Nobody needs lines of a file that is refused, nor those of one that may have been divided wrongly.
    private void GiveOn(FilePart part)
    {
        if (Merge.BadQuotes || Merge.Faults.Count > 0)
        {
            giving = null;
        }
        if (giving is null)
        {
            part.Return();
            return;
        }
        giving.Add(part, Merge);
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
