using Microsoft.Win32.SafeHandles;

namespace Openbook.Journal;

/// <summary>
/// Brings to the disk, beside a long transaction, what it has written into SQLite's log so far, so that the flush at its end finds little
/// to do. It takes nothing from that flush: what SQLite does is as before, and a disk that fails fails it as well. SQLite holds its locks
/// in other files, so that opening and closing the log here lets go of none.
/// </summary>
/// <param name="log">The log's file.</param>
internal sealed class LogFlusher(string log) : IDisposable
{
    private const int Worth = 8 << 20;
    private long waiting;
    private Task? flush;

    /// <summary>Told how many bytes were written; now and then begins a flush on another thread.</summary>
    public void Wrote(long bytes)
    {
        waiting += bytes;
        if (waiting >= Worth && (flush is null || flush.IsCompleted))
        {
            waiting = 0;
            flush = Task.Run(Flush);
        }
    }

    /// <summary>Waits until nothing is under way.</summary>
    public void Dispose() => flush?.Wait();

    private void Flush()
    {
        try
        {
            using var handle = File.OpenHandle(log, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
            RandomAccess.FlushToDisk(handle);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // The flush at the end meets it, too, and says so.
        }
    }
}
