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
    private readonly BookNames names;

    private ExplainShare(BookState book, PeriodResult result, string partner, ILinesOfEntry source)
    {
        this.book = book;
        this.result = result;
        this.partner = partner;
        place = result.PlaceOf(partner);
        names = BookNames.Of(book);
        lines = new PoolLines(book, source, names);
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
            $"What {names.Service(service)} costs in {result.Period.ToWords()}",
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
            $"What {names.Partner(partner)} bears for {names.Service(service)} in {result.Period.ToWords()}",
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

    private string Title(SplitPool pool)
    {
        var adjustment = pool.IsTrueUp ? "Prior-period adjustment: " : "";
        return $"{adjustment}Share of {WhatOf(pool)}";
    }

    private string WhatOf(SplitPool pool)
    {
        var key = pool.Key;
        var what = key.Kind switch
        {
            CostKind.Revenue => "running costs",
            CostKind.Capital => "capital",
            CostKind.Income => key.Customer is null ? "income" : $"income from {names.Customer(key.Customer)}",
        };
        var from = key.Overhead is null ? "" : $", its part of {names.Service(key.Overhead)}";
        return $"{names.Service(key.Service)}{from}: {what} for {key.ForMonth.ToWords()}";
    }

    private Explanation Costs(SplitPool pool)
    {
        if (pool.Key.Overhead is { } overhead)
        {
            return OfOverhead(pool.Key, overhead, pool.Pence);
        }
        var found = lines.Of(pool.Key, result.Period);
        return new Explanation("Costs to be shared", pool.Pence, $"{Text.Count(found.Count, "line")}.", found)
        {
            IsSum = true,
        };
    }

    private Explanation OfOverhead(PoolKey key, string overhead, long pence)
    {
        var step = result.Overheads.First(item =>
            item.Overhead == overhead && item.ForMonth == key.ForMonth && item.Kind == key.Kind
        );
        var part = step.Parts.First(item => item.Target == key.Service);
        var basis = step.Parts.Select(item =>
            Explanation.Leaf(
                $"{names.Service(item.Target)} counts with {Pounds(item.BasisPence)}",
                item.Part.Pence,
                ShareWords.OddPenny(item.Part)
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
            ? "None that it is spread over had costs, so each counted the same."
            : $"{names.Service(key.Service)} counts with {Pounds(part.BasisPence)} of {Pounds(step.Parts.Sum(item => item.BasisPence))}.";
        return new Explanation(
            $"Part of {names.Service(overhead)} that falls to {names.Service(key.Service)}",
            pence,
            $"{names.Service(overhead)} came to {Pounds(step.Pence)}. {how}",
            [
                new Explanation($"How {names.Service(overhead)} was divided", step.Pence, null, [.. basis])
                {
                    IsSum = true,
                },
                new Explanation($"Costs of {names.Service(overhead)}", step.Pence, null, costs) { IsSum = true },
            ]
        );
    }

    private Explanation Corrected(SplitPool pool)
    {
        var corrected = pool.Corrects!;
        return new Explanation(
            $"Costs shared in {corrected.Period.ToWords()}",
            corrected.Pence,
            $"Then: {InWords(pool.WeightsBefore!)}. Now: {InWords(pool.Weights)}. The difference is charged here.",
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
                $"Approved for {names.Partner(approval.Partner)} by {approval.Body} on {Dates.Words(approval.On)}",
                detail: $"In effect from {Dates.Words(approval.Effective)}.",
                entry: approval.Entry
            )
        );
        var counts = pool.Weights.Counts.Select(item =>
            Explanation.Leaf(
                $"{names.Partner(item.Count.Partner)} had {item.Count.Count.ToGrouped()} on {Dates.Words(item.Count.Date)}",
                detail: item.Count.Source.Length > 0 ? $"Source: {item.Count.Source}" : null,
                entry: item.Entry
            )
        );
        return new Explanation(
            ShareWords.Rule(pool.Weights, names),
            null,
            $"{ShareWords.Parts(pool.Weights, names)}. {RuleInWords(pool, version)}",
            [.. counts, .. approvals],
            Entry: version.Entry
        );
    }

    private static string RuleInWords(SplitPool pool, AgreementVersion version)
    {
        var clause = pool.Key.Kind == CostKind.Income ? "income" : $"services, {pool.Key.Service}";
        return $"So says the agreement, version {Text.Of(version.Number)} from {version.From.ToWords()}, under \"{clause}\".";
    }

    private Explanation SplitStep(SplitPool pool)
    {
        var part = pool.Parts[place];
        var of = pool.IsTrueUp
            ? "what it should have been charged, less what it was"
            : $"{ShareWords.PartOf(pool.Weights, partner)} of {Pounds(pool.Pence)}";
        return new Explanation(
            $"{names.Partner(partner)}: {of}",
            part.Pence,
            $"That is {ShareWords.Exact(pool.ExactOf(place))}{InWholePence(part)}.",
            []
        );
    }

    private static string InWholePence(Part part) =>
        part.CarryBefore == part.CarryAfter
            ? ""
            : $", charged in whole pence. {ShareWords.OddPenny(part)} An odd penny goes to whoever is furthest behind";

    private string InWords(Weights weights)
    {
        var rule = Words.BeginSmall(ShareWords.Rule(weights, names));
        return weights.Basis == "direct" ? rule : $"{rule}, {ShareWords.Parts(weights, names)}";
    }

    private static string Pounds(long pence) => new Money(pence).ToPounds();
}
