using System.Runtime.InteropServices;

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
        var lines = batch.Lines.Span;
        var groups = new Dictionary<Group, long>();
        var summer = new BatchSummer();
        var absolute = Int128.Zero;
        var bad = new HashSet<Group>();
        for (var i = 0; i < (kept?.Count ?? lines.Length); i++)
        {
            var place = kept?[i] ?? i;
            ref readonly var line = ref lines[place];
            var group = GroupOf(line);
            ref var sum = ref CollectionsMarshal.GetValueRefOrAddDefault(groups, group, out var known);
            if (!known && FaultOf(line) is not null)
            {
                bad.Add(group);
            }
            sum = unchecked(sum + line.EffectPence);
            absolute += Math.Abs(line.Pence);
            if (line.ToMonth != default && !bad.Contains(group))
            {
                Add(summer, group, line.EffectPence);
            }
            if (line.Nature == CostNature.Reversal && corrects.TryGetValue(place, out var target))
            {
                summer.Reverse(target);
            }
        }
        summer.AddSize(absolute);
        if (book.AbsolutePence + absolute > Money.Largest)
        {
            faults.Add(Refuse.TotalTooLarge, "The sizes of all amounts add up to more than £90 trillion.");
            return null;
        }
        ListFaults(bad);
        if (faults.Any)
        {
            return null;
        }
        foreach (var (group, pence) in groups.Where(pair => pair.Key.ToMonth == default))
        {
            Add(summer, group, pence);
        }
        return summer.ToSums();
    }

    private static Group GroupOf(in LineFigures line) =>
        new(
            line.Month,
            line.ToMonth,
            line.Service,
            line.PaidBy,
            line.Kind == CostKind.Income ? line.Customer : (short)-1,
            line.Kind
        );

    private void Add(BatchSummer summer, Group group, long effect) =>
        summer.Add(
            group.Month,
            group.ToMonth == default ? group.Month : group.ToMonth,
            batch.Names[group.Service],
            group.Kind,
            batch.Names[group.PaidBy],
            group.Customer < 0 ? null : batch.Names[group.Customer],
            new Money(effect)
        );

    private void ListFaults(HashSet<Group> bad)
    {
        if (bad.Count == 0)
        {
            return;
        }
        foreach (ref readonly var line in batch.Lines.Span)
        {
            if (bad.Contains(GroupOf(line)) && FaultOf(line) is var (code, what, column))
            {
                faults.Add(code, what, line.Row, column);
            }
        }
    }

    private (RefusalCode Code, string What, string Column)? FaultOf(in LineFigures line)
    {
        var service = batch.Names[line.Service];
        var payer = batch.Names[line.PaidBy];
        if (!book.Services.Contains(service) && !book.Overheads.Contains(service))
        {
            return (Refuse.ServiceUnknown, $"There is no service or overhead \"{service}\".", "service");
        }
        if (!book.Partners.Contains(payer))
        {
            return (Refuse.PayerNotPartner, $"\"{payer}\" is not a partner.", "paid_by");
        }
        if (line.ToMonth != default)
        {
            var months = line.ToMonth.Index - line.Month.Index + 1;
            if (months is < 1 or > Spread.LongestMonths)
            {
                return (Refuse.SpreadBackwards, $"It is spread from {line.Month} to {line.ToMonth}.", "to_month");
            }
        }
        for (var month = line.Month; month <= line.LastMonth; month = month.Next)
        {
            if (FaultIn(month, line, service, payer) is { } fault)
            {
                return fault;
            }
        }
        return null;
    }

    private (RefusalCode, string, string)? FaultIn(Month month, in LineFigures line, string service, string payer)
    {
        var column = line.ToMonth != default && month != line.Month ? "to_month" : "month";
        var terms = book.VersionInForce(month)?.Terms;
        if (month < book.Starts || terms?.Covers(month) != true)
        {
            return (Refuse.MonthOutsideAgreement, $"The agreement is not in force in {month.ToWords()}.", column);
        }
        var overhead = terms.FindOverhead(service) is not null;
        if (!overhead && terms.FindService(service) is null)
        {
            return (Refuse.ServiceNotInForce, $"\"{service}\" is not in force in {month.ToWords()}.", "service");
        }
        if (overhead && line.Kind == CostKind.Income)
        {
            return (Refuse.IncomeOnOverhead, $"\"{service}\" is an overhead.", "kind");
        }
        return terms.HasPartner(payer)
            ? null
            : (Refuse.PayerNotPartner, $"\"{payer}\" is not a partner in {month.ToWords()}.", "paid_by");
    }
}
