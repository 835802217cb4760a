namespace Openbook.Journal.Tests.Simulated;

/// <summary>
/// Where a partnership's clerks record. What one does may be cut short by a crash at any step of the write, or may be
/// overtaken by what another records while the Book is being read. Every entry acknowledged is remembered by its hash.
/// </summary>
public sealed class Office(IStoreHome home, AClock clock, Chance chance) : IDisposable
{
    private readonly List<string> hashes = [];
    private Desk? desk;
    private int keys;
    private bool isOvertaking;

    /// <summary>The hashes of the entries acknowledged, in order.</summary>
    public IReadOnlyList<string> Hashes => hashes;

    /// <summary>How often a write was cut short.</summary>
    public int Crashes { get; private set; }

    /// <summary>How often one was overtaken by another.</summary>
    public int Overtaken { get; private set; }

    /// <summary>Does something, whatever happens meanwhile; what came of it.</summary>
    /// <param name="act">What to do, under a key if there is one.</param>
    /// <param name="then">What to remember of an entry; called as soon as it stands.</param>
    /// <param name="meanwhile">What another clerk may do first.</param>
    public Outcome<Recorded> Do(
        Func<Clerk, string?, Outcome<Recorded>> act,
        Action<Entry> then,
        Action? meanwhile = null
    )
    {
        ArgumentNullException.ThrowIfNull(then);
        var outcome = How(act, isOvertaking ? null : meanwhile);
        if (outcome.IsDone)
        {
            Assert.Equal(hashes.Count + 1, outcome.Value.Entry.Number);
            hashes.Add(outcome.Value.Entry.Hash);
            then(outcome.Value.Entry);
        }
        return outcome;
    }

    /// <summary>Reads the Book as whoever comes now.</summary>
    public T Look<T>(Func<IStore, T> look)
    {
        ArgumentNullException.ThrowIfNull(look);
        using var store = home.Open();
        return look(store);
    }

    public void Dispose() => desk?.Dispose();

    private Outcome<Recorded> How(Func<Clerk, string?, Outcome<Recorded>> act, Action? meanwhile)
    {
        if (isOvertaking)
        {
            using var other = new Desk(home, clock);
            return act(other.Clerk, null);
        }
        return chance.Below(10) switch
        {
            0 or 1 => Crashing(act),
            2 or 3 when meanwhile is not null => Overtaking(act, meanwhile),
            _ => act(Sit(anew: chance.OneIn(3)).Clerk, null),
        };
    }

    // The program dies at some step of the write. Whoever starts it again under the same key has the act done once.
    private Outcome<Recorded> Crashing(Func<Clerk, string?, Outcome<Recorded>> act)
    {
        var key = $"key-{++keys}";
        var committed = false;
        Rise();
        using (var store = home.Open())
        {
            var failing = new FailingStore(store, chance.Between(1, 7), chance.OneIn(2));
            try
            {
                var outcome = act(new Clerk(failing, clock), key);
                if (!outcome.IsDone)
                {
                    return outcome;
                }
            }
            catch (StoreException fault) when (fault.Message == FailingStore.Message)
            {
                Crashes++;
            }
            committed = failing.Committed;
        }
        Assert.Equal(hashes.Count + (committed ? 1 : 0), Look(store => store.Entries(Clerk.Abc, 0).Count));
        var again = act(Sit(anew: true).Clerk, key);
        // A write begins before it is decided on: what is refused may have crashed, too.
        Assert.True(again.IsDone || !committed, "What was done before a crash was refused after it.");
        Assert.Equal(committed, again.IsDone && again.Value.Repeated);
        return again;
    }

    private Outcome<Recorded> Overtaking(Func<Clerk, string?, Outcome<Recorded>> act, Action meanwhile)
    {
        var sitting = Sit(anew: true);
        var before = hashes.Count;
        sitting.Clerk.WritesAhead = false;
        sitting.Slow.Before(
            chance.Between(1, 3),
            () =>
            {
                isOvertaking = true;
                meanwhile();
                isOvertaking = false;
                Overtaken++;
            }
        );
        var outcome = act(sitting.Clerk, null);
        sitting.Slow.Before(0, () => { });
        sitting.Clerk.WritesAhead = true;
        // A refusal is of the Book as it was read, before the other recorded something.
        return outcome.IsDone || before == hashes.Count ? outcome : act(Sit(anew: true).Clerk, null);
    }

    // One command reads one state; who stays for several goes on with what was just recorded.
    private Desk Sit(bool anew)
    {
        if (anew)
        {
            Rise();
        }
        return desk ??= new Desk(home, clock);
    }

    private void Rise()
    {
        desk?.Dispose();
        desk = null;
    }

    private sealed class Desk : IDisposable
    {
        private readonly IStore store;

        public Desk(IStoreHome home, AClock clock)
        {
            store = home.Open();
            Slow = new InterruptedStore(store);
            Clerk = new Clerk(Slow, clock);
        }

        public InterruptedStore Slow { get; }

        public Clerk Clerk { get; }

        public void Dispose() => store.Dispose();
    }
}
