namespace Openbook.Web.Recording;

/// <summary>Work on a file that goes on while nobody waits for it: what it is doing and how far it is.</summary>
/// <param name="what">What makes two works the same.</param>
/// <param name="site">Stopped when the site ends.</param>
public abstract class UploadWork(object what, CancellationToken site)
{
    private readonly CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(site);
    private State state = new("Waiting until other files are done", 0, 0);

    private sealed record State(string Doing, int Rows, int Of);

    /// <summary>What makes two works the same.</summary>
    public object What => what;

    /// <summary>The work as a whole.</summary>
    public abstract Task Task { get; }

    /// <summary>How far it is: <c>Reading rows: 350,000 so far</c>.</summary>
    public string InWords =>
        state is { Rows: > 0 } now
            ? $"{now.Doing}: {Text.Grouped(now.Rows)} {(now.Of > 0 ? $"of {Text.Grouped(now.Of)}" : "so far")}"
            : state.Doing;

    /// <summary>Stops when nobody wants the work any more.</summary>
    internal CancellationToken Stopped => stop.Token;

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

    /// <summary>Ends the work at the next row that is counted.</summary>
    public void Stop() => stop.Cancel();
}

/// <summary>Work on a file, with what comes of it.</summary>
/// <param name="what">What makes two works the same.</param>
/// <param name="site">Stopped when the site ends.</param>
public sealed class UploadWork<T>(object what, CancellationToken site) : UploadWork(what, site)
{
    private Task<T>? task;

    public override Task Task => task!;

    /// <summary>What came of it; what broke it is thrown.</summary>
    public T Result => task!.GetAwaiter().GetResult();

    internal void Run(SemaphoreSlim places, Func<UploadWork, T> run) =>
        task = Task.Run(async () =>
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
        });
}
