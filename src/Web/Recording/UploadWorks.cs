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

    /// <summary>Starts work on a file in place of any other on it, or gives the same work if it is there.</summary>
    /// <param name="upload">The file's id.</param>
    /// <param name="what">What makes two works the same.</param>
    /// <param name="run">Does it.</param>
    public UploadWork<T> Start<T>(string upload, object what, Func<UploadWork, T> run)
    {
        ArgumentNullException.ThrowIfNull(what);
        lock (gate)
        {
            RemoveOld();
            if (works.TryGetValue(upload, out var known))
            {
                if (known is UploadWork<T> same && same.What.Equals(what))
                {
                    return same;
                }
                known.Stop();
            }
            var work = new UploadWork<T>(what, stop.Token);
            work.Run(places, run);
            works[upload] = work;
            return work;
        }
    }

    /// <summary>The work on a file, or null.</summary>
    public UploadWork? Find(string upload)
    {
        lock (gate)
        {
            return works.GetValueOrDefault(upload);
        }
    }

    /// <summary>Forgets work whose outcome was told.</summary>
    public void Forget(string upload)
    {
        lock (gate)
        {
            works.Remove(upload);
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

    private void RemoveOld()
    {
        foreach (var id in works.Keys.Where(id => !uploads.IsKept(id)).ToList())
        {
            works[id].Stop();
            works.Remove(id);
        }
    }
}
