using Openbook.Domain;

namespace Openbook.Exchange;

/// <summary>
/// Reads cost and income lines in the canonical layout. Each line becomes its figures and the place in the file where its texts
/// can be read again; the file itself is not held in memory.
/// </summary>
public sealed class CostsFile : ILineTexts
{
    private readonly ByteSource source;
    private readonly CsvHeader header;
    private readonly int[] places;

    private CostsFile(ByteSource source, CsvHeader header, int[] places)
    {
        this.source = source;
        this.header = header;
        this.places = places;
    }

    /// <summary>The columns a file must have.</summary>
    public static IReadOnlyList<string> Required { get; } = ["date", "service", "amount", "paid_by"];

    /// <summary>The columns it may have.</summary>
    public static IReadOnlyList<string> Optional { get; } =
    [
        "line_id",
        "month",
        "to_month",
        "cost_centre",
        "account",
        "supplier",
        "description",
        "reference",
        "nature",
        "kind",
        "irrecoverable_vat",
        "corrects",
    ];

    /// <summary>Whether a cost line has a field of that name.</summary>
    public static bool IsField(string name) => Required.Contains(name) || Optional.Contains(name);

    /// <summary>The lines of a file on disk, or every fault.</summary>
    /// <param name="path">The file.</param>
    /// <param name="watch">Told how many lines have been read so far.</param>
    /// <param name="digested">Whether its digest is worked out, too; where nothing is recorded nobody asks for it.</param>
    /// <param name="taker">Given the lines while they are read; if there is a fault among them, those before it.</param>
    public static Outcome<CostBatch> Read(
        string path,
        RowsRead? watch = null,
        bool digested = true,
        ILineTaker? taker = null
    )
    {
        try
        {
            return Read(new DiskSource(path), watch, digested, taker);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            return SourceFile.Unreadable(path);
        }
    }

    /// <summary>The lines of a file that is in memory, or every fault.</summary>
    /// <param name="name">The file's name.</param>
    /// <param name="bytes">What is in it.</param>
    /// <param name="taker">Given the lines while they are read; if there is a fault among them, those before it.</param>
    public static Outcome<CostBatch> Read(string name, byte[] bytes, ILineTaker? taker = null) =>
        Read(new MemorySource(name, bytes), null, digested: true, taker);

    private static Outcome<CostBatch> Read(ByteSource source, RowsRead? watch, bool digested, ILineTaker? taker)
    {
        if (source.Length is 0 or > int.MaxValue)
        {
            return Refuse.FileEmpty.Because(
                source.Length == 0 ? "The file is empty." : "The file is larger than 2 GB; divide it.",
                new Place(source.Name)
            );
        }
        using var reading = new CostsReading(source, watch, digested, taker);
        var faults = reading.Run();
        if (faults.Count > 0)
        {
            return Outcome<CostBatch>.Refused(faults);
        }
        // A stray quote may have misled the division into parts: read again in one.
        var merge = reading.Merge.BadQuotes ? Whole(source, reading.Header) : reading.Merge;
        if (merge.Count == 0 || merge.TooManyNames || merge.TooManyFaults)
        {
            return merge.Faults.Count > 0
                ? Outcome<CostBatch>.Refused(merge.Faults)
                : Refuse.FileEmpty.Because("There is no row below the header.", new Place(source.Name));
        }
        var batch = new CostBatch
        {
            Source = source.Name,
            Sha256 = reading.Sha256,
            Names = merge.Names,
            Lines = merge.Lines,
            Corrects = merge.Corrects,
            Texts = new CostsFile(source, reading.Header, merge.Places),
            WasTaken = reading.AllTaken && merge == reading.Merge,
        };
        return merge.Faults.Count > 0 ? Outcome<CostBatch>.Partly(batch, merge.Faults) : batch;
    }

    private static CostsMerge Whole(ByteSource source, CsvHeader header)
    {
        var bytes = source.ReadAll();
        var part = new CostsPart(source.Name, header, header.Next, new LineRooms());
        part.Read(bytes.AsSpan(header.Next));
        var merge = new CostsMerge(source.Name, bytes.Length);
        merge.Add(part, bytes.Length);
        return merge;
    }

    /// <inheritdoc/>
    public ILineTextRange Range(int first, int count, ref byte[] buffer)
    {
        var from = places[first];
        var length = places[first + count] - from;
        if (buffer.Length < length)
        {
            buffer = new byte[length + length / 4];
        }
        if (source.Read(from, buffer.AsSpan(0, length)) != length || !source.IsUnchanged())
        {
            throw new IOException($"The file {source.Name} changed while it was read.");
        }
        return new LineTextRange(buffer.AsMemory(0, length), from, places, header);
    }
}

/// <summary>The fields of a cost line in the order of <see cref="CostsFile.Required"/> and <see cref="CostsFile.Optional"/>.</summary>
internal static class CostField
{
    internal const int Date = 0;
    internal const int Service = 1;
    internal const int Amount = 2;
    internal const int PaidBy = 3;
    internal const int LineId = 4;
    internal const int Month = 5;
    internal const int ToMonth = 6;
    internal const int CostCentre = 7;
    internal const int Account = 8;
    internal const int Supplier = 9;
    internal const int Description = 10;
    internal const int Reference = 11;
    internal const int Nature = 12;
    internal const int Kind = 13;
    internal const int IrrecoverableVat = 14;
    internal const int Corrects = 15;
}
