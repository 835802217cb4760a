using Openbook.Web.Books;

namespace Openbook.Web.Costs;

/// <summary>Finds single lines of the Book on the page, with all that is known of them.</summary>
public sealed class LineReader(BookOnPage place, BookShelf shelf, LineShelf lines)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(500);

    /// <summary>A line with its recording.</summary>
    /// <param name="Line">The line.</param>
    /// <param name="Batch">What recorded it.</param>
    /// <param name="CorrectedBy">The lines that correct it; null if that is not known yet.</param>
    public sealed record Read(CostLine Line, RecordedBatch Batch, IReadOnlyList<LineRef>? CorrectedBy);

    /// <summary>The line of a name, if it had been recorded by the moment; else null.</summary>
    public async Task<Read?> Find(LineRef name)
    {
        var batches = place.Book.Look(state => state.Batches);
        if (batches.FirstOrDefault(batch => batch.Entry == name.Entry) is not { } batch)
        {
            return null;
        }
        var view = await lines.Find(place.Book, Patience);
        using var store = shelf.Open();
        return Line(store, view, name) is { } line
            ? new Read(line, batch, view?.CorrectedBy(name).Where(IsRecorded).ToList())
            : null;
    }

    /// <summary>The lines with a ledger's own id; none if they are not known yet.</summary>
    public async Task<IReadOnlyList<CostLine>> FindById(string id)
    {
        if (await lines.Find(place.Book, Patience) is not { } view)
        {
            return [];
        }
        using var store = shelf.Open();
        return
        [
            .. view.MayHaveId(id)
                .Where(IsRecorded)
                .Select(name => Line(store, view, name))
                .OfType<CostLine>()
                .Where(line => line.LineId == id),
        ];
    }

    private bool IsRecorded(LineRef line) => line.Entry <= place.Book.LastEntry;

    private CostLine? Line(IStore store, LineView? view, LineRef name)
    {
        var stored = new StoredLines(store, place.Book.Code, [name.Entry]);
        return view is null ? stored.Find(name)
            : view.PlaceOf(name) is { } at ? stored.At(name.Entry, at.Block, at.Place)
            : null;
    }
}
