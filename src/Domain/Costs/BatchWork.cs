namespace Openbook.Domain;

/// <summary>Adds a batch up and checks it against the agreement, group by group.</summary>
internal sealed class BatchWork(BookState book, CostBatch batch, FaultList faults)
{
    private readonly record struct Group(
        Month Month,
        Month ToMonth,
        short Service,
        short PaidBy,
        short Customer,
        CostKind Kind
    );

    /// <summary>The sums; faults go to the list.</summary>
    public BatchSums? Sum(IReadOnlyList<int>? kept, IReadOnlyDictionary<int, LineRef> corrects)
    {
        var groups = new GroupSums(batch);
        var summer = new BatchSummer();
        groups.AddAll(kept);
        summer.AddSize(groups.Sizes);
        if (Money.AddSize(book.AbsolutePence, groups.Sizes) > Money.Largest)
        {
            faults.Add(Refuse.TotalTooLarge, "The sizes of all amounts add up to more than £90 trillion.");
            return null;
        }
        ListFaults(
            kept,
            groups.ToGroups().Select(item => item.Group).Where(group => FaultsOf(group).Any()).ToHashSet()
        );
        if (faults.Any || groups.ToGroups().Any(item => item.Group.Unreadable != Unreadable.None))
        {
            return null;
        }
        foreach (var (group, pence) in groups.ToGroups().Where(item => item.Group.ToMonth == default))
        {
            Add(summer, group, pence);
        }
        // Each spread line has odd pence of its own.
        foreach (var place in groups.Spread)
        {
            ref readonly var line = ref batch.Lines.Span[place];
            Add(summer, LineGroup.Of(line), line.EffectPence);
        }
        foreach (var (place, target) in corrects.OrderBy(pair => pair.Key))
        {
            if (batch.Lines.Span[place].Nature == CostNature.Reversal)
            {
                summer.Reverse(target);
            }
        }
        return summer.ToSums();
    }

    private void Add(BatchSummer summer, LineGroup group, long effect) =>
        summer.Add(
            group.Month,
            group.ToMonth == default ? group.Month : group.ToMonth,
            batch.Names[group.Service],
            group.Kind,
            batch.Names[group.PaidBy],
            group.Customer < 0 ? null : batch.Names[group.Customer],
            new Money(effect)
        );

    private void ListFaults(IReadOnlyList<int>? kept, HashSet<LineGroup> bad)
    {
        var lines = batch.Lines.Span;
        for (var i = 0; bad.Count > 0 && i < (kept?.Count ?? lines.Length); i++)
        {
            ref readonly var line = ref lines[kept?[i] ?? i];
            var group = LineGroup.Of(line);
            if (!bad.Contains(group))
            {
                continue;
            }
            foreach (var (code, what, column) in FaultsOf(group))
            {
                faults.Add(code, what, line.Row, column);
            }
        }
    }

    private IEnumerable<(RefusalCode Code, string What, string Column)> FaultsOf(LineGroup group)
    {
        var service = NameOf(group, Unreadable.Service, group.Service);
        var payer = NameOf(group, Unreadable.PaidBy, group.PaidBy);
        if (service is not null && !book.Services.Contains(service) && !book.Overheads.Contains(service))
        {
            yield return (Refuse.ServiceUnknown, $"There is no service or overhead \"{service}\".", "service");
            service = null;
        }
        if (payer is not null && !book.Partners.Contains(payer))
        {
            yield return (Refuse.PayerNotPartner, $"\"{payer}\" is not a partner.", "paid_by");
            payer = null;
        }
        if ((group.Unreadable & Unreadable.Month) != Unreadable.None)
        {
            yield break;
        }
        var last = group.ToMonth == default ? group.Month : group.ToMonth;
        if (last < group.Month || last.Index - group.Month.Index >= Spread.LongestMonths)
        {
            yield return (Refuse.SpreadBackwards, $"It is spread from {group.Month} to {last}.", "to_month");
            yield break;
        }
        for (var month = group.Month; month <= last; month = month.Next)
        {
            if (FaultIn(month, group, service, payer) is { } fault)
            {
                yield return fault;
                yield break;
            }
        }
    }

    private string? NameOf(LineGroup group, Unreadable cell, short place) =>
        (group.Unreadable & cell) != Unreadable.None ? null : batch.Names[place];

    private (RefusalCode, string, string)? FaultIn(Month month, LineGroup group, string? service, string? payer)
    {
        var column = group.ToMonth != default && month != group.Month ? "to_month" : "month";
        var terms = book.VersionInForce(month)?.Terms;
        if (month < book.Starts || terms?.Covers(month) != true)
        {
            return (Refuse.MonthOutsideAgreement, $"The agreement is not in force in {month.ToWords()}.", column);
        }
        var overhead = service is not null && terms.FindOverhead(service) is not null;
        if (service is not null && !overhead && terms.FindService(service) is null)
        {
            return (Refuse.ServiceNotInForce, $"\"{service}\" is not in force in {month.ToWords()}.", "service");
        }
        if (overhead && group.Kind == CostKind.Income)
        {
            return (Refuse.IncomeOnOverhead, $"\"{service}\" is an overhead.", "kind");
        }
        return payer is null || terms.HasPartner(payer)
            ? null
            : (Refuse.PayerNotPartner, $"\"{payer}\" is not a partner in {month.ToWords()}.", "paid_by");
    }
}
