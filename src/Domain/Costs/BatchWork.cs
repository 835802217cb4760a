namespace Openbook.Domain;

/// <summary>Adds a batch up and checks it against the agreement, group by group.</summary>
internal sealed class BatchWork(BookState book, CostBatch batch, FaultList faults)
{
    private sealed record GroupFault(RefusalCode Code, string What, string Column);

    /// <summary>The sums; faults go to the list.</summary>
    public BatchSums? Sum(IReadOnlyList<int>? kept, IReadOnlyDictionary<int, LineRef>? corrects)
    {
        var added = new GroupSums(batch);
        added.AddAll(kept);
        if (Money.AddSize(book.AbsolutePence, added.Sizes) > Money.Largest)
        {
            faults.Add(Refuse.TotalTooLarge, "The sizes of all amounts add up to more than £90 trillion.");
            return null;
        }
        var groups = added.ToGroups();
        ListFaults(kept, groups.FindAll(item => FaultsOf(item.Group).Any()));
        if (faults.Any || groups.Exists(item => item.Group.Unreadable != Unreadable.None))
        {
            return null;
        }
        return SumUp(added, groups, corrects);
    }

    private BatchSums SumUp(GroupSums added, List<GroupSum> groups, IReadOnlyDictionary<int, LineRef>? corrects)
    {
        var summer = new BatchSummer();
        summer.AddSize(added.Sizes);
        foreach (var (group, pence) in groups)
        {
            if (group.ToMonth.Index == 0)
            {
                Add(summer, group, pence);
            }
        }
        // Each spread line has odd pence of its own.
        for (var i = 0; i < added.Spread.Count; i++)
        {
            ref readonly var line = ref batch.Lines[added.Spread[i]];
            Add(summer, LineGroup.Of(line), line.EffectPence);
        }
        if (corrects is not null)
        {
            foreach (var (place, target) in corrects.OrderBy(pair => pair.Key))
            {
                if (batch.Lines[place].Nature == CostNature.Reversal)
                {
                    summer.Reverse(target);
                }
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

    private void ListFaults(IReadOnlyList<int>? kept, List<GroupSum> faulty)
    {
        if (faulty.Count == 0)
        {
            return;
        }
        var bad = faulty.Select(item => item.Group).ToHashSet();
        var lines = batch.Lines;
        for (var i = 0; i < (kept?.Count ?? lines.Length); i++)
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

    private IEnumerable<GroupFault> FaultsOf(LineGroup group)
    {
        var service = NameOf(group, Unreadable.Service, group.Service);
        var payer = NameOf(group, Unreadable.PaidBy, group.PaidBy);
        if (service is not null && !book.Services.Contains(service) && !book.Overheads.Contains(service))
        {
            yield return new GroupFault(
                Refuse.ServiceUnknown,
                $"There is no service or overhead \"{service}\".",
                "service"
            );
            service = null;
        }
        if (payer is not null && !book.Partners.Contains(payer))
        {
            yield return new GroupFault(Refuse.PayerNotPartner, $"\"{payer}\" is not a partner.", "paid_by");
            payer = null;
        }
        if ((group.Unreadable & Unreadable.Month) != Unreadable.None)
        {
            yield break;
        }
        var last = group.ToMonth == default ? group.Month : group.ToMonth;
        if (last < group.Month || last.Index - group.Month.Index >= Spread.LongestMonths)
        {
            yield return new GroupFault(
                Refuse.SpreadBackwards,
                $"It is spread from {group.Month} to {last}.",
                "to_month"
            );
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

    private GroupFault? FaultIn(Month month, LineGroup group, string? service, string? payer)
    {
        var column = group.ToMonth != default && month != group.Month ? "to_month" : "month";
        var terms = book.VersionInForce(month)?.Terms;
        if (month < book.Starts || terms?.Covers(month) != true)
        {
            return new GroupFault(
                Refuse.MonthOutsideAgreement,
                $"The agreement is not in force in {month.ToWords()}.",
                column
            );
        }
        var overhead = service is not null && terms.FindOverhead(service) is not null;
        if (service is not null && !overhead && terms.FindService(service) is null)
        {
            return new GroupFault(
                Refuse.ServiceNotInForce,
                $"\"{service}\" is not in force in {month.ToWords()}.",
                "service"
            );
        }
        if (overhead && group.Kind == CostKind.Income)
        {
            return new GroupFault(Refuse.IncomeOnOverhead, $"\"{service}\" is an overhead.", "kind");
        }
        return payer is null || terms.HasPartner(payer)
            ? null
            : new GroupFault(Refuse.PayerNotPartner, $"\"{payer}\" is not a partner in {month.ToWords()}.", "paid_by");
    }
}
