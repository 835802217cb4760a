using System.CommandLine;
using System.Security.Cryptography;
using System.Text;
using Openbook.Domain;
using Openbook.Journal;

namespace Openbook.Cli;

/// <summary>One of several acts that are recorded one after another.</summary>
/// <param name="Decide">Decides on the Book as it is by then.</param>
/// <param name="Done">Says what was recorded.</param>
internal sealed record PlannedAct(Func<BookState, DateTime, Outcome<Act>> Decide, Func<Entry, string> Done);

/// <summary>What recording a file that was read comes to.</summary>
/// <param name="Request">What makes two of these the same act.</param>
/// <param name="Decide">Decides on the Book as it is.</param>
/// <param name="Done">Says what was recorded.</param>
internal sealed record FileActs(string Request, Func<IStore, BookState, Outcome<Act>> Decide, Func<Entry, string> Done);

/// <summary>Records one act from the command line and says what became of it.</summary>
internal sealed class Recording(CommonOptions common, Shell shell, ParseResult parsed)
{
    /// <summary>Who records: the command line has no accounts.</summary>
    private const string Actor = "command-line";

    /// <summary>Records the act that is decided on, and prints what was recorded.</summary>
    public int Run(
        string book,
        Option<string?>? key,
        string request,
        Func<IStore, BookState, DateTime, Outcome<Act>> decide,
        Func<Entry, string> done,
        bool isNew = false
    )
    {
        return OnStore(
            (store, journal) =>
                Run(journal, book, RequestOf(key, request), (state, now) => decide(store, state, now), done, isNew),
            isNew
        );
    }

    /// <summary>
    /// Records the lines of a file, which are written while it is being read. Nothing is left of them unless what is decided in the end
    /// is to record them.
    /// </summary>
    /// <param name="book">The Book's code.</param>
    /// <param name="key">The option with the client's key.</param>
    /// <param name="read">Reads the file and gives its lines to who takes them, if anybody; null if it was refused, as it has said.</param>
    public int RunAhead(string book, Option<string?> key, Func<ILineTaker?, FileActs?> read) =>
        OnStore(
            (store, journal) =>
            {
                using var ahead = journal.WriteAhead(book);
                return read(ahead) is { } acts
                    ? Run(
                        journal,
                        book,
                        RequestOf(key, acts.Request),
                        (state, _) => acts.Decide(store, state),
                        acts.Done,
                        isNew: false,
                        ahead
                    )
                    : Exit.Refused;
            },
            isNew: false
        );

    /// <summary>Records several acts one after another on one reading of the Book, up to the first that is refused.</summary>
    /// <param name="book">The Book's code.</param>
    /// <param name="plan">The acts, by the Book as it is.</param>
    public int RunAll(string book, Func<BookState, Outcome<IReadOnlyList<PlannedAct>>> plan)
    {
        return OnStore((_, journal) => RunAll(journal, book, plan), isNew: false);
    }

    private int RunAll(BookJournal journal, string book, Func<BookState, Outcome<IReadOnlyList<PlannedAct>>> plan)
    {
        var state = journal.Read(book);
        if (AsAt.Now.Fault(book, state.LastEntry, state.LastEntry) is { } fault)
        {
            return Refusals.Print(shell, [fault]);
        }
        var planned = plan(state);
        if (!planned.IsDone)
        {
            return Refusals.Print(shell, planned.Refusals);
        }
        foreach (var act in planned.Value)
        {
            var code = Run(journal, book, request: null, act.Decide, act.Done, isNew: false);
            if (code != Exit.Done)
            {
                return code;
            }
        }
        return Exit.Done;
    }

    private int OnStore(Func<IStore, BookJournal, int> run, bool isNew)
    {
        var place = StorePlace.Of(common, parsed, shell);
        using var store = isNew ? place.Open() : place.OpenIfThere();
        return store is null ? Reading.NoStore(shell, place) : run(store, JournalOf(store));
    }

    private int Run(
        BookJournal journal,
        string book,
        ClientRequest? request,
        Func<BookState, DateTime, Outcome<Act>> decide,
        Func<Entry, string> done,
        bool isNew,
        LinesAhead? ahead = null
    )
    {
        var outcome = journal.Record(book, isNew, request, decide, ahead);
        if (!outcome.IsDone)
        {
            return Refusals.Print(shell, outcome.Refusals);
        }
        var entry = outcome.Value.Entry;
        var before = outcome.Value.Repeated ? "Recorded before: " : "";
        shell.Out.WriteLine($"{before}Entry {Domain.Text.Of(entry.Number)} of {book}: {done(entry)}");
        return Exit.Done;
    }

    private BookJournal JournalOf(IStore store) => new(store, shell.Clock, Actor) { Trace = Tracer() };

    private Action<string>? Tracer() =>
        common.Trace.IsIn(parsed) ? step => shell.Error.WriteLine(step)
        : shell.ErrorIsTerminal ? Progress
        : null;

    private void Progress(string step)
    {
        if (step.StartsWith("written block", StringComparison.Ordinal) && step.EndsWith('0'))
        {
            shell.Error.Write($"\r{step} ");
        }
    }

    private ClientRequest? RequestOf(Option<string?>? key, string request)
    {
        if (key is null || parsed.GetValue(key) is not { } name)
        {
            return null;
        }
        return TextRule.Fault(name, "--key") is { } fault
            ? throw new UsageException($"{fault.What} {fault.Remedy}")
            : new ClientRequest(name, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(request))));
    }

    /// <summary>The council that was named, if any.</summary>
    public string? Named(Option<string?> by) => parsed.GetValue(by);
}

/// <summary>Prints refusals: every one, each with its remedy and code.</summary>
internal static class Refusals
{
    public static int Print(Shell shell, IReadOnlyList<Refusal> refusals)
    {
        foreach (var refusal in refusals)
        {
            shell.Error.WriteLine(refusal.ToString());
        }
        shell.Error.WriteLine(
            refusals.Count == 1
                ? "Refused. Nothing was recorded."
                : $"Refused for {Text.Count(refusals.Count, "reason")}. Nothing was recorded."
        );
        return Exit.Refused;
    }
}

/// <summary>Opens Books for commands that only read.</summary>
internal static class Reading
{
    /// <summary>Says that a folder or database holds no store.</summary>
    public static int NoStore(Shell shell, StorePlace place) =>
        Refusals.Print(shell, [Refuse.BookUnknown.Because($"There is no store in {place}.")]);

    /// <summary>Runs something on a Book as it is.</summary>
    public static int Book(
        CommonOptions common,
        Shell shell,
        ParseResult parsed,
        string book,
        Func<IStore, LoadedBook, int> run
    )
    {
        var place = StorePlace.Of(common, parsed, shell);
        using var store = place.OpenIfThere();
        if (store is null)
        {
            return NoStore(shell, place);
        }
        var asAt = common.AsAt(parsed);
        var loaded = BookLoader.Load(store, book, asAt);
        return Fault(store, book, asAt, loaded) is { } fault ? Refusals.Print(shell, [fault]) : run(store, loaded);
    }

    private static Refusal? Fault(IStore store, string book, AsAt asAt, LoadedBook loaded)
    {
        var last = asAt.IsNow ? loaded.State.LastEntry : store.Entries(book, after: 0).Count;
        return asAt.Fault(book, last, loaded.State.LastEntry);
    }
}
