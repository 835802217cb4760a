namespace Openbook.Domain;

/// <summary>
/// Finds the lines that a batch's lines name under corrects. A reversal takes the months of what it reverses, must be its exact
/// opposite, and nothing is reversed twice.
/// </summary>
internal sealed class Reversals(BookState book, CostBatch batch, IKnownLines known, LineIds ids, FaultList faults)
{
    private HashSet<LineRef>? reversedHere;

    private readonly record struct Target(
        LineRef Ref,
        Month Month,
        Month ToMonth,
        string Service,
        string PaidBy,
        CostKind Kind,
        CostNature Nature,
        long Pence
    );

    /// <summary>What each line names, by place, null if none names any; months of reversals are set in the batch.</summary>
    public IReadOnlyDictionary<int, LineRef>? Resolve(IReadOnlyList<int>? kept)
    {
        var lines = batch.Lines;
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].Nature == CostNature.Reversal && !batch.Corrects.ContainsKey(i))
            {
                faults.Add(Refuse.ReversalWithoutTarget, "The line is a reversal.", lines[i].Row, "corrects");
            }
        }
        if (batch.Corrects.Count == 0)
        {
            return null;
        }
        var wanted = kept is null ? null : kept.ToHashSet();
        var found = new Dictionary<int, LineRef>();
        var recorded = RecordedById();
        foreach (var (place, name) in batch.Corrects.OrderBy(pair => pair.Key))
        {
            if (wanted?.Contains(place) == false)
            {
                continue;
            }
            if (Find(name, recorded) is not { } target)
            {
                faults.Add(Refuse.LineUnknown, $"There is no line \"{name}\".", lines[place].Row, "corrects");
                continue;
            }
            found[place] = target.Ref;
            if (lines[place].Nature == CostNature.Reversal && lines[place].Unreadable == Unreadable.None)
            {
                Reverse(ref lines.Change(place), target);
            }
        }
        return found;
    }

    private void Reverse(ref LineFigures line, Target target)
    {
        if (target.Nature == CostNature.Reversal)
        {
            faults.Add(Refuse.ReversalOfReversal, $"Line {target.Ref} is itself a reversal.", line.Row, "corrects");
        }
        else if (book.IsReversed(target.Ref) || !(reversedHere ??= []).Add(target.Ref))
        {
            faults.Add(Refuse.LineReversedAlready, $"Line {target.Ref} has been reversed.", line.Row, "corrects");
        }
        var service = batch.Names[line.Service];
        var paidBy = batch.Names[line.PaidBy];
        if (
            service != target.Service
            || paidBy != target.PaidBy
            || line.Kind != target.Kind
            || line.Pence != -target.Pence
        )
        {
            faults.Add(
                Refuse.ReversalNotMirror,
                $"Line {target.Ref} is {new Money(target.Pence).ToPounds()} of {CostWords.Of(target.Kind)} for "
                    + $"\"{target.Service}\", paid by {target.PaidBy}; this is {new Money(line.Pence).ToPounds()} of "
                    + $"{CostWords.Of(line.Kind)} for \"{service}\", paid by {paidBy}.",
                line.Row,
                "amount"
            );
        }
        line.Month = target.Month;
        line.ToMonth = target.ToMonth;
    }

    private Target? Find(string name, Dictionary<string, CostLine> recorded)
    {
        if (LineRef.TryParse(name, out var line))
        {
            return known.Find(line) is { } found ? Of(found) : null;
        }
        // A line that is in the Book already is meant even if the file repeats it: the repeated one is not recorded again.
        if (recorded.TryGetValue(name, out var earlier))
        {
            return Of(earlier);
        }
        if (ids.PlaceOf(name) is var place and >= 0)
        {
            ref readonly var figures = ref batch.Lines[place];
            return new Target(
                new LineRef(book.LastEntry + 1, figures.Row),
                figures.Month,
                figures.ToMonth,
                batch.Names[figures.Service],
                batch.Names[figures.PaidBy],
                figures.Kind,
                figures.Nature,
                figures.Pence
            );
        }
        return null;
    }

    private static Target Of(CostLine line) =>
        new(
            line.Ref,
            line.Month,
            line.ToMonth ?? default,
            line.Service,
            line.PaidBy,
            line.Kind,
            line.Nature,
            line.Amount.Pence
        );

    private Dictionary<string, CostLine> RecordedById()
    {
        var names = batch.Corrects.Values.Where(name => !LineRef.TryParse(name, out _)).Distinct().ToArray();
        return KnownById.Find(known, names);
    }
}

/// <summary>Finds lines recorded before by their ids.</summary>
public static class KnownById
{
    /// <summary>The lines of these ids that are in the Book.</summary>
    public static Dictionary<string, CostLine> Find(IKnownLines known, IReadOnlyList<string> ids)
    {
        ArgumentNullException.ThrowIfNull(known);
        ArgumentNullException.ThrowIfNull(ids);
        var found = new Dictionary<string, CostLine>();
        if (ids.Count == 0)
        {
            return found;
        }
        var lines = new BatchLines([.. ids.Select(id => new LineFigures { IdKey = IdKey.Of(id) })]);
        var keys = new IdKeys(lines);
        keys.AddAll((one, other) => ids[one] == ids[other]);
        var wanted = ids.ToHashSet();
        foreach (var line in known.FindByIds(keys).Where(line => wanted.Contains(line.LineId)))
        {
            found[line.LineId] = line;
        }
        return found;
    }
}
