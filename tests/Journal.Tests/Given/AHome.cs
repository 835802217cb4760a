using System.Text;

namespace Openbook.Journal.Tests.Given;

/// <summary>A home in which a Book is kept already, and what can be asked of it.</summary>
public static class AHome
{
    /// <summary>A home with the small Book in it.</summary>
    public static IStoreHome WithSmallBook(string store)
    {
        var home = StoreHomes.Make(store);
        using var opened = home.Open();
        SmallStory.Tell(new Clerk(opened, new AClock()));
        return home;
    }

    /// <summary>A home with the beginning of the small Book: agreed, counted, October recorded as entry 6 and paid.</summary>
    public static IStoreHome WithOctober(string store)
    {
        var home = StoreHomes.Make(store);
        using var opened = home.Open();
        SmallStory.TellOctober(new Clerk(opened, new AClock()));
        return home;
    }

    /// <summary>Does something with a clerk who works on a day.</summary>
    public static T With<T>(this IStoreHome home, string day, Func<Clerk, T> act)
    {
        ArgumentNullException.ThrowIfNull(home);
        ArgumentNullException.ThrowIfNull(act);
        using var store = home.Open();
        var clock = new AClock();
        clock.Set(day);
        return act(new Clerk(store, clock));
    }

    /// <summary>What verification says of the Book in a home.</summary>
    public static VerifyReport Verified(this IStoreHome home, string book = Clerk.Abc)
    {
        ArgumentNullException.ThrowIfNull(home);
        using var store = home.Open();
        return Verification.Run(store, book, TheAgreement.Reread);
    }

    /// <summary>The Book verifies and has so many entries.</summary>
    public static void MustBeSound(this IStoreHome home, int entries, string book = Clerk.Abc)
    {
        var report = home.Verified(book);
        Assert.Empty(report.Damages);
        Assert.Equal(entries, report.Entries);
    }

    /// <summary>There is damage, and the first of it is at this entry.</summary>
    public static Damage MustBeDamagedAt(this IStoreHome home, int entry)
    {
        var report = home.Verified();
        Assert.NotEmpty(report.Damages);
        Assert.Equal(entry, report.Damages[0].Entry);
        return report.Damages[0];
    }

    /// <summary>The statements of all closed periods and of the first open one, as canonical text.</summary>
    public static string Statements(this IStoreHome home, string book = Clerk.Abc)
    {
        ArgumentNullException.ThrowIfNull(home);
        using var store = home.Open();
        return Statements(BookLoader.Load(store, book).State);
    }

    public static string Statements(BookState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        return string.Concat(
            Periods(state)
                .Select(period => CanonicalJson.Bytes(StatementJson.Of(Statement.Of(state, period).Value)))
                .Select(bytes => Encoding.UTF8.GetString(bytes) + "\n")
        );
    }

    /// <summary>The digests of the same statements without their heads: figures alone.</summary>
    public static IReadOnlyList<string> Figures(this IStoreHome home)
    {
        ArgumentNullException.ThrowIfNull(home);
        using var store = home.Open();
        var state = BookLoader.Load(store, Clerk.Abc).State;
        return [.. Periods(state).Select(period => StatementJson.Sha256(Statement.Of(state, period).Value))];
    }

    /// <summary>The blocks of an entry.</summary>
    public static IReadOnlyList<StoredBlock> Blocks(this IStoreHome home, int entry)
    {
        ArgumentNullException.ThrowIfNull(home);
        using var store = home.Open();
        return [.. store.Blocks(Clerk.Abc, entry)];
    }

    /// <summary>The lines of an entry.</summary>
    public static IReadOnlyList<CostLine> Lines(this IStoreHome home, int entry)
    {
        ArgumentNullException.ThrowIfNull(home);
        using var store = home.Open();
        return [.. new StoredLines(store, BookLoader.Load(store, Clerk.Abc).State).LinesOf(entry)];
    }

    /// <summary>Puts a block in the place of the one of its number, behind the program's back.</summary>
    public static void Put(this IStoreHome home, int entry, StoredBlock block)
    {
        ArgumentNullException.ThrowIfNull(home);
        ArgumentNullException.ThrowIfNull(block);
        using var store = home.Open();
        using var writer = store.Write();
        writer.ReplaceBlock(Clerk.Abc, entry, block);
        writer.Commit();
    }

    private static List<Period> Periods(BookState state) =>
        [.. state.Closed.Select(item => item.Period), Period.Of(state.FirstOpen!.Value)];
}
