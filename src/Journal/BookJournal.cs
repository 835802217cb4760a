using System.Text;
using Openbook.Domain;

namespace Openbook.Journal;

/// <summary>What is to be recorded, once decided.</summary>
public sealed record Act
{
    /// <summary>The fact; null if lines are recorded.</summary>
    public Fact? Fact { get; init; }

    /// <summary>The lines to record; null if it is another fact.</summary>
    public CostsDecision? Costs { get; init; }

    /// <summary>The day from which it counts.</summary>
    public required DateOnly Effective { get; init; }

    /// <summary>The council for which it is recorded.</summary>
    public required string By { get; init; }

    /// <summary>The entry that it corrects.</summary>
    public int? Corrects { get; init; }

    /// <summary>Why.</summary>
    public string? Reason { get; init; }

    /// <summary>A decision or document that stands behind it.</summary>
    public string? Authority { get; init; }
}

/// <summary>What came of recording.</summary>
/// <param name="Entry">The entry.</param>
/// <param name="Repeated">Whether it was recorded before under the same key.</param>
public sealed record Recorded(Entry Entry, bool Repeated);

/// <summary>
/// Records facts: reads the Book, lets Domain decide, and appends in one transaction if the Book has not moved on in between;
/// else it reads and decides again, after some tries with the pen in its hand. When it returns, the entry is on disk.
/// </summary>
public sealed class BookJournal(IStore store, TimeProvider clock, string actor)
{
    // Who must read anew each time would lose to one who need not, again and again.
    private const int TriesWithoutPen = 3;
    private LoadedBook? last;

    /// <summary>Told of each step of a write, for who watches.</summary>
    public Action<string>? Trace { get; init; }

    /// <summary>Told how many lines of cost are written so far, not yet on disk. What it throws takes them all back.</summary>
    public Action<int>? LinesWritten { get; init; }

    /// <summary>The Book as it is; the next act is decided on this reading if nobody adds to it meanwhile.</summary>
    public BookState Read(string book) => (last = BookLoader.Load(store, book)).State;

    /// <summary>Begins to write the lines of the next entry, to be recorded with it; null if there is no such Book.</summary>
    public LinesAhead? WriteAhead(string book)
    {
        var pen = store.Write();
        LinesAhead? ahead = null;
        try
        {
            var number = pen.LastEntry(book);
            ahead = number == 0 ? null : new LinesAhead(pen, book, number + 1, Trace, LinesWritten);
            return ahead;
        }
        finally
        {
            if (ahead is null)
            {
                pen.Dispose();
            }
        }
    }

    /// <summary>Records one act.</summary>
    /// <param name="book">The Book's code.</param>
    /// <param name="isNew">Whether the act starts the Book.</param>
    /// <param name="request">The client's key and request, so that the same act is not done twice.</param>
    /// <param name="decide">Decides on the Book as it is, at the moment given.</param>
    /// <param name="ahead">The lines to record, if they were written while they were read.</param>
    public Outcome<Recorded> Record(
        string book,
        bool isNew,
        ClientRequest? request,
        Func<BookState, DateTime, Outcome<Act>> decide,
        LinesAhead? ahead = null
    )
    {
        ArgumentNullException.ThrowIfNull(decide);
        for (var tries = 0; ; tries++)
        {
            using var pen = ahead is not null || tries < TriesWithoutPen ? null : store.Write();
            var loaded = Loaded(book);
            var state = loaded.State;
            last = null;
            if (Refused(state, book, isNew, request, loaded, out var repeated) is { } refusal)
            {
                return refusal;
            }
            if (repeated is not null)
            {
                return new Recorded(repeated, true);
            }
            var now = Now(state);
            state.Advance(DateOnly.FromDateTime(now));
            var act = decide(state, now);
            if (!act.IsDone)
            {
                return Outcome<Recorded>.Refused(act.Refusals);
            }
            if (!isNew && !state.Partners.Contains(act.Value.By))
            {
                return Refuse.ByNotPartner.Because($"\"{act.Value.By}\" is not a partner.");
            }
            if (Append(pen, ahead, book, state, act.Value, now, request) is { } stored)
            {
                state.Apply(stored.Entry);
                if (request is not null)
                {
                    state.NoteRequest(request, stored.Entry.Number);
                }
                last = new LoadedBook(state, [.. loaded.Entries, stored]);
                return new Recorded(stored.Entry, false);
            }
        }
    }

    private static Refusal? Refused(
        BookState state,
        string book,
        bool isNew,
        ClientRequest? request,
        LoadedBook loaded,
        out Entry? repeated
    )
    {
        repeated = null;
        if (request is not null && state.RequestOf(request.Key) is var (entry, sha256))
        {
            repeated = loaded.Entries[entry - 1].Entry;
            return sha256 == request.Sha256
                ? null
                : Refuse.KeyUsedOtherwise.Because($"The key \"{request.Key}\" was used for entry {Text.Of(entry)}.");
        }
        if (isNew && state.LastEntry > 0)
        {
            return Refuse.BookExists.Because($"There is a Book \"{book}\" already.");
        }
        return !isNew && state.LastEntry == 0 ? Refuse.BookUnknown.Because($"There is no Book \"{book}\".") : null;
    }

