using System.Security.Cryptography;

namespace Openbook.Journal;

/// <summary>
/// Writes the lines of an entry. Blocks are encoded side by side, and hashed and put in order, all on the thread that adds them.
/// </summary>
/// <param name="writer">Where they are put.</param>
/// <param name="book">The Book's code.</param>
/// <param name="entry">The entry's number.</param>
/// <param name="trace">Told of each step.</param>
/// <param name="linesWritten">Told how many lines are written so far; what it throws goes through.</param>
internal sealed class LineWriting(
    IStoreWriter writer,
    string book,
    int entry,
    Action<string>? trace,
    Action<int>? linesWritten
) : IDisposable
{
    // Enough that both encoding and writing go on while either waits, or while something is decided.
    private const int MostAhead = 16;

    private readonly IncrementalHash hasher = Begun();
    private readonly Queue<BlockAhead> pending = new();
    private int blocks;
    private int lines;

    /// <summary>A block that is being encoded.</summary>
    /// <param name="Encoded">It, once it is.</param>
    /// <param name="Done">Called once it is put.</param>
    private sealed record BlockAhead(Task<EncodedBlock> Encoded, Action? Done);

    /// <summary>Adds a block; those before it are put once enough are under way.</summary>
    /// <param name="encoder">Encodes it.</param>
    /// <param name="first">Its first line among the encoder's.</param>
    /// <param name="count">How many lines it has.</param>
    /// <param name="done">Called once it is put.</param>
    public void Add(LineEncoder encoder, int first, int count, Action? done = null)
    {
        var block = blocks++;
        pending.Enqueue(new BlockAhead(Task.Run(() => encoder.Encode(block, first, count)), done));
        while (pending.Count > MostAhead || (pending.Count > 0 && pending.Peek().Encoded.IsCompleted))
        {
            PutNext();
        }
    }

    /// <summary>Puts what is left; gives the digest of the lines' canonical bytes.</summary>
    public string Finish()
    {
        while (pending.Count > 0)
        {
            PutNext();
        }
        return Convert.ToHexStringLower(hasher.GetHashAndReset());
    }

    /// <summary>Waits for what is under way.</summary>
    public void Dispose()
    {
        foreach (var block in pending)
        {
            block.Encoded.ContinueWith(_ => { }, TaskScheduler.Default).Wait();
        }
        pending.Clear();
        hasher.Dispose();
    }

    private void PutNext()
    {
        var (task, done) = pending.Dequeue();
        var block = task.GetAwaiter().GetResult();
        hasher.AppendData(block.Canonical);
        block.Return();
        writer.PutBlock(book, entry, block.Stored);
        done?.Invoke();
        lines += block.Stored.Count;
        trace?.Invoke($"written block {block.Stored.Block + 1}");
        linesWritten?.Invoke(lines);
    }

    private static IncrementalHash Begun()
    {
        var begun = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        begun.AppendData(CanonicalLines.Header);
        return begun;
    }
}
