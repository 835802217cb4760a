namespace Openbook.Domain;

/// <summary>Holds the statements of a period in two Books against each other, line by line.</summary>
internal static class Differences
{
    private sealed record LineKey(PoolKey Key, int? Corrects);

    /// <summary>What differs; partners come in the order of the second Book.</summary>
    public static ChangedPeriod Of(Period period, BookState before, BookState after)
    {
        var then = before.FindClosed(period)!.Result;
        var now = after.FindClosed(period)!.Result;
        var partners = new List<ChangedPartner>();
        foreach (
            var partner in after.Partners.Where(partner => then.Shown.Contains(partner) || now.Shown.Contains(partner))
        )
        {
            var old = then.PlaceOf(partner) >= 0 ? then.Of(partner) : null;
            var changed = now.Of(partner);
            partners.Add(
                new ChangedPartner(
                    partner,
                    old?.SharePence ?? 0,
                    changed.SharePence,
                    old?.BalancePence ?? 0,
                    changed.BalancePence,
                    Lines(partner, then, now)
                )
            );
        }
        return new ChangedPeriod(period, partners);
    }

    private static List<ChangedLine> Lines(string partner, PeriodResult then, PeriodResult now)
    {
        var old = then.Pools.ToDictionary(KeyOf);
        var lines = new List<ChangedLine>();
        foreach (var pool in now.Pools)
        {
            old.Remove(KeyOf(pool), out var known);
            Add(lines, partner, known, then, pool, now);
        }
        foreach (var gone in old.Values)
        {
            Add(lines, partner, gone, then, null, now);
        }
        return lines;
    }

    private static void Add(
        List<ChangedLine> lines,
        string partner,
        SplitPool? old,
        PeriodResult then,
        SplitPool? changed,
        PeriodResult now
    )
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

    private static string Why(SplitPool? old, SplitPool? changed)
    {
        if (changed is null)
        {
            return old!.IsTrueUp ? "the prior-period adjustment falls away" : "there are no such costs any more";
        }
        if (old is null)
        {
            return changed.IsTrueUp
                ? $"prior-period adjustment: {Basis(changed.Weights)} instead of {Basis(changed.WeightsBefore!)}"
                : $"new costs of {new Money(changed.Pence).ToPounds()}";
        }
        var reasons = new List<string>();
        if (old.Pence != changed.Pence)
        {
            reasons.Add($"costs of {new Money(changed.Pence).ToPounds()} instead of {new Money(old.Pence).ToPounds()}");
        }
        if (!Same(old.Weights, changed.Weights))
        {
            reasons.Add($"{Basis(changed.Weights)} instead of {Basis(old.Weights)}");
        }
        return reasons.Count > 0 ? string.Join("; ", reasons) : "an odd penny falls otherwise";
    }

    private static bool Same(Weights old, Weights changed) =>
        old.Of.Count == changed.Of.Count
        && old.Of.All(item => changed.Of.Any(other => other.Partner == item.Partner && other.Weight == item.Weight));

    private static string Basis(Weights weights)
    {
        var numbers = string.Join(", ", weights.Of.Select(item => $"{item.Partner} {item.Weight}"));
        var how = weights.Basis switch
        {
            "equal" => "shared equally",
            "fixed" => "shared by fixed weights",
            "direct" => "borne by one",
            _ => $"shared by {weights.Driver}",
        };
        return $"{how} ({numbers}; version {Text.Of(weights.Version)})";
    }
}
