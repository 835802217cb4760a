using System.Numerics;

namespace Openbook.Domain;

/// <summary>Gives the lines of an entry that recorded costs.</summary>
public interface ILinesOfEntry
{
    /// <summary>The lines, in the order of the source.</summary>
    IEnumerable<CostLine> LinesOf(int entry);
}

/// <summary>The working behind a partner's share of a service in a period, down to lines and source rows.</summary>
public sealed class ExplainShare
{
    private readonly BookState book;
    private readonly PeriodResult result;
    private readonly string partner;
    private readonly int place;
    private readonly PoolLines lines;

    private ExplainShare(BookState book, PeriodResult result, string partner, ILinesOfEntry source)
    {
        this.book = book;
        this.result = result;
        this.partner = partner;
        place = result.PlaceOf(partner);
        lines = new PoolLines(book, source);
    }

    /// <summary>Explains a share, or says why there is none to explain.</summary>
    public static Outcome<Explanation> Of(
        BookState book,
        Period period,
        string partner,
        string service,
        ILinesOfEntry source
    )
    {
        ArgumentNullException.ThrowIfNull(book);
        var refusals = new List<Refusal>();
        if (!book.Partners.Contains(partner))
        {
            refusals.Add(Refuse.PartnerUnknown.Because($"\"{partner}\" is not a partner."));
        }
        if (!book.Services.Contains(service))
        {
            refusals.Add(Refuse.ServiceUnknown.Because($"There is no service \"{service}\"."));
        }
        if (refusals.Count > 0)
        {
            return Outcome<Explanation>.Refused(refusals);
        }
        return Worked(book, period, result => new ExplainShare(book, result, partner, source).Root(service));
    }

    /// <summary>Explains what a service costs all its partners together in a period, or says why there is nothing to explain.</summary>
    public static Outcome<Explanation> OfService(BookState book, Period period, string service, ILinesOfEntry source)
    {
        ArgumentNullException.ThrowIfNull(book);
        return book.Services.Contains(service)
            ? Worked(book, period, result => new ExplainShare(book, result, "", source).RootOfService(service))
            : Refuse.ServiceUnknown.Because($"There is no service \"{service}\".");
    }

    private static Outcome<Explanation> Worked(BookState book, Period period, Func<PeriodResult, Explanation> explain)
    {
        if (book.FindClosed(period) is { } closed)
        {
            return explain(closed.Result);
        }
        if (Closing.CanBeShown(book, period) is { } refusal)
        {
            return refusal;
        }
        return book.By(
            Statement.LastDayOf(book, period),
            () =>
            {
                var worked = PeriodWork.Of(book, period);
                return worked.IsDone ? explain(worked.Value) : Outcome<Explanation>.Refused(worked.Refusals);
            }
        );
    }

    // Adjustments of earlier periods move costs between partners and add nothing.
    private Explanation RootOfService(string service)
    {
        var pools = result.Pools.Where(pool => pool.Key.Service == service && !pool.IsTrueUp).ToList();
        return new Explanation(
            $"What {service} costs in {result.Period.ToWords()}",
            pools.Sum(pool => pool.Pence),
            pools.Count == 0 ? "Nothing was posted for this service in the period." : null,
            [.. pools.Select(pool => new Explanation(WhatOf(pool), pool.Pence, null, [Costs(pool), Rule(pool)]))]
        )
        {
            IsSum = true,
        };
    }

    private Explanation Root(string service)
    {
        var pools = result.Pools.Where(pool => pool.Key.Service == service).ToList();
        var share = pools.Sum(pool => pool.Parts[place].Pence);
        return new Explanation(
            $"What {NameOf(partner)} bears for {service} in {result.Period.ToWords()}",
            share,
            pools.Count == 0 ? "Nothing was posted for this service in the period." : null,
            [.. pools.Select(OfPool)]
        )
        {
            IsSum = true,
        };
    }

    private Explanation OfPool(SplitPool pool)
    {
        var steps = new List<Explanation> { pool.Corrects is null ? Costs(pool) : Corrected(pool), Rule(pool) };
        steps.Add(SplitStep(pool));
        return new Explanation(Title(pool), pool.Parts[place].Pence, null, steps);
    }

    private static string Title(SplitPool pool)
    {
        var adjustment = pool.IsTrueUp ? "Prior-period adjustment: " : "";
        return $"{adjustment}Share of {WhatOf(pool)}";
    }

    private static string WhatOf(SplitPool pool)
    {
        var key = pool.Key;
        var what = key.Kind switch
        {
            CostKind.Revenue => "running costs",
            CostKind.Capital => "capital",
            CostKind.Income => key.Customer is null ? "income" : $"income from {key.Customer}",
        };
        var from = key.Overhead is null ? "" : $", its part of {key.Overhead}";
        return $"{key.Service}{from}: {what} for {key.ForMonth.ToWords()}";
    }

    private Explanation Costs(SplitPool pool) =>
        pool.Key.Overhead is { } overhead
            ? OfOverhead(pool.Key, overhead, pool.Pence)
            : new Explanation("Costs to be shared", pool.Pence, null, lines.Of(pool.Key, result.Period))
            {
                IsSum = true,
            };

