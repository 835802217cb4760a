using System.Text;
using Openbook.Oracle;

namespace Openbook.Journal.Tests.Simulated;

/// <summary>Closing, and what must be so after each year.</summary>
public sealed partial class Partnership
{
    private const int Tries = 5;

    // A refused close is tried again after what it asked for has been recorded.
    private bool Closed(OraclePeriod period)
    {
        if (!period.YearEnd)
        {
            Pass(OracleMonth.LastDay(period.Month).AddDays(chance.Between(1, 9)));
        }
        for (var tries = 0; tries < Tries; tries++)
        {
            var outcome = office.Do(
                (clerk, key) => clerk.Close(period.ToString(), key),
                _ => memory.Close(period, Today),
                Meanwhile
            );
            if (outcome.IsDone)
            {
                Note(period.YearEnd ? "year-end" : "close");
                closed.Add(period.ToString(), office.Look(opened => Issued(opened, period)));
                return true;
            }
            Note("refused close");
            MustBeRefusedByOracle(period, outcome.Refusals);
            Mend(period);
        }
        Note("stuck");
        return false;
    }

    private void CloseWrongly()
    {
        foreach (
            var period in new[]
            {
                OraclePeriod.OfMonth(memory.FirstOpen + 1),
                memory.Closed is [.., var last] ? last : null,
            }
        )
        {
            if (period is not null)
            {
                var outcome = office.Do((clerk, key) => clerk.Close(period.ToString(), key), _ => { });
                Note("wrong close");
                MustBeRefusedByOracle(period, outcome.Refusals);
            }
        }
    }

    private void MustBeRefusedByOracle(OraclePeriod period, IReadOnlyList<Refusal> refusals)
    {
        var last = OracleMonth.LastDay(period.Month);
        var coming = memory.ComingBy(last > Today ? last : Today);
        var refused = Assert.Throws<OracleRefusal>(() =>
            Oracle.Oracle.Run([.. memory.Told, .. coming, new Oracle.PeriodClosed(period)])
        );
        PrintedStatement.MustBeRefused(refused, refusals);
    }

    private void Mend(OraclePeriod period)
    {
        Pass(Today.AddDays(20));
        var months = Enumerable.Range(period.Month - 15, 16).Where(month => month >= memory.Starts).ToList();
        Count([
            .. from month in months
            from driver in MadeAgreement.Drivers
            from partner in memory.Partners
            select new OracleCount(OracleMonth.LastDay(month), driver, partner, chance.Pick(["1", "2", "77", "4200"])),
        ]);
        var bases =
            from line in ledger.Lines.Select(line => line.Line)
            from month in Enumerable.Range(line.Month, (line.ToMonth ?? line.Month) - line.Month + 1)
            where months.Contains(month)
            // None hold in a month for which approvals came too late.
            let overheads = memory.InForce(month)?.Overheads ?? []
            where overheads.Any(item => item.Code == line.Service)
            from overhead in overheads
            where !overhead.FallbackEqual
            select ledger.Large(month, overhead.Over[0], line.Kind);
        HandIn([.. bases.DistinctBy(made => (made.Line.Month, made.Line.Service, made.Line.Kind))]);
    }

    private void Check()
    {
        var report = office.Look(opened => Verification.Run(opened, Clerk.Abc, TheAgreement.Reread));
        Assert.Empty(report.Damages);
        var loaded = office.Look(opened => BookLoader.Load(opened, Clerk.Abc));
        Assert.Equal(office.Hashes, loaded.Entries.Select(stored => stored.Entry.Hash));
        loaded.State.Advance(Today);
        MustAgreeWithOracle(loaded.State);
        foreach (var figures in loaded.State.Closed.Select(item => item.Result.Partners))
        {
            Assert.Equal(0, figures.Sum(item => item.BalancePence));
            Assert.Equal(0, figures.Sum(item => item.SettledPence));
            Assert.Equal(0, figures.Sum(item => item.CarriedForwardPence));
        }
        foreach (var (period, issued) in closed)
        {
            Assert.Equal(issued, Issued(loaded.State, In.Period(period)));
        }
        MustComeBack(loaded.State);
    }

    private void MustAgreeWithOracle(BookState state)
    {
        var oracle = Oracle.Oracle.Run(memory.Told);
        Assert.Equal(
            oracle.Closed.Select(item => item.Period.ToString()),
            state.Closed.Select(item => $"{item.Period}")
        );
        foreach (var (expected, found) in oracle.Closed.Zip(state.Closed))
        {
            PrintedStatement.MustBe(expected, Statement.Of(state, found.Period).Value);
        }
        Assert.All(
            state.Partners,
            partner => Assert.Equal(oracle.Carries.GetValueOrDefault(partner), state.CarryOf(partner))
        );
        MustAgreeOnOpen(oracle, state, OraclePeriod.OfMonth(memory.FirstOpen + 1));
        if (memory.OpenYearEnd is { } year)
        {
            MustAgreeOnOpen(oracle, state, year);
        }
    }

    private static void MustAgreeOnOpen(OracleResult oracle, BookState state, OraclePeriod period)
    {
        var found = Statement.Of(state, In.Period(period.ToString()));
        try
        {
            var expected = oracle.OpenStatement(period);
            Assert.True(
                found.IsDone,
                $"{period} is refused, but not by the oracle: {string.Join(' ', found.Refusals)}"
            );
            PrintedStatement.MustBe(expected, found.Value);
        }
        catch (OracleRefusal refused)
        {
            PrintedStatement.MustBeRefused(refused, found.Refusals);
        }
    }

    // Out of the Book and into an empty store, of this kind or another.
    private void MustComeBack(BookState state)
    {
        using var folder = new TempFolder();
        var copy = Exported(home, folder.At("copy.zip"));
        using var other = StoreHomes.Make(chance.OneIn(2) ? store : chance.Pick([.. StoreHomes.Names]));
        using (var to = other.Open())
        {
            var restored = Restore.From(to, Clerk.Abc, copy, TheAgreement.Reread);
            Assert.True(restored.IsDone, string.Join(' ', restored.Refusals));
            var back = BookLoader.Load(to, Clerk.Abc).State;
            Assert.Equal(state.Head, back.Head);
            Assert.All(closed, item => Assert.Equal(item.Value, Issued(back, In.Period(item.Key))));
        }
        Assert.Equal(File.ReadAllBytes(copy), File.ReadAllBytes(Exported(other, folder.At("again.zip"))));
    }

    private static string Exported(IStoreHome from, string path)
    {
        using var opened = from.Open();
        using var file = File.Create(path);
        EntriesCopy.Write(opened, BookLoader.Load(opened, Clerk.Abc), file);
        return path;
    }

    private static string Issued(IStore opened, OraclePeriod period) =>
        Issued(BookLoader.Load(opened, Clerk.Abc).State, In.Period(period.ToString()));

    private static string Issued(BookState state, Period period) =>
        Encoding.UTF8.GetString(CanonicalJson.Bytes(StatementJson.Of(Statement.Of(state, period).Value)));
}
