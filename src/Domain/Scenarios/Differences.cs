namespace Openbook.Domain;

/// <summary>Holds the statements of a period in two Books against each other, line by line.</summary>
internal sealed class Differences
{
    private sealed record LineKey(PoolKey Key, int? Corrects);

    private readonly PeriodResult then;
    private readonly PeriodResult now;
    private readonly BookNames names;

    private Differences(PeriodResult then, PeriodResult now, BookNames names)
    {
        this.then = then;
        this.now = now;
        this.names = names;
    }

    /// <summary>What differs; partners come in the order of the second Book, whose names the reasons use.</summary>
    public static ChangedPeriod Of(Period period, BookState before, BookState after, BookNames names)
    {
        var differences = new Differences(before.FindClosed(period)!.Result, after.FindClosed(period)!.Result, names);
        return new ChangedPeriod(period, [.. after.Partners.Where(differences.Shows).Select(differences.Of)]);
    }

    private bool Shows(string partner) => then.Shown.Contains(partner) || now.Shown.Contains(partner);

    private ChangedPartner Of(string partner)
    {
        var old = then.PlaceOf(partner) >= 0 ? then.Of(partner) : null;
        var changed = now.Of(partner);
        return new ChangedPartner(
            partner,
            old?.SharePence ?? 0,
            changed.SharePence,
            old?.BalancePence ?? 0,
            changed.BalancePence,
            Lines(partner)
        );
    }

    private List<ChangedLine> Lines(string partner)
    {
        var old = then.Pools.ToDictionary(KeyOf);
        var lines = new List<ChangedLine>();
        foreach (var pool in now.Pools)
        {
            old.Remove(KeyOf(pool), out var known);
            Add(lines, partner, known, pool);
        }
        foreach (var gone in old.Values)
        {
            Add(lines, partner, gone, null);
        }
        return lines;
    }

    private void Add(List<ChangedLine> lines, string partner, SplitPool? old, SplitPool? changed)
    {
        var before = Share(old, then.PlaceOf(partner));
        var after = Share(changed, now.PlaceOf(partner));
        if (before != after)
        {
            var pool = changed ?? old!;
            lines.Add(new ChangedLine(pool.Key, pool.IsTrueUp, before, after, Why(old, changed)));
        }
    }

    private static long Share(SplitPool? pool, int place) => pool is null || place < 0 ? 0 : pool.Parts[place].Pence;

    // A true-up is that of the pool that it corrects, as it was closed.
    private static LineKey KeyOf(SplitPool pool) => new(pool.Key, pool.Corrects?.Closing);

    private string Why(SplitPool? old, SplitPool? changed)
    {
        if (changed is null)
        {
            return old!.IsTrueUp ? "the prior-period adjustment falls away" : "there are no such costs any more";
        }
        if (old is null)
        {
            return changed.IsTrueUp
                ? $"prior-period adjustment: {Sharing(changed.Weights)} instead of {Sharing(changed.WeightsBefore!)}"
                : $"new costs of {new Money(changed.Pence).ToPounds()}";
        }
        var reasons = new List<string>();
        if (old.Pence != changed.Pence)
        {
            reasons.Add($"costs of {new Money(changed.Pence).ToPounds()} instead of {new Money(old.Pence).ToPounds()}");
        }
        if (!Same(old.Weights, changed.Weights))
        {
            reasons.Add($"{Sharing(changed.Weights)} instead of {Sharing(old.Weights)}");
        }
        return reasons.Count > 0 ? string.Join("; ", reasons) : "an odd penny falls otherwise";
    }

    private static bool Same(Weights old, Weights changed) =>
        old.Of.Count == changed.Of.Count
        && old.Of.All(item => changed.Of.Any(other => other.Partner == item.Partner && other.Weight == item.Weight));

    private string Sharing(Weights weights)
    {
        var rule = Words.BeginSmall(ShareWords.Rule(weights, names));
        var version = $"version {Text.Of(weights.Version)}";
        return weights.Basis is "direct"
            ? $"{rule} ({version})"
            : $"{rule} ({ShareWords.Parts(weights, names)}; {version})";
    }
}
