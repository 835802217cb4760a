namespace Openbook.Web.Recording;

/// <summary>
/// Does the long work on files: one for each file, two at a time, for each may take hundreds of megabytes. The site's end stops them
/// all; what was being recorded then is not recorded.
/// </summary>
public sealed class UploadWorks(Uploads uploads) : IDisposable
{
    private const int AtOnce = 2;
    private static readonly TimeSpan LongestFarewell = TimeSpan.FromSeconds(10);
    private readonly Lock gate = new();
    private readonly Dictionary<string, UploadWork> works = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim places = new(AtOnce);
    private readonly CancellationTokenSource stop = new();

    /// <summary>
    /// Starts work on a file in place of any other on it; gives what is there if that is the same, or is work that lasts.
    /// </summary>
    /// <param name="upload">The file's id.</param>
    /// <param name="what">What makes two works the same.</param>
    /// <param name="run">Does it.</param>
    /// <param name="lasts">Whether no other work may take its place before its outcome is told.</param>
    public UploadWork Start<T>(string upload, object what, Func<UploadWork, T> run, bool lasts = false)
    {
        ArgumentNullException.ThrowIfNull(what);
        lock (gate)
        {
            RemoveOld();
            if (works.TryGetValue(upload, out var known))
            {
                if (known.Lasts || (known is UploadWork<T> && !lasts && known.What.Equals(what)))
                {
                    return known;
                }
                known.Stop();
            }
            var work = new UploadWork<T>(what, lasts, stop.Token);
            work.Run(places, run);
            works[upload] = work;
            return work;
        }
    }

    /// <summary>
    /// A place among the two, for a page that reads a file itself, until it is disposed of; null if none became free in time.
    /// </summary>
    /// <param name="patience">How long to wait for it.</param>
    /// <param name="gone">That nobody waits for the page any more.</param>
    public async Task<IDisposable?> Place(TimeSpan patience, CancellationToken gone) =>
        await places.WaitAsync(patience, gone) ? new Taken(places) : null;

    /// <summary>The work on a file, or null.</summary>
    public UploadWork? Find(string upload)
    {
        lock (gate)
        {
            return works.GetValueOrDefault(upload);
        }
    }

    /// <summary>Forgets work whose outcome was told; what took its place meanwhile stays.</summary>
    public void Forget(string upload, UploadWork work)
    {
        lock (gate)
        {
            if (works.GetValueOrDefault(upload) == work)
            {
                works.Remove(upload);
            }
        }
    }

    public void Dispose()
    {
        stop.Cancel();
        Task[] all;
        lock (gate)
        {
            all = [.. works.Values.Select(work => work.Task)];
        }
        // Each ends by an exception, that it was stopped.
        Task.WhenAll(all).ContinueWith(_ => { }, TaskScheduler.Default).Wait(LongestFarewell);
        stop.Dispose();
    }

    private sealed class Taken(SemaphoreSlim places) : IDisposable
    {
        public void Dispose() => places.Release();
    }

    private void RemoveOld()
    {
        foreach (var (id, work) in works.Where(item => !uploads.IsKept(item.Key)).ToList())
        {
            if (work.Lasts && !work.Task.IsCompleted)
            {
                continue;
            }
            work.Stop();
            works.Remove(id);
        }
    }
}
