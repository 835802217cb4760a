using System.Numerics;

namespace Openbook.Oracle;

/// <summary>All that is recorded, and all that the closes so far have left behind.</summary>
internal sealed class Book
{
    /// <summary>The versions of the agreement.</summary>
    public Versions Versions { get; } = new();

    /// <summary>All counts in order of recording.</summary>
    public List<OracleCount> Counts { get; } = [];

    /// <summary>All lines and parts of spread lines, where they were posted.</summary>
    public List<PostedLine> Lines { get; } = [];

    /// <summary>All payments, where they were posted.</summary>
    public List<PostedPayment> Payments { get; } = [];

    /// <summary>The closed statements in order of closing.</summary>
    public List<OracleStatement> Closed { get; } = [];

    /// <summary>The closed pools in order of closing.</summary>
    public List<ClosedPool> Pools { get; } = [];

    /// <summary>The parts that overheads gave at the closes so far.</summary>
    public List<OverheadPart> Parts { get; } = [];

    /// <summary>Each partner's carry after the last close.</summary>
    public IReadOnlyDictionary<string, BigInteger> Carries { get; private set; } = new Dictionary<string, BigInteger>();

    /// <summary>The carry of each overhead and target after the last close.</summary>
    public IReadOnlyDictionary<(string Overhead, string Target), BigInteger> OverheadCarries { get; private set; } =
        new Dictionary<(string Overhead, string Target), BigInteger>();

    /// <summary>The month after the last closed one.</summary>
    public int FirstOpenMonth
    {
        get
        {
            List<OraclePeriod> months = [.. Closed.Select(s => s.Period).Where(p => !p.YearEnd)];
            return months.Count == 0 ? Versions.Starts : months[^1].Month + 1;
        }
    }

    /// <summary>Whether the period was closed.</summary>
    public bool IsClosed(OraclePeriod period) => Closed.Any(s => s.Period == period);

    /// <summary>Whether the period is a year-end period that is open: its March is closed, and it is not.</summary>
    public bool IsOpenYearEnd(OraclePeriod period) =>
        period.YearEnd && IsClosed(OraclePeriod.OfMonth(period.Month)) && !IsClosed(period);

    /// <summary>Where a correction to a closed month belongs.</summary>
    public OraclePeriod LatePeriod(int forMonth)
    {
        OraclePeriod yearEnd = OraclePeriod.YearEndOf(forMonth);
        return IsOpenYearEnd(yearEnd) ? yearEnd : OraclePeriod.OfMonth(FirstOpenMonth);
    }

    /// <summary>Takes in one event.</summary>
    public void Apply(OracleEvent recorded)
    {
        switch (recorded)
        {
            case VersionProposed version:
                Versions.Propose(version);
                break;
            case VersionCounts version:
                Versions.Count(version.Version, FirstOpenMonth);
                break;
            case CountsRecorded counts:
                Counts.AddRange(counts.Counts);
                break;
            case LinesRecorded lines:
                Lines.AddRange([.. lines.Lines.SelectMany(Spread.Of).Select(Post)]);
                break;
            case PaymentsRecorded payments:
                Payments.AddRange([.. payments.Payments.Select(Post)]);
                break;
            case PeriodClosed close:
                Close(close.Period);
                break;
            default:
                throw new ArgumentException($"unknown event {recorded}", nameof(recorded));
        }
    }

    private PostedLine Post(OracleLine line)
    {
        OraclePeriod posting = line.Month < FirstOpenMonth ? LatePeriod(line.Month) : OraclePeriod.OfMonth(line.Month);
        return new PostedLine(posting, line.Month, line.Service, line.Kind, line.Pence, line.PaidBy, line.Supplier);
    }

    private PostedPayment Post(OraclePayment payment)
    {
        int month = Math.Max(OracleMonth.Of(payment.Date), FirstOpenMonth);
        return new PostedPayment(OraclePeriod.OfMonth(month), payment);
    }

    private void Close(OraclePeriod period)
    {
        CloseOrder.Check(this, period);
        Closing closing = new(this, period);
        OracleStatement statement = closing.Run(closed: true);
        foreach ((ClosedPool pool, PoolWeights weights) in closing.TrueUps)
        {
            pool.LastUsed = weights;
        }

        Pools.AddRange(closing.NewPools);
        Parts.AddRange(closing.Parts);
        Carries = closing.Carries;
        OverheadCarries = closing.OverheadCarries;
        Closed.Add(statement);
    }
}
