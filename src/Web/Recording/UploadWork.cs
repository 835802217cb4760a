namespace Openbook.Web.Recording;

/// <summary>Work on a file that goes on while nobody waits for it: what it is doing and how far it is.</summary>
public abstract class UploadWork
{
    private readonly CancellationTokenSource stop;
    private readonly Lock ending = new();
    private bool hasEnded;
    private State state = new("Waiting until other files are done", 0, 0);

    /// <param name="what">What makes two works the same.</param>
    /// <param name="lasts">Whether no other work may take its place before its outcome is told.</param>
    /// <param name="site">Stopped when the site ends.</param>
    private protected UploadWork(object what, bool lasts, CancellationToken site)
    {
        (What, Lasts) = (what, lasts);
        stop = CancellationTokenSource.CreateLinkedTokenSource(site);
        Stopped = stop.Token;
    }

    private sealed record State(string Doing, int Rows, int Of);

    /// <summary>What makes two works the same.</summary>
    public object What { get; }

    /// <summary>Whether no other work may take its place before its outcome is told.</summary>
    public bool Lasts { get; }

    /// <summary>Whether somebody was shown what came of it.</summary>
    public bool IsTold { get; set; }

    /// <summary>Whether nothing came of it because it was stopped: something broke as it ended, or it was not begun.</summary>
    public bool WasStopped =>
        Task.IsCanceled || (Task.IsCompleted && !Task.IsCompletedSuccessfully && Stopped.IsCancellationRequested);

    /// <summary>The work as a whole.</summary>
    public abstract Task Task { get; }

    /// <summary>How far it is: <c>Reading rows: 350,000 so far</c>.</summary>
    public string InWords =>
        state is { Rows: > 0 } now
            ? $"{now.Doing}: {Text.Grouped(now.Rows)} {(now.Of > 0 ? $"of {Text.Grouped(now.Of)}" : "so far")}"
            : state.Doing;

    /// <summary>Stops when nobody wants the work any more.</summary>
    internal CancellationToken Stopped { get; }

    /// <summary>Goes on to a step.</summary>
    /// <param name="doing">What is done, in words.</param>
    /// <param name="of">How many rows there are; 0 if that is not known.</param>
    /// <exception cref="OperationCanceledException">Nobody wants the work any more.</exception>
    public void Begin(string doing, int of = 0)
    {
        Stopped.ThrowIfCancellationRequested();
        state = new State(doing, 0, of);
    }

    /// <summary>Notes how many rows of the step are done.</summary>
    /// <exception cref="OperationCanceledException">Nobody wants the work any more.</exception>
    public void Count(int rows)
    {
        Stopped.ThrowIfCancellationRequested();
        state = state with { Rows = rows };
    }

    /// <summary>Ends the work at the next row that is counted; does nothing when it is over.</summary>
    public void Stop()
    {
        lock (ending)
        {
            if (!hasEnded)
            {
                stop.Cancel();
            }
        }
    }

    // The site's end must not hold on to each work there ever was.
    private protected void End()
    {
        lock (ending)
        {
            hasEnded = true;
        }
        stop.Dispose();
    }
}

/// <summary>Work on a file, with what comes of it.</summary>
/// <param name="what">What makes two works the same.</param>
/// <param name="lasts">Whether no other work may take its place before its outcome is told.</param>
/// <param name="site">Stopped when the site ends.</param>
public sealed class UploadWork<T>(object what, bool lasts, CancellationToken site) : UploadWork(what, lasts, site)
{
    private Task<T>? task;

    public override Task Task => task!;

    /// <summary>What came of it; what broke it is thrown.</summary>
    public T Result => task!.GetAwaiter().GetResult();

    internal void Run(SemaphoreSlim places, Func<UploadWork, T> run) =>
        task = Task.Run(async () =>
        {
            try
            {
                await places.WaitAsync(Stopped);
                try
                {
                    return run(this);
                }
                finally
                {
                    places.Release();
                }
            }
            finally
            {
                End();
            }
        });
}