    private Explanation OfOverhead(PoolKey key, string overhead, long pence)
    {
        var step = result.Overheads.First(item =>
            item.Overhead == overhead && item.ForMonth == key.ForMonth && item.Kind == key.Kind
        );
        var part = step.Parts.First(item => item.Target == key.Service);
        var basis = step.Parts.Select(item =>
            Explanation.Leaf(
                $"{item.Target}: counts with {Pounds(item.BasisPence)}",
                item.Part.Pence,
                $"Odd-penny carry {Carry(item.Part.CarryBefore)} before, {Carry(item.Part.CarryAfter)} after."
            )
        );
        var costs = new List<Explanation>(
            lines.Of(new PoolKey(overhead, null, key.ForMonth, key.Kind, null), result.Period)
        );
        foreach (var earlier in result.Overheads.Where(item => item.ForMonth == key.ForMonth && item.Kind == key.Kind))
        {
            if (earlier.Parts.FirstOrDefault(item => item.Target == overhead) is { Part.Pence: not 0 } got)
            {
                costs.Add(OfOverhead(key with { Service = overhead }, earlier.Overhead, got.Part.Pence));
            }
        }
        var how = step.Fallback
            ? "No target had costs, so each counted the same."
            : $"{key.Service} counts with {Pounds(part.BasisPence)} of {Pounds(step.Parts.Sum(item => item.BasisPence))}.";
        return new Explanation(
            $"Part of {overhead} that falls to {key.Service}",
            pence,
            $"{overhead} came to {Pounds(step.Pence)}. {how}",
            [
                new Explanation($"How {overhead} was divided", step.Pence, null, [.. basis]) { IsSum = true },
                new Explanation($"Costs of {overhead}", step.Pence, null, costs) { IsSum = true },
            ]
        );
    }

    private Explanation Corrected(SplitPool pool)
    {
        var corrected = pool.Corrects!;
        return new Explanation(
            $"Costs shared in {corrected.Period.ToWords()}",
            corrected.Pence,
            $"Then by {WeightsInWords(pool.WeightsBefore!)}; now by {WeightsInWords(pool.Weights)}. The difference is charged here.",
            pool.Key.Overhead is null ? lines.Of(pool.Key, corrected.Period) : []
        )
        {
            IsSum = pool.Key.Overhead is null,
        };
    }

    private Explanation Rule(SplitPool pool)
    {
        var version = book.Versions[pool.Weights.Version - 1];
        var approvals = version.Approvals.Select(approval =>
            Explanation.Leaf(
                $"Approved for {NameOf(approval.Partner)} by {approval.Body} on {Dates.Words(approval.On)}",
                detail: $"In effect from {Dates.Words(approval.Effective)}.",
                entry: approval.Entry
            )
        );
        var counts = pool.Weights.Counts.Select(item =>
            Explanation.Leaf(
                $"{NameOf(item.Count.Partner)}: {item.Count.Count} {item.Count.Driver} on {Dates.Words(item.Count.Date)}",
                detail: item.Count.Source.Length > 0 ? $"Source: {item.Count.Source}" : null,
                entry: item.Entry
            )
        );
        return new Explanation(
            $"Shared by {WeightsInWords(pool.Weights)}",
            null,
            $"Agreement version {Text.Of(version.Number)}, from {version.From.ToWords()}: {RuleInWords(pool)}.",
            [.. counts, .. approvals],
            Entry: version.Entry
        );
    }

    private static string RuleInWords(SplitPool pool)
    {
        var of = pool.Key.Kind == CostKind.Income ? "income" : $"services, {pool.Key.Service}";
        return pool.Weights.Driver is { } driver
            ? $"{of}, share by driver {driver}"
            : $"{of}, share {pool.Weights.Basis}";
    }

    private Explanation SplitStep(SplitPool pool)
    {
        var part = pool.Parts[place];
        return new Explanation(
            $"{NameOf(partner)}'s exact share is {pool.ExactOf(place)} pence",
            part.Pence,
            $"Whole pence are given out; the odd-penny carry goes from {Carry(part.CarryBefore)} to {Carry(part.CarryAfter)}.",
            []
        );
    }

    private static string WeightsInWords(Weights weights) =>
        weights.Basis switch
        {
            "equal" => $"equal parts of {Text.List([.. weights.Of.Select(item => item.Partner)])}",
            "direct" => $"all to {weights.Of[0].Partner}",
            _ => string.Join(", ", weights.Of.Select(item => $"{item.Partner} {item.Weight}")),
        };

    private string NameOf(string code) => book.PartnerNames().TryGetValue(code, out var name) ? name : code;

    private static string Pounds(long pence) => new Money(pence).ToPounds();

    private static string Carry(BigInteger trillionths) =>
        $"{(trillionths.Sign < 0 ? "-" : "")}{BigInteger.Abs(trillionths) / Domain.Split.Trillion}."
        + $"{(BigInteger.Abs(trillionths) % Domain.Split.Trillion).ToString("D12", Text.Invariant)}p";
}
