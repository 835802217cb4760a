using Openbook.Oracle;

namespace Openbook.Journal.Tests.Simulated;

/// <summary>
/// Some years of one partnership, all by chance from one seed. What is right is done and what is not is refused; nothing else
/// may happen. After each year the Book is held against what happened.
/// </summary>
public sealed partial class Partnership : IDisposable
{
    private static readonly DateOnly Midnight = new(2016, 9, 1);

    private readonly string store;
    private readonly IStoreHome home;
    private readonly Chance chance;
    private readonly AClock clock = new();
    private readonly Memory memory;
    private readonly Office office;
    private readonly Ledger ledger;
    private readonly Dictionary<string, string> closed = [];
    private readonly Dictionary<string, int> tally = [];
    private int files;

    public Partnership(string store, int seed)
    {
        this.store = store;
        home = StoreHomes.Make(store);
        chance = new Chance(seed);
        memory = new Memory(OracleMonth.Of(Midnight) + chance.Between(1, 8));
        ledger = new Ledger(memory, chance);
        office = new Office(home, clock, chance);
    }

    /// <summary>How often what was done, for who wonders whether everything was.</summary>
    public IReadOnlyDictionary<string, int> Tally => tally;

    /// <summary>Lives for some years, or until told to stop at the end of one.</summary>
    public void Live(Func<bool> isTimeUp)
    {
        ArgumentNullException.ThrowIfNull(isTimeUp);
        Found();
        for (var year = chance.Between(1, 3); year > 0; year--)
        {
            var months = 0;
            while (months < 12 && Month())
            {
                months++;
            }
            Check();
            Note("year");
            if (months < 12 || isTimeUp())
            {
                break;
            }
        }
        tally["crash"] = office.Crashes;
        tally["overtaken"] = office.Overtaken;
    }

    public void Dispose()
    {
        office.Dispose();
        home.Dispose();
    }

    private DateOnly Today => DateOnly.FromDateTime(clock.Now.UtcDateTime);

    private void Note(string what) => tally[what] = tally.GetValueOrDefault(what) + 1;

    // Whatever is done is done on the day or some days later; never before.
    private void Pass(DateOnly day)
    {
        if (day > Today)
        {
            clock.Set(Papers.Day(day));
            memory.Pass(day);
        }
    }

    private Entry Done(
        string what,
        Func<Clerk, string?, Outcome<Recorded>> act,
        Action<Entry> then,
        Action? meanwhile = null
    )
    {
        var outcome = office.Do(act, then, meanwhile);
        Note(what);
        return Came.Done(outcome);
    }

    private void Refused(string what, Func<Clerk, string?, Outcome<Recorded>> act, params RefusalCode[] either)
    {
        var outcome = office.Do(act, _ => { });
        Note(what);
        Assert.Contains(outcome.Refusals, refusal => either.Contains(refusal.Code));
    }

    private void Found()
    {
        clock.Set(Papers.Day(Midnight));
        var terms = MadeAgreement.First(chance, memory.Starts);
        var text = Papers.Agreement(terms);
        Done(
            "new",
            (clerk, key) => clerk.New(text, key, MadeAgreement.Host),
            _ => memory.Propose(terms, memory.Starts, Today)
        );
        // Some approval may take effect after the start: until then costs are recorded, and nothing closes.
        foreach (var partner in terms.Partners)
        {
            Approve(partner, chance.OneIn(8) ? chance.Between(30, 300) : 0);
        }
    }

    private void Approve(string partner, int days)
    {
        var (on, effective) = (Today, Today.AddDays(days));
        Done(
            "approval",
            (clerk, key) => clerk.Approve(partner, Papers.Day(on), null, key, Papers.Day(effective)),
            _ => memory.Approve(partner, effective, on)
        );
    }

    // One month's work, and then its close; false if the month cannot be closed whatever is tried.
    private bool Month()
    {
        var month = memory.FirstOpen;
        Pass(OracleMonth.LastDay(month).AddDays(chance.Between(-20, 5)));
        foreach (var act in Enumerable.Range(0, chance.Between(2, 7)).Select(_ => chance.Below(20)))
        {
            Act(act);
            Pass(Today.AddDays(chance.Below(4)));
        }
        if (chance.OneIn(3))
        {
            Talk(chance.OneIn(4) && memory.OpenYearEnd is { } open ? open : OraclePeriod.OfMonth(month));
        }
        if (memory.OpenYearEnd is { } year && (OracleMonth.IsMarch(month) || chance.OneIn(5)) && !Closed(year))
        {
            return false;
        }
        return Closed(OraclePeriod.OfMonth(month));
    }

    private void Act(int act)
    {
        switch (act)
        {
            case < 8:
                HandIn(ledger.Make(chance.Between(1, 6)));
                break;
            case < 10:
                Count(chance.Pick(MadeAgreement.Drivers), ledger.NearMonth(12, 1));
                break;
            case 10 or 11:
                Pay();
                break;
            case 12 or 13:
                Amend();
                break;
            case 14 or 15:
                Correct();
                break;
            case 16:
                Withhold();
                break;
            case 17 or 18:
                HandInAgain();
                break;
            default:
                CloseWrongly();
                break;
        }
    }
}
