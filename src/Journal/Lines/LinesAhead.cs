using System.Text;
using Openbook.Domain;

namespace Openbook.Journal;

/// <summary>
/// Writes lines as those of a Book's next entry while their file is still being read, before anything is decided on them: most files are
/// recorded as they are. It holds the one write to the store meanwhile, so that the Book cannot move on; nothing is there unless the entry
/// is added. Of lines that are recorded otherwise, or not at all, what was written is taken back.
/// </summary>
public sealed class LinesAhead : ILineTaker, IDisposable
{
    private readonly string book;
    private readonly int entry;
    private readonly LineWriting writing;
    private readonly Workshops workshops = new();
    private byte[][] names = [];

    internal LinesAhead(IStoreWriter pen, string book, int entry, Action<string>? trace, Action<int>? linesWritten)
    {
        Pen = pen;
        this.book = book;
        this.entry = entry;
        writing = new LineWriting(pen, book, entry, trace, linesWritten);
    }

    /// <inheritdoc/>
    public int AtATime => StoredBlock.Full;

    /// <summary>The write.</summary>
    internal IStoreWriter Pen { get; }

    /// <inheritdoc/>
    public void Take(LinesRead lines)
    {
        ArgumentNullException.ThrowIfNull(lines);
        if (names.Length != lines.Names.Count)
        {
            names = [.. lines.Names.Select(Encoding.UTF8.GetBytes)];
        }
        var encoder = new LineEncoder(lines.Lines, names, lines.Texts, workshops);
        writing.Add(encoder, lines.First, lines.Count, lines.Done);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        writing.Dispose();
        Pen.Dispose();
    }

    /// <summary>
    /// The digest of what was written, if those are the lines to record; null if not: then nothing is left of them.
    /// </summary>
    internal string? Finish(CostsDecision costs)
    {
        if (costs.Batch.WasTaken && costs.Kept is null && costs.Corrects is null)
        {
            return writing.Finish();
        }
        Pen.DropBlocks(book, entry);
        return null;
    }
}
