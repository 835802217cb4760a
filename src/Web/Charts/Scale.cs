namespace Openbook.Web.Charts;

/// <summary>An honest axis of money: it begins at nothing (or below, if anything is below), and its marks are round.</summary>
internal sealed class Scale
{
    private readonly long low;
    private readonly long high;
    private readonly int from;
    private readonly int to;

    /// <param name="amounts">The amounts to show, in pence.</param>
    /// <param name="from">The coordinate of the lowest mark.</param>
    /// <param name="to">The coordinate of the highest.</param>
    public Scale(IEnumerable<long> amounts, int from, int to)
    {
        (this.from, this.to) = (from, to);
        long most = 0;
        long least = 0;
        foreach (var amount in amounts)
        {
            most = Math.Max(most, amount);
            least = Math.Min(least, amount);
        }
        Step = RoundStep(Math.Max(most - least, 100));
        high = (most + Step - 1) / Step * Step;
        low = -((-least + Step - 1) / Step * Step);
        if (high == low)
        {
            high = Step;
        }
    }

    /// <summary>Pence between two marks.</summary>
    public long Step { get; }

    /// <summary>The marks, in pence, lowest first.</summary>
    public IEnumerable<long> Marks
    {
        get
        {
            for (var mark = low; mark <= high; mark += Step)
            {
                yield return mark;
            }
        }
    }

    /// <summary>The coordinate of an amount.</summary>
    public int At(long pence) => from + (int)((Int128)(pence - low) * (to - from) / (high - low));

    // One, two or five of a power of ten, for four to ten marks.
    private static long RoundStep(long span)
    {
        long power = 100;
        while (span / power >= 10)
        {
            power *= 10;
        }
        return (span / power) switch
        {
            < 2 => power / 5,
            < 5 => power / 2,
            _ => power,
        };
    }
}