    private DateTime Now(BookState state)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        now = new DateTime(now.Ticks - now.Ticks % TimeSpan.TicksPerSecond, DateTimeKind.Utc);
        return now < state.LastRecordedAt ? state.LastRecordedAt : now;
    }

    // Null if the Book has moved on since it was read.
    private StoredEntry? Append(
        IStoreWriter? pen,
        LinesAhead? ahead,
        string book,
        BookState state,
        Act act,
        DateTime now,
        ClientRequest? request
    )
    {
        using var own = pen is null && ahead is null ? store.Write() : null;
        var writer = pen ?? ahead?.Pen ?? own!;
        if (writer.LastEntry(book) != state.LastEntry)
        {
            return null;
        }
        var number = state.LastEntry + 1;
        Trace?.Invoke($"writing entry {number}");
        var fact = act.Costs is { } costs ? PutLines(writer, ahead, book, number, costs) : act.Fact!;
        var sealedEntry = EntryCodec.Seal(
            new Entry
            {
                Number = number,
                RecordedAt = now,
                Actor = actor,
                By = act.By,
                Effective = act.Effective,
                Fact = fact,
                Corrects = act.Corrects,
                Reason = act.Reason,
                Authority = act.Authority,
                Previous = state.Head,
                Hash = "",
            },
            request
        );
        writer.PutEntry(book, number, sealedEntry.Bytes);
        if (fact is WordsWithheld withheld)
        {
            new Withholding(store, writer, book).Remove(withheld);
        }
        Check(writer, book, sealedEntry, state.Head);
        Trace?.Invoke($"written entry {number}, not yet on disk");
        writer.Commit();
        Trace?.Invoke($"entry {number} is on disk");
        if (fact is WordsWithheld)
        {
            writer.Scrub();
        }
        return sealedEntry;
    }

    // The Book as this journal left it, if nobody has added to it since.
    private LoadedBook Loaded(string book) =>
        last?.State.Code == book && store.Entries(book, last.State.LastEntry).Count == 0
            ? last
            : BookLoader.Load(store, book);

    // What is read back must be what was sealed, and follow from the head.
    private static void Check(IStoreWriter writer, string book, StoredEntry entry, string head)
    {
        var bytes = writer.Entry(book, entry.Entry.Number);
        if (bytes is null || EntryCodec.Open(bytes, entry.Entry.Number, head).Entry.Hash != entry.Entry.Hash)
        {
            throw new StoreException($"Entry {entry.Entry.Number} could not be read back as it was written.");
        }
    }

    private CostsRecorded PutLines(IStoreWriter writer, LinesAhead? ahead, string book, int number, CostsDecision costs)
    {
        var idKeys = Task.Run(() => IdKeysOf(costs));
        var sha256 = ahead?.Finish(costs) ?? Written(writer, book, number, costs);
        writer.PutDerived(book, number, new DerivedBatch(SumsCodec.Write(costs.Sums), idKeys.GetAwaiter().GetResult()));
        return new CostsRecorded(
            new Source(costs.Batch.Source, costs.Batch.Sha256),
            costs.Count,
            costs.Total.Pence,
            sha256,
            costs.Skipped
        )
        {
            Sums = costs.Sums,
        };
    }

    // The digest of the lines' canonical bytes.
    private string Written(IStoreWriter writer, string book, int number, CostsDecision costs)
    {
        var batch = costs.Batch;
        byte[][] names = [.. batch.Names.Select(Encoding.UTF8.GetBytes)];
        var encoder = new LineEncoder(batch.Lines, names, batch.Texts, new Workshops())
        {
            Kept = costs.Kept,
            Corrects = costs.Corrects,
        };
        using var writing = new LineWriting(writer, book, number, Trace, LinesWritten);
        for (var first = 0; first < costs.Count; first += StoredBlock.Full)
        {
            writing.Add(encoder, first, Math.Min(StoredBlock.Full, costs.Count - first));
        }
        return writing.Finish();
    }

    private static byte[] IdKeysOf(CostsDecision costs)
    {
        var lines = costs.Batch.Lines;
        var bytes = new byte[8L * costs.Count];
        var used = 0;
        for (var i = 0; i < costs.Count; i++)
        {
            var key = lines[costs.Kept?[i] ?? i].IdKey;
            if (key != 0)
            {
                BitConverter.TryWriteBytes(bytes.AsSpan(used), key);
                used += 8;
            }
        }
        return bytes[..used];
    }
}
